"""Runs commands; fails if one doesn't exit as expected."""

import os
import subprocess
import tempfile
from dataclasses import dataclass


class UnexpectedEnd(Exception):
    """A command didn't exit or print as expected, so its measurement is invalid."""


@dataclass(frozen=True)
class Done:
    """What a command printed, and its peak resident memory. That is at least this program's own, because
    the kernel includes the time before exec."""
    printed: str
    peak_mb: float


def run(command, expected=0, folder=None):
    """Runs a command and returns what it printed."""
    with tempfile.TemporaryFile("w+") as printed, tempfile.TemporaryFile("w+") as errors:
        child = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=printed, stderr=errors)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        errors.seek(0)
        done = Done(printed.read(), usage.ru_maxrss / 1024)
        if child.returncode != expected:
            words = " ".join(map(str, command))
            raise UnexpectedEnd(f"exit status {child.returncode} instead of {expected}: {words}\n"
                                f"{(done.printed + errors.read())[-4000:]}")
    return done
