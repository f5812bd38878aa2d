"""Copying three tables with their schema and keys, against pg_dump and pg_restore."""

import contextlib
import shutil

import contents
from commands import run
from plan import write_plan
from report import line

RELATIONS = ["public.credentials", "public.ledger", "public.ledger_tenth"]
WHAT_IS_COPIED = ("SELECT " + ", ".join(f"(SELECT count(*) FROM {relation})" for relation in RELATIONS) +
                  ", (SELECT count(*) FROM pg_indexes WHERE schemaname = 'public')")
DUMP = 'pg_dump --compress=0 --dbname="$1"'
RESTORE = 'pg_restore --exit-on-error --no-owner --dbname="$2"'
PIPED = f"{DUMP} --format=custom | {RESTORE}"
BY_TWO = f'{DUMP} --format=directory --jobs=2 --file="$3"; {RESTORE} --jobs=2 "$3"'
MOST_AT_FULL_SCALE, MOST_BELOW = 0.66, 1


def lines(bench):
    bench = contents.tables(bench)
    pair = bench.pair.with_target("copied")
    out = bench.path("copying")
    plan = bench.path("copying.json")
    write_plan(plan, RELATIONS, {"id": "row_count", "gate": "row_count"},
               stages={"schema": {"method": "dump"}, "backfill": {}})

    def by_shell(script):
        return run(["bash", "-e", "-o", "pipefail", "-c", script, "bash", pair.source, pair.target, out])

    actions = {
        "pg_dump to pg_restore": lambda: by_shell(PIPED),
        "gonogo stage all": lambda: run([bench.gonogo, "stage", "all", "--plan", plan, "--out", out, *pair.urls()])}
    if bench.peers:
        actions["pg_dump -j 2, then pg_restore -j 2"] = lambda: by_shell(BY_TWO)
    costs = bench.best(actions, around=lambda: empty_target(bench.pair, pair, out))
    reference = costs["pg_dump to pg_restore"]
    return [line(f"{name}, three tables", cost, **compared(name, reference, bench), memory=name.startswith("gonogo"))
            for name, cost in costs.items()]


def compared(name, reference, bench):
    if not name.startswith("gonogo"):
        return {"by": "wall"}
    return {"by": "wall", "against": "pg_dump to pg_restore", "reference": reference,
            "most": MOST_AT_FULL_SCALE if bench.scale >= 1 else MOST_BELOW}


@contextlib.contextmanager
def empty_target(pair, copied, out):
    """Creates a database for the block, and checks at its end that everything was copied."""
    pair.on(pair.target, "SET client_min_messages = error", "DROP DATABASE IF EXISTS copied WITH (FORCE)",
            "CREATE DATABASE copied")
    try:
        yield
        copied.agree(WHAT_IS_COPIED)
    finally:
        pair.on(pair.target, "DROP DATABASE copied WITH (FORCE)")
        shutil.rmtree(out, ignore_errors=True)
