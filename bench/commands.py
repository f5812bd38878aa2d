"""Runs commands and measures their time and memory; fails if one doesn't exit as expected."""

import contextlib
import os
import subprocess
import sys
import time


class UnexpectedEnd(Exception):
    """A command didn't exit or print as expected, so its measurement is invalid."""


def run(command, expected=0, folder=None):
    """Runs a command and returns its output."""
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    require_status(command, done.returncode, expected, done.stdout + done.stderr)
    return done.stdout


def require_status(command, status, expected, printed):
    if status != expected:
        words = " ".join(map(str, command))
        raise UnexpectedEnd(f"exit status {status} instead of {expected}: {words}\n{printed[-4000:]}")


def peak_memory_mb(command, expected, printed_to):
    """Returns the command's peak resident memory in megabytes. It is at least that of this program,
    because the kernel includes the time before exec."""
    with open(printed_to, "w") as printed:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=printed, stderr=printed)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    with open(printed_to) as printed:
        require_status(command, child.returncode, expected, printed.read())
    return usage.ru_maxrss / 1024


def best_seconds(rounds, actions, around=contextlib.nullcontext):
    """Returns the shortest time of each action (name: function). The actions take turns, so that a
    noisy minute doesn't affect only one of them. The time of `around` isn't counted."""
    best = dict.fromkeys(actions, float("inf"))
    for turn in range(rounds):
        for name, action in actions.items():
            print(f"bench: {name} ({turn + 1} of {rounds})", file=sys.stderr, flush=True)
            with around():
                start = time.monotonic()
                action()
                best[name] = min(best[name], time.monotonic() - start)
    return best
