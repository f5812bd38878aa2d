"""What an action costs: processor time of the servers and of the client, and wall time.

Processor time tells what is computed, also on a machine that does other things meanwhile."""

import contextlib
import os
import resource
import sys
import time
from dataclasses import dataclass

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
MOST_SECONDS_TO_END = 5  # that a server may take to end the session of a client that has gone


@dataclass(frozen=True)
class Cost:
    """Seconds. `client` is the processor time of all programs that the action called."""
    client: float
    source: float
    target: float
    wall: float
    memory_mb: float | None = None  # peak of the program that the action called last, if it says so

    @property
    def processor(self):
        return self.client + self.source + self.target

    def __add__(self, other):
        return Cost(self.client + other.client, self.source + other.source, self.target + other.target,
                    self.wall + other.wall)


class Meter:
    """Measures what actions cost on the servers of a pair."""

    def __init__(self, pair):
        self.postmasters = [int(text.split()[0]) for text in pair.on_both("SELECT pg_read_file('postmaster.pid')")]

    def cost_of(self, action):
        children = [set(children_of(postmaster)) for postmaster in self.postmasters]
        servers = [processor_seconds(postmaster) for postmaster in self.postmasters]
        client = client_seconds()
        start = time.monotonic()
        done = action()
        wall = time.monotonic() - start
        client = client_seconds() - client
        for postmaster, before in zip(self.postmasters, children):
            wait_for_sessions_to_end(postmaster, before)
        source, target = (processor_seconds(postmaster) - before
                          for postmaster, before in zip(self.postmasters, servers))
        return Cost(client, source, target, wall, getattr(done, "peak_mb", None))

    def best(self, rounds, actions, around=contextlib.nullcontext):
        """Returns the least cost of each action (name: function). The actions take turns, so that a
        noisy minute doesn't affect only one of them. The cost of `around` isn't counted."""
        costs = {name: [] for name in actions}
        for turn in range(rounds):
            for name, action in actions.items():
                print(f"bench: {name} ({turn + 1} of {rounds})", file=sys.stderr, flush=True)
                with around():
                    costs[name].append(self.cost_of(action))
        return {name: least(measured) for name, measured in costs.items()}


def least(costs):
    """Returns the cost of the round with the least processor time, with the shortest wall time of all."""
    best = min(costs, key=lambda cost: cost.processor)
    return Cost(best.client, best.source, best.target, min(cost.wall for cost in costs), best.memory_mb)


def client_seconds():
    """Returns the processor time of all programs that have been called and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def children_of(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return [int(child) for child in file.read().split()]


def processor_seconds(postmaster):
    """Returns the processor time of a server: its postmaster, its processes, and those that have ended."""
    return sum(ticks(pid) for pid in [postmaster, *children_of(postmaster)]) / TICKS_A_SECOND


def ticks(pid):
    """Returns utime, stime, cutime and cstime of /proc/PID/stat together; see proc(5)."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
    except FileNotFoundError:  # has just ended, so the postmaster's cutime has it
        return 0
    return sum(int(field) for field in fields[11:15])


def wait_for_sessions_to_end(postmaster, before):
    """Waits until the postmaster has no processes but those of `before`: what they used counts."""
    give_up = time.monotonic() + MOST_SECONDS_TO_END
    while set(children_of(postmaster)) - before and time.monotonic() < give_up:
        time.sleep(0.002)
