"""Writes plans for measurements of `gonogo run` and `gonogo stage`."""

import json


def write_plan(path, relations, check, **others):
    """Returns a plan with one check of those relations and other parts of a plan."""
    plan = {
        "gonogo": 1,
        "name": "bench",
        "connections": {"source": {"url": {"env": "SRC_DB_URL"}}, "target": {"url": {"env": "TGT_DB_URL"}}},
        "relations": [{"source": relation} for relation in relations],
        "checks": [check],
        **others,
    }
    with open(path, "w") as file:
        json.dump(plan, file)
