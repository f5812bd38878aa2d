"""Other programs that compare contents, if they are installed."""

import re
import shutil

from commands import run
from report import line

KEYS = {"credentials": "id", "ledger": "entry"}
COLUMNS = {  # without the key
    "credentials": ["version", "subject", "status", "fee", "claims", "issued_at", "verified", "sequence",
                    "remark"],
    "ledger": ["account", "amount", "memo", "posted_at"],
}
PROGRAMS = ["pg_comparator", "pgcopydb", "reladiff"]


def actions(bench):
    """Returns what to measure: each program that is here, on both tables."""
    available = {"pg_comparator": has_comparator(bench.pair), "pgcopydb": has_compare(),
                 "reladiff": shutil.which("reladiff") is not None}
    commands = {"pg_comparator": comparator, "pgcopydb": pgcopydb, "reladiff": reladiff}
    return {program: lambda program=program: [run(command) for command in commands[program](bench.pair)]
            for program in PROGRAMS if available[program]}


def lines(costs):
    return [line(f"{program}, both tables", costs.get(program), against="hashtext, both",
                 reference=costs["hashtext, both"]) for program in PROGRAMS]


def has_comparator(pair):
    """Returns whether pg_comparator can run: it needs its extension on both servers."""
    if shutil.which("pg_comparator") is None:
        return False
    if pair.on_both("SELECT count(*) FROM pg_available_extensions WHERE name = 'pgcmp'") != ["1", "1"]:
        return False
    pair.on_both("SET client_min_messages = error; CREATE EXTENSION IF NOT EXISTS pgcmp")
    return True


def comparator(pair):
    def place(url, table):
        server, database = re.fullmatch(r"postgresql://(.*)/([^/]*)", url).groups()
        return f"pgsql://{server}/{database}/public.{table}?{KEYS[table]}:{','.join(COLUMNS[table])}"

    return [["pg_comparator", "--report", place(pair.source, table), place(pair.target, table)] for table in KEYS]


def has_compare():
    """Returns whether pgcopydb is here and has `compare data`, which older versions lack."""
    if shutil.which("pgcopydb") is None:
        return False
    try:
        run(["pgcopydb", "compare", "data", "--help"])
    except Exception:
        return False
    return True


def pgcopydb(pair):
    return [["pgcopydb", "compare", "data", "--source", pair.source, "--target", pair.target]]


def reladiff(pair):
    return [["reladiff", pair.source, f"public.{table}", pair.target, f"public.{table}", "-j", "2", "-s",
             "-k", key, *[option for column in COLUMNS[table] for option in ("-c", column)]]
            for table, key in KEYS.items()]
