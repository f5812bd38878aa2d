"""Measures how much time each column adds to a comparison.

That is the time of the row_checksum gate with all columns, minus its time without the column."""

import os

from commands import best_seconds, run
from measures import COLUMNS
from plan import write_plan

NOTHING = "nothing"
ALL = "all but the key"


def column_costs(gonogo, pair, rounds, tables, folder):
    """Returns for each column: seconds without it, the difference, and the difference per row."""
    actions = {}
    for table, columns in COLUMNS.items():
        relation = f"public.{table}"
        for name, left_out in {NOTHING: [], **{column: [column] for column in columns}, ALL: columns}.items():
            plan = os.path.join(folder, f"{table} without {name}.json")
            reasons = {column: "to measure its cost" for column in left_out}
            write_plan(plan, [relation], {"id": "contents", "gate": "row_checksum",
                                          "by_relation": {relation: {"except_columns": reasons}}})
            actions[f"{table} without {name}"] = lambda plan=plan: run(
                [gonogo, "run", "--plan", plan, "--check", "contents", *pair.urls()], folder=folder)
    seconds = best_seconds(rounds, actions)
    costs = []
    for table, columns in COLUMNS.items():
        for name in [NOTHING, *columns, ALL]:
            time = seconds[f"{table} without {name}"]
            less = seconds[f"{table} without {NOTHING}"] - time
            costs.append({"relation": table, "left_out": name, "seconds": time, "less": less,
                          "ns_a_row": less / tables[table]["rows"] * 1e9})
    return costs
