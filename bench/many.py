"""Many small relations: counting rows, catalogues, and what gonogo itself takes."""

import os
import shutil

from commands import run
from cost import Cost
from plan import write_plan
from report import line

MANY_TABLES = 1_000
CATALOGUE_TABLES = 600
WIDE_TABLES = 5_000
REPORTED_TABLES = 143  # about 2,000 cases
READ_ALL_ROWS = ["row_count", "row_checksum"]


def lines(bench):
    return row_counts(bench) + catalogue(bench) + reports(bench) + wide(bench)


def small_tables(bench):
    return bench.filled_by("many_tables.sql", "tables", MANY_TABLES)


def schema(bench, tables):
    """Returns a bench with a schema of so many tables, and its plan as `plan discover` writes it."""
    bench = bench.filled_by("catalogue.sql", "tables", tables)
    return bench, discovered(bench, f"catalogue_{tables}.json")


def discovered(bench, name, without=()):
    """Writes the plan that gonogo discovers, without the checks of these gates."""
    kept = [text for text in bench.discover().splitlines() if not any(f'"gate": "{gate}"' in text for gate in without)]
    with open(bench.path(name), "w") as file:
        file.write("\n".join(kept))
    return bench.path(name)


def row_counts(bench):
    bench = small_tables(bench)
    relations = [f"many.t{i}" for i in range(1, MANY_TABLES + 1)]
    limits = {"exact": 3, "fast": 1}
    actions = {}
    for method in limits:
        plan = bench.path(f"{method}.json")
        write_plan(plan, relations, {"id": "row_count", "gate": "row_count", "method": method})
        actions[method] = lambda plan=plan: bench.gonogo_run(plan, "--check", "row_count")
    costs = bench.best(actions)
    return [line(f"row_count {method}, {MANY_TABLES:,} tables", costs[method], by="wall", most=most)
            for method, most in limits.items()]


def catalogue(bench):
    bench, whole = schema(bench, CATALOGUE_TABLES)
    plan = discovered(bench, "catalogue.json", without=READ_ALL_ROWS)
    evidence = bench.path("evidence of the whole gate")

    def run_whole_gate():
        shutil.rmtree(evidence, ignore_errors=True)
        return bench.gonogo_run(whole, "gate", "--out", os.path.join(evidence, "run"))

    costs = bench.best({
        "pg_dump": lambda: [run(["pg_dump", "--schema-only", f"--dbname={url}", "--file=/dev/null"])
                            for url in (bench.pair.source, bench.pair.target)],
        "catalogue gates": lambda: bench.gonogo_run(plan, "gate"),
        "run gate": run_whole_gate,
        "reports": lambda: bench.gonogo_merge(whole, evidence)})
    tables, dump = f"{CATALOGUE_TABLES} tables", {"against": "pg_dump", "reference": costs["pg_dump"]}
    gates = f"catalogue gates, {tables}, {CATALOGUE_TABLES * 8 // 3:,} indexes"
    return [line(f"pg_dump --schema-only of both sides, {tables}", costs["pg_dump"]),
            line(gates, costs["catalogue gates"], by="wall", most=3),
            line(gates, costs["catalogue gates"], **dump),
            line(f"run gate, {tables}, {bench.cases(whole):,} cases", costs["run gate"], **dump),
            line("reading the evidence and writing all reports of it", costs["reports"], against="run gate",
                 reference=costs["run gate"])]


def reports(bench):
    """Measures how long a run writes reports: from the line of its last case until the verdict is written."""
    bench, plan = schema(bench, REPORTED_TABLES)
    folder = bench.path("evidence with reports")
    written = []

    def run_gate():
        shutil.rmtree(folder, ignore_errors=True)
        done = bench.gonogo_run(plan, "gate", "--out", folder)
        last_case, verdict = (os.stat(os.path.join(folder, name)).st_mtime_ns
                              for name in ("evidence.jsonl", "verdict.json"))
        written.append((verdict - last_case) / 1e9)
        return done

    cost = bench.best({"run gate": run_gate})["run gate"]
    took = Cost(client=min(written), source=0, target=0, wall=min(written))
    name = f"run gate, {REPORTED_TABLES} tables, {bench.cases(plan):,} cases"
    return [line(name, cost),
            line("its reports", took, by="wall", against="the whole run", reference=cost, most=0.03)]


def wide(bench):
    bench = bench.filled_by("wide_schema.sql", "tables", WIDE_TABLES)
    plan = discovered(bench, "wide.json")
    cost = bench.best({"wide gate": lambda: bench.gonogo_run(plan, "gate")}, rounds=1)["wide gate"]
    name = f"run gate, {WIDE_TABLES:,} tables"
    return [line(name, cost, by="wall", most=12), line(name, cost, by="memory", most=250)]
