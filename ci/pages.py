"""Reads pages of documentation: their headings, and the commands in their blocks of code. For ci/check-docs."""
import re
import shlex


def slug(heading):
    """Returns the anchor of a heading, as GitHub and mkdocs make it."""
    text = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
    return re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", text))


def anchors(page):
    return {slug(line.lstrip("#")) for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("#")}


def blocks(lines):
    """Returns the numbers of the lines that are code, and the blocks of commands as lists of (number, line)."""
    inside, found, is_fenced, last_blank = set(), [], False, True
    other = []  # a block in a language that has no commands
    for number, line in enumerate(lines, start=1):
        if line.lstrip().startswith("```"):
            is_fenced = not is_fenced
            inside.add(number)
            is_other = line.strip("` \n") not in ("", "console", "sh", "bash")
            found.append(other if is_fenced and is_other else [])
            continue
        is_indented = line.startswith("    ") and not line.lstrip().startswith(("- ", "* ", "|"))
        is_code = is_fenced or (is_indented and (last_blank or number - 1 in inside))
        if is_code:
            inside.add(number)
            if number - 1 not in inside:
                found.append([])
            found[-1].append((number, line.strip()))
        last_blank = not line.strip() and not is_fenced
    return inside, [block for block in found if block is not other]


def prose(lines, code):
    """Yields (number, line) for the lines that aren't code. A line whose code font goes on has the next one, too."""
    number, text = 0, ""
    for at, line in enumerate(lines, start=1):
        if at in code:
            continue
        number, text = (number, f"{text} {line}") if text else (at, line)
        if text.count("`") % 2 == 0:
            yield number, text
            text = ""


def command_lines(block):
    """Yields (number, command line) for the commands of a block. With prompts, only lines with one count."""
    has_prompts = any(line.startswith("$ ") for _, line in block)
    number, text = 0, ""
    for at, line in block:
        if not text and has_prompts and not line.startswith("$ "):
            continue
        if not text:
            number, line = at, line.removeprefix("$ ")
        text = f"{text} {line}".strip()
        if text.endswith("\\"):
            text = text[:-1]
            continue
        yield number, text
        text = ""


def invocations(text):
    """Yields the words after `gonogo` of each simple command of a command line."""
    lexer = shlex.shlex(text, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    try:
        words = list(lexer)
    except ValueError:
        return
    simple = []
    for word in [*words, ";"]:
        if not re.fullmatch(r"[();<>|&]+", word):
            simple.append(word)
            continue
        while simple and re.fullmatch(r"[A-Z_]+=.*", simple[0]):
            simple.pop(0)
        if simple and simple[0].split("/")[-1] == "gonogo":
            yield simple[1:]
        simple = []
