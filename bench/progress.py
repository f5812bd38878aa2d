"""What a comparison says about the time that is left, against the time that it takes.

It hashes with SHA-256 in one session a side, so that it takes long enough to say something."""

import os
import pty
import re
import sys
import time

import contents
from commands import UnexpectedEnd
from report import line

LEFT = re.compile(r"about (?:(\d+) h ?)?(?:(\d+) min ?)?(?:(\d+) s )?left")
FROM = 1 / 3  # of the time; before that an estimate may be wrong


def lines(bench):
    bench = contents.tables(bench)
    return [one(bench, relation) for relation in contents.BOTH]


def one(bench, relation):
    said = []  # (when, seconds left), and at last (whole, None)
    name = f"gonogo diff --method sha256 --jobs 1, {relation.removeprefix('public.')}"
    cost = bench.best({name: lambda: listen(bench, relation, said)}, rounds=1)[name]
    *samples, (whole, _) = said
    late = [(at, left) for at, left in samples if at >= whole * FROM]
    for at, left in late:
        print(f"bench: after {at:.1f} s of {whole:.1f} s: about {left} s left", file=sys.stderr)
    # A number without a fraction may be wrong by half a second.
    error = max((max(abs(at + left - whole) - 0.5, 0) / whole for at, left in late), default=None)
    return line(name, cost, by="error", error=error, most=0.2)


def listen(bench, relation, said):
    """Compares on a terminal, and notes what is said about the time that is left."""
    command = [bench.gonogo, "diff", *bench.pair.urls(), "--relation", relation, "--method", "sha256", "--jobs", "1"]
    start = time.monotonic()
    child, terminal = pty.fork()
    if child == 0:
        os.execv(command[0], command)
    while printed := read(terminal):
        for found in LEFT.finditer(printed):
            hours, minutes, seconds = (int(part or 0) for part in found.groups())
            said.append((time.monotonic() - start, hours * 3600 + minutes * 60 + seconds))
    _, status = os.waitpid(child, 0)
    said.append((time.monotonic() - start, None))
    if status != 0:
        raise UnexpectedEnd(f"wait status {status} instead of 0: {' '.join(command)}")


def read(terminal):
    try:
        return os.read(terminal, 65536).decode()
    except OSError:  # the child has closed it
        return ""
