#!/usr/bin/env python3
"""Writes what was measured at full scale into docs/performance*.md and docs/peers.md, between the marks of
each section. A mark "contents, both tables" shows only the lines that end so, each once.

  bench/page.py           write it
  bench/page.py --check   fail if the pages show something else
"""

import glob
import json
import os
import re
import sys

sys.dont_write_bytecode = True

from report import section

FOLDER = os.path.dirname(os.path.abspath(__file__))
DOCS = os.path.join(os.path.dirname(FOLDER), "docs")
PAGES = [*sorted(glob.glob(f"{DOCS}/performance*.md")), f"{DOCS}/peers.md"]
SCALE = 1
MARKS = re.compile(r"(<!-- measured: (\w+)(?:, ([^>]*))? -->\n).*?(<!-- end -->)", re.DOTALL)


def rendered(text, results):
    """Returns the page with these results."""
    def shown(name, ending):
        if name not in results:
            return "Not measured yet."
        facts, lines = results[name]["facts"], results[name]["lines"]
        if ending:
            once = {line["what"]: line for line in reversed(lines) if "processor" in line}
            lines = [line for line in lines if line["what"].endswith(ending) and once.get(line["what"]) is line]
        return section(facts, lines)

    return MARKS.sub(lambda mark: f"{mark[1]}{shown(mark[2], mark[3])}\n{mark[4]}", text)


def read(page):
    with open(page) as file:
        return file.read()


def write(results):
    for page in PAGES:
        text = rendered(read(page), results)
        with open(page, "w") as file:
            file.write(text)


def stored():
    path = os.path.join(FOLDER, "measured", f"{SCALE}.json")
    if not os.path.exists(path):
        return {}
    with open(path) as file:
        return json.load(file)


def main():
    results = stored()
    if sys.argv[1:] != ["--check"]:
        write(results)
        return
    hidden = results.keys() - {mark[2] for page in PAGES for mark in MARKS.finditer(read(page)) if not mark[3]}
    if hidden or any(rendered(read(page), results) != read(page) for page in PAGES):
        sys.exit(f"docs/performance*.md or docs/peers.md doesn't show bench/measured/{SCALE}.json; run bench/page.py")


if __name__ == "__main__":
    main()
