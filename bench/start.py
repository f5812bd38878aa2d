"""Commands that ask no server."""

import os

from bench import FOLDER
from commands import run
from report import line

PLAN = os.path.join(os.path.dirname(FOLDER), "plans/credity/plan.json")


def lines(bench):
    costs = bench.best({
        "gonogo list": lambda: run([bench.gonogo, "list", "--plan", PLAN]),
        "gonogo plan lint": lambda: run([bench.gonogo, "plan", "lint", "--plan", PLAN])})
    return [line(name, cost, by="wall", most=0.05) for name, cost in costs.items()]
