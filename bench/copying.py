"""Measures copying three tables with their schema and keys, against pg_dump and pg_restore."""

import contextlib
import os
import shutil

from commands import best_seconds, peak_memory_mb, run
from plan import write_plan
from report import Line

RELATIONS = ["public.credentials", "public.ledger", "public.ledger_tenth"]
LEFT_OUT = "many"
WHAT_IS_COPIED = ("SELECT " + ", ".join(f"(SELECT count(*) FROM {relation})" for relation in RELATIONS) +
                  ", (SELECT count(*) FROM pg_indexes WHERE schemaname = 'public')")
DUMP = f'pg_dump --exclude-schema={LEFT_OUT} --compress=0 --dbname="$1"'
RESTORE = 'pg_restore --exit-on-error --no-owner --dbname="$2"'
PIPED = f"{DUMP} --format=custom | {RESTORE}"
BY_TWO = f'{DUMP} --format=directory --jobs=2 --file="$3"; {RESTORE} --jobs=2 "$3"'


class Copying:
    def __init__(self, gonogo, pair, rounds, folder):
        self.gonogo, self.pair, self.rounds = gonogo, pair, rounds
        self.copied = pair.with_target("copied")
        self.left_behind = os.path.join(folder, "copying")
        self.printed = os.path.join(folder, "copying.txt")
        self.plan = os.path.join(folder, "copying.json")
        write_plan(self.plan, RELATIONS, {"id": "row_count", "gate": "row_count"},
                   stages={"schema": {"method": "dump"}, "backfill": {}},
                   exclude=[{"schema": LEFT_OUT, "reason": "a thousand small tables don't measure copying"}])

    def lines(self):
        seconds = best_seconds(self.rounds, {
            "pg_dump to pg_restore": lambda: self.by_shell(PIPED),
            "pg_dump -j 2, then pg_restore -j 2": lambda: self.by_shell(BY_TWO),
            "gonogo stage all": lambda: run(self.stage_command())}, around=self.empty_target)
        piped, by_two, staged = seconds.values()
        return [
            Line("pg_dump to pg_restore, three tables", piped),
            Line("pg_dump -j 2, then pg_restore -j 2", by_two),
            Line("gonogo stage all, three tables", staged, against="pg_dump to pg_restore", reference=piped,
                 most=1, goal="at most 1"),
            Line("gonogo stage all, three tables", staged, against="both with -j 2", reference=by_two),
            Line("peak memory, gonogo stage all", self.peak_memory(), "MB"),
        ]

    def by_shell(self, script):
        run(["bash", "-e", "-o", "pipefail", "-c", script, "bash", self.copied.source, self.copied.target,
             self.left_behind])

    def stage_command(self):
        return [self.gonogo, "stage", "all", "--plan", self.plan, "--out", self.left_behind, *self.copied.urls()]

    def peak_memory(self):
        with self.empty_target():
            return peak_memory_mb(self.stage_command(), 0, self.printed)

    @contextlib.contextmanager
    def empty_target(self):
        """Creates a database for the block, and checks at its end that everything was copied."""
        self.pair.on(self.pair.target, "CREATE DATABASE copied")
        try:
            yield
            self.copied.agree(WHAT_IS_COPIED)
        finally:
            self.pair.on(self.pair.target, "DROP DATABASE copied WITH (FORCE)")
            shutil.rmtree(self.left_behind, ignore_errors=True)
