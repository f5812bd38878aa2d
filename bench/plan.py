"""Writes plans for measurements of `gonogo run` and `gonogo stage`."""

import json


def write_plan(path, relations, check, **others):
    """Writes a plan with these relations, one check, and other keys."""
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
