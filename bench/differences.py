"""Rows that differ: what finding them costs, and the memory that it takes."""

import contextlib
import json

import contents
from commands import UnexpectedEnd
from report import line

SCATTERED = 100
MANY = 10_000


def lines(bench):
    bench = contents.tables(bench)
    return scattered(bench) + memory(bench)


def scattered(bench):
    with differing(bench, "ledger", SCATTERED):
        costs = bench.best({
            f"hashtext, ledger with {SCATTERED} differences": lambda: bench.pair.on_both(contents.hashtext("ledger")),
            f"gonogo diff, ledger with {SCATTERED} differences": lambda: diff(bench, "ledger", SCATTERED)})
    hashtext, found = costs.values()
    return [line(f"gonogo diff, ledger, {SCATTERED} scattered rows differ", found, against="hashtext, ledger",
                 reference=hashtext, most=1)]


def memory(bench):
    costs = {}
    for table in ["ledger_tenth", "ledger"]:
        with differing(bench, table, MANY):
            costs[table] = bench.best({f"memory, {table}": lambda table=table: diff(bench, table, MANY)},
                                      rounds=1)[f"memory, {table}"]
    measured = [line(f"gonogo diff, {bench.rows(table):,} rows, {MANY:,} differ", cost, by="memory", most=64)
                for table, cost in costs.items()]
    return measured + [line("the same, as rows grow tenfold", costs["ledger"], by="memory",
                            against="a tenth of the rows", reference=costs["ledger_tenth"], most=1.25)]


def diff(bench, table, count):
    """Compares, and fails unless exactly so many rows are found to differ."""
    done = bench.gonogo_diff(f"public.{table}", options=["--json"], expected=1)
    found = sum(result.get("different", 0) for result in map(json.loads, done.printed.splitlines())
                if "equal" in result)
    if found != count:
        raise UnexpectedEnd(f"gonogo diff found {found} differing rows instead of {count}")
    return done


@contextlib.contextmanager
def differing(bench, table, count):
    """Changes `count` evenly scattered rows of the target for the block."""
    pair, rows = bench.pair, bench.rows(f"public.{table}")
    if rows < count:
        raise UnexpectedEnd("the tables are too small: choose a scale of 0.02 or more")
    step = rows // count
    pair.on(pair.target, f"UPDATE public.{table} SET memo = memo || '!' "
                         f"WHERE entry % {step} = 0 AND entry <= {step * count}")
    try:
        yield
    finally:
        pair.on(pair.target, f"UPDATE public.{table} SET memo = rtrim(memo, '!') WHERE memo LIKE '%!'",
                f"VACUUM public.{table}", "CHECKPOINT")
