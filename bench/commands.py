"""Commands, how long they take and how much memory: each must end as it is expected to."""

import contextlib
import os
import subprocess
import sys
import time


class UnexpectedEnd(Exception):
    """A command did not do what was to be measured, so that there is no number."""


def run(command, expected=0, folder=None):
    """Runs a command to its end and returns what it printed."""
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    demand_status(command, done.returncode, expected, done.stdout + done.stderr)
    return done.stdout


def demand_status(command, status, expected, printed):
    if status != expected:
        words = " ".join(map(str, command))
        raise UnexpectedEnd(f"exit status {status} instead of {expected}: {words}\n{printed[-4000:]}")


def peak_memory_mb(command, expected, printed_to):
    """Megabytes that the command had resident at most, and never less than this program's own: the
    kernel counts the moment before the command takes this program's place."""
    with open(printed_to, "w") as printed:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=printed, stderr=printed)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    with open(printed_to) as printed:
        demand_status(command, child.returncode, expected, printed.read())
    return usage.ru_maxrss / 1024


def best_seconds(rounds, actions, around=contextlib.nullcontext):
    """The shortest time of each action (name: function). They take turns, so that a noisy minute
    does not fall on one of them alone. What `around` does before and after each is not counted."""
    best = dict.fromkeys(actions, float("inf"))
    for turn in range(rounds):
        for name, action in actions.items():
            print(f"bench: {name} ({turn + 1} of {rounds})", file=sys.stderr, flush=True)
            with around():
                start = time.monotonic()
                action()
                best[name] = min(best[name], time.monotonic() - start)
    return best
