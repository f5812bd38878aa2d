"""What all sections of a measurement use: program, servers, folder, and tables."""

import dataclasses
import os
import re
import shutil
from dataclasses import dataclass

from commands import run
from cost import Meter
from pair import Pair

FOLDER = os.path.dirname(os.path.abspath(__file__))


@dataclass
class Bench:
    gonogo: str
    pair: Pair
    meter: Meter
    scale: float
    rounds: int
    folder: str  # for temporary files
    peers: bool  # whether to measure other programs, too

    def best(self, actions, **others):
        return self.meter.best(others.pop("rounds", self.rounds), actions, **others)

    def filled_by(self, file, variable, value):
        """Returns the same bench on a database of the two servers, which this file fills the first time.
        With another value of its variable it is another database."""
        name = re.sub(r"\W", "_", f"{file.removesuffix('.sql')}_{value:g}")
        pair = self.pair.database(name)
        if self.pair.on(self.pair.source, f"SELECT 1 FROM pg_database WHERE datname = '{name}'") == "":
            self.pair.on_both(f"CREATE DATABASE {name}")
            pair.fill(os.path.join(FOLDER, file), variable, value)
            pair.on_both("VACUUM ANALYZE", "CHECKPOINT")
        return dataclasses.replace(self, pair=pair)

    def rows(self, table):
        return int(self.pair.on(self.pair.source, f"SELECT count(*) FROM {table}"))

    def path(self, name):
        return os.path.join(self.folder, name)

    def gonogo_diff(self, *relations, options=(), expected=0):
        chosen = [option for relation in relations for option in ("--relation", relation)]
        return run([self.gonogo, "diff", *self.pair.urls(), *chosen, *options], expected=expected)

    def gonogo_run(self, plan, *options):
        """Runs the checks of a plan. Their evidence is in the temporary folder."""
        return run([self.gonogo, "run", *options, "--plan", plan, "--quiet", *self.pair.urls()],
                   folder=self.folder)

    def gonogo_merge(self, plan, evidence):
        """Reads the evidence below the folder, judges it, and writes all reports."""
        out = self.path("merged")
        shutil.rmtree(out, ignore_errors=True)
        return run([self.gonogo, "evidence", "merge", evidence, "gate", "--plan", plan, "--quiet", "--out", out])

    def cases(self, plan):
        return len(run([self.gonogo, "list", "gate", "--plan", plan]).printed.splitlines())

    def discover(self):
        return run([self.gonogo, "plan", "discover", "--stages", "none", "--source", self.pair.source]).printed
