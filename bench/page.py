#!/usr/bin/env python3
"""Writes what was measured at full scale into docs/performance*.md, between the marks of each section.

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
PAGES = sorted(glob.glob(os.path.join(os.path.dirname(FOLDER), "docs/performance*.md")))
SCALE = 1
MARKS = re.compile(r"(<!-- measured: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def rendered(text, results):
    """Returns the page with these results."""
    def shown(name):
        return section(**results[name]) if name in results else "Not measured yet."

    return MARKS.sub(lambda mark: f"{mark[1]}{shown(mark[2])}\n{mark[3]}", text)


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
    hidden = results.keys() - {mark[2] for page in PAGES for mark in MARKS.finditer(read(page))}
    if hidden or any(rendered(read(page), results) != read(page) for page in PAGES):
        sys.exit(f"docs/performance*.md don't show bench/measured/{SCALE}.json; run bench/page.py")


if __name__ == "__main__":
    main()
