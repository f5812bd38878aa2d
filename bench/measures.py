"""The measurements and their goals."""

import contextlib
import json
import os
import shutil

from commands import UnexpectedEnd, best_seconds, peak_memory_mb, run
from plan import write_plan
from report import Line

# Makes the scan read every column, including the last one.
SCANS = {
    "credentials": "SELECT count(*) FROM public.credentials WHERE remark IS NOT DISTINCT FROM 'x'",
    "ledger": "SELECT count(*) FROM public.ledger WHERE posted_at IS NOT DISTINCT FROM 'epoch'",
}
KEYS = {"credentials": "id", "ledger": "entry"}
COLUMNS = {  # without the key
    "credentials": ["version", "subject", "status", "fee", "claims", "issued_at", "verified", "sequence",
                    "remark"],
    "ledger": ["account", "amount", "memo", "posted_at"],
}
BOTH = ["public.credentials", "public.ledger"]
SCATTERED_ROWS = 100
MANY_DIFFERENCES = 10_000
MANY_TABLES = 1_000
READ_ALL_ROWS = ["row_count", "row_checksum"]


def settle(pair):
    """Turns off JIT and autovacuum, which would disturb a measurement, and vacuums once."""
    pair.on_both("ALTER SYSTEM SET jit = off", "ALTER SYSTEM SET autovacuum = off", "SELECT pg_reload_conf()")
    pair.on_both("VACUUM ANALYZE")


def table_sizes(pair):
    sizes = {}
    for table in [*KEYS, "ledger_tenth"]:
        rows, megabytes = pair.on(pair.source, f"SELECT count(*), pg_relation_size('public.{table}') / 1000000 "
                                               f"FROM public.{table}").split("|")
        sizes[table] = {"rows": int(rows), "megabytes": int(megabytes)}
    if sizes["ledger_tenth"]["rows"] < MANY_DIFFERENCES:
        raise UnexpectedEnd("the tables are too small: fill them with a scale of 0.02 or more")
    return sizes


