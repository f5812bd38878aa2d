"""Plans for what is measured by way of `gonogo run`."""

import json


def write_plan(path, relations, check):
    """A plan with one check of those relations."""
    plan = {
        "gonogo": 1,
        "name": "bench",
        "connections": {"source": {"url": {"env": "SRC_DB_URL"}}, "target": {"url": {"env": "TGT_DB_URL"}}},
        "relations": [{"source": relation} for relation in relations],
        "checks": [check],
    }
    with open(path, "w") as file:
        json.dump(plan, file)
