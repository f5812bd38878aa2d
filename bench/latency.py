"""Distant servers: the same commands through proxies that delay both sides."""

import contextlib
import dataclasses
import json
import os
import subprocess
import sys

import many
from bench import FOLDER
from report import line

NEAR, FAR = 20, 100  # milliseconds of a round trip


def lines(bench):
    small = many.small_tables(bench)
    schema, plan = many.schema(bench, 300)
    commands = {
        f"run gate, 300 tables, {schema.cases(plan):,} cases": (schema, lambda on: on.gonogo_run(plan, "gate"), 5),
        f"gonogo diff, {many.MANY_TABLES:,} small tables": (small, lambda on: on.gonogo_diff(), 2),
    }
    measured = []
    for what, (on, command, most) in commands.items():
        measured += [distant(on, what, command, NEAR, on.rounds, most), distant(on, what, command, FAR, 1, None)]
    return measured


def distant(bench, what, command, milliseconds, rounds, most):
    """Measures the command at that distance. The turns are those of one round, with the slower side."""
    what = f"{what}, {milliseconds} ms"
    turns = []
    far_away = []  # the bench whose servers are distant

    @contextlib.contextmanager
    def distance():
        with proxies(bench.pair, milliseconds, turns) as pair:
            far_away[:] = [dataclasses.replace(bench, pair=pair)]
            yield

    cost = bench.best({what: lambda: command(far_away[0])}, rounds=rounds, around=distance)[what]
    return line(what, cost, by="wall", most=most, turns=max(turns[-2:]))


@contextlib.contextmanager
def proxies(pair, milliseconds, turns):
    """Starts a proxy before each side for the block, and then adds the turns of both."""
    running = [subprocess.Popen([sys.executable, os.path.join(FOLDER, "proxy.py"), "--to", f"127.0.0.1:{port}",
                                 "--rtt-ms", str(milliseconds)], stdout=subprocess.PIPE, text=True)
               for port in pair.ports()]
    try:
        yield pair.at_ports(*(json.loads(proxy.stdout.readline())["port"] for proxy in running))
    finally:
        for proxy in running:
            proxy.terminate()
            turns.append(json.loads(proxy.communicate()[0].splitlines()[-1])["turns"])