class Bench:
    def __init__(self, gonogo, pair, rounds, folder, tables):
        self.gonogo, self.pair, self.rounds, self.folder, self.tables = gonogo, pair, rounds, folder, tables
        self.ledger_seconds = None  # of the comparison that finds no difference

    def diff_command(self, *relations):
        chosen = [option for relation in relations for option in ("--relation", relation)]
        return [self.gonogo, "diff", *self.pair.urls(), *chosen]

    def contents(self):
        """Compares equal sides."""
        pair = self.pair
        actions = {}
        for table in KEYS:
            actions[f"scan, {table}"] = lambda table=table: pair.agree(SCANS[table])
            actions[f"hashtext, {table}"] = lambda table=table: pair.agree(
                f"SELECT sum(hashtext(t::text)::bigint) FROM public.{table} AS t")
            actions[f"keys, {table}"] = lambda table=table: pair.agree(
                f"SELECT md5(string_agg({KEYS[table]}::text, ',' ORDER BY {KEYS[table]})) FROM public.{table}")
            if self.has_comparator():
                actions[f"comparator, {table}"] = lambda table=table: run(self.comparator_command(table))
        actions["gonogo diff, both tables"] = lambda: run(self.diff_command(*BOTH))
        actions["gonogo diff, ledger"] = lambda: run(self.diff_command("public.ledger"))
        seconds = best_seconds(self.rounds, actions)
        self.ledger_seconds = seconds["gonogo diff, ledger"]
        return self.content_lines(seconds)

    def content_lines(self, seconds):
        def both(name):
            parts = [seconds.get(f"{name}, {table}") for table in KEYS]
            return None if None in parts else sum(parts)

        lines = [Line(f"scan that reads every column, {table}", seconds[f"scan, {table}"]) for table in KEYS]
        for table in KEYS:
            lines.append(Line(f"sum(hashtext(row::text)), {table}", seconds[f"hashtext, {table}"],
                              against=f"scan, {table}", reference=seconds[f"scan, {table}"]))
        lines.append(Line("md5 of the ordered keys, both tables", both("keys"),
                          against="scan, both", reference=both("scan")))
        lines.append(Line("pg_comparator, both tables", both("comparator"),
                          against="scan, both", reference=both("scan")))
        whole = seconds["gonogo diff, both tables"]
        lines += [
            Line("gonogo diff, both tables", whole, against="hashtext, both", reference=both("hashtext"),
                 most=1 / 3, goal="at most 0.33 (3 times faster)"),
            Line("gonogo diff, both tables", whole, against="scan, both", reference=both("scan"),
                 most=3, goal="at most 3"),
            Line("gonogo diff, both tables", whole, against="md5 of keys, both", reference=both("keys")),
            Line("gonogo diff, both tables", whole, against="pg_comparator, both", reference=both("comparator")),
            Line("gonogo diff, ledger", seconds["gonogo diff, ledger"], against="scan, ledger",
                 reference=seconds["scan, ledger"]),
        ]
        return lines

    def has_comparator(self):
        """Returns whether pg_comparator can run: it needs its extension on both servers."""
        if shutil.which("pg_comparator") is None:
            return False
        extensions = self.pair.on_both("SELECT count(*) FROM pg_available_extensions WHERE name = 'pgcmp'")
        if extensions != ["1", "1"]:
            return False
        self.pair.on_both("SET client_min_messages = error; CREATE EXTENSION IF NOT EXISTS pgcmp")
        return True

    def comparator_command(self, table):
        what = f"/public.{table}?{KEYS[table]}:{','.join(COLUMNS[table])}"
        return ["pg_comparator", *(url.replace("postgresql:", "pgsql:", 1) + what
                                   for url in (self.pair.source, self.pair.target))]

    @contextlib.contextmanager
    def differences(self, table, count):
        """Changes `count` evenly scattered rows of the target for the block."""
        step = self.tables[table]["rows"] // count
        self.pair.on(self.pair.target, f"UPDATE public.{table} SET memo = memo || '!' "
                                       f"WHERE entry % {step} = 0 AND entry <= {step * count}")
        try:
            yield
        finally:
            self.pair.on(self.pair.target, f"UPDATE public.{table} SET memo = rtrim(memo, '!') "
                                           f"WHERE memo LIKE '%!'", f"VACUUM public.{table}")

    def scattered_rows(self):
        command = [*self.diff_command("public.ledger"), "--json"]
        with self.differences("ledger", SCATTERED_ROWS):
            name = f"gonogo diff, ledger, {SCATTERED_ROWS} scattered rows differ"
            seconds = best_seconds(self.rounds, {
                name: lambda: require_found(run(command, expected=1), SCATTERED_ROWS)})
        return [Line(name, seconds[name], against="none differ", reference=self.ledger_seconds,
                     most=1.5, goal="at most 1.5")]

    def memory(self):
        printed = os.path.join(self.folder, "diff.json")
        peaks = {}
        for table in ["ledger_tenth", "ledger"]:
            with self.differences(table, MANY_DIFFERENCES):
                peaks[table] = peak_memory_mb([*self.diff_command(f"public.{table}"), "--json"], 1, printed)
                with open(printed) as file:
                    require_found(file.read(), MANY_DIFFERENCES)
        lines = [Line(f"peak memory, {self.tables[table]['rows']} rows, {MANY_DIFFERENCES} differ", peak, "MB",
                      most=64, goal="under 64 MB") for table, peak in peaks.items()]
        lines.append(Line("peak memory as rows grow tenfold", peaks["ledger"], "MB",
                          against="a tenth of the rows", reference=peaks["ledger_tenth"],
                          most=1.25, goal="flat (at most 1.25)"))
        return lines

    def row_counts(self):
        relations = [f"many.t{i}" for i in range(1, MANY_TABLES + 1)]
        actions = {}
        limits = {"exact": 3, "fast": 1}
        for method in limits:
            plan = os.path.join(self.folder, f"{method}.json")
            write_plan(plan, relations, {"id": "row_count", "gate": "row_count", "method": method})
            actions[f"row_count {method}"] = lambda plan=plan: run(
                [self.gonogo, "run", "--plan", plan, "--check", "row_count", *self.pair.urls()], folder=self.folder)
        seconds = best_seconds(self.rounds, actions)
        return [Line(f"row_count {method}, {MANY_TABLES} tables", seconds[f"row_count {method}"], most=most,
                     goal=f"under {most} s") for method, most in limits.items()]

    def catalogue(self):
        """Runs all gates except those that read all rows, with a plan discovered from the source."""
        pair = self.pair.database("catalogue")
        plan = os.path.join(self.folder, "catalogue.json")
        checks = run([self.gonogo, "plan", "discover", "--stages", "none", "--source", pair.source]).splitlines()
        with open(plan, "w") as file:
            file.write("\n".join(line for line in checks if not any(f'"{gate}"' in line for gate in READ_ALL_ROWS)))
        seconds = best_seconds(self.rounds, {"catalogue gates": lambda: run(
            [self.gonogo, "run", "gate", "--plan", plan, "--quiet", *pair.urls()], folder=self.folder)})
        return [Line("catalogue gates, 600 tables, 1,600 indexes", seconds["catalogue gates"], most=3,
                     goal="under 3 s")]

    def without_servers(self, plan):
        seconds = best_seconds(self.rounds, {
            "gonogo list": lambda: run([self.gonogo, "list", "--plan", plan]),
            "gonogo plan lint": lambda: run([self.gonogo, "plan", "lint", "--plan", plan])})
        return [Line(name, value, most=0.05, goal="under 0.05 s") for name, value in seconds.items()]


def require_found(printed, count):
    found = sum(line.get("different", 0) for line in map(json.loads, printed.splitlines()) if "equal" in line)
    if found != count:
        raise UnexpectedEnd(f"gonogo diff found {found} differing rows instead of {count}")
