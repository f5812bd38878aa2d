"""Other programs that compare contents, if they are installed."""

import os
import re
import shutil
import tempfile

from commands import UnexpectedEnd, run
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
    return {program: lambda program=program: [run(command) for command in commands[program](bench)]
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


def comparator(bench):
    def place(url, table):
        server, database = re.fullmatch(r"postgresql://(.*)/([^/]*)", url).groups()
        return f"pgsql://{server}/{database}/public.{table}?{KEYS[table]}:{','.join(COLUMNS[table])}"

    return [["pg_comparator", *(place(url, table) for url in (bench.pair.source, bench.pair.target))]
            for table in KEYS]


def has_compare():
    """Returns whether pgcopydb is here and has `compare data`, which older versions lack."""
    if shutil.which("pgcopydb") is None:
        return False
    try:
        run(["pgcopydb", "compare", "data", "--help"])
    except UnexpectedEnd:
        return False
    return True


def pgcopydb(bench):
    """It compares all tables, so also the tenth of ledger. It doesn't take a folder that it has used."""
    folder = os.path.join(tempfile.mkdtemp(dir=bench.folder), "pgcopydb")
    return [["pgcopydb", "compare", "data", "--dir", folder, *bench.pair.urls()]]


def reladiff(bench):
    return [["reladiff", bench.pair.source, f"public.{table}", bench.pair.target, f"public.{table}", "-j", "2",
             "-s", "-k", key, *[option for column in COLUMNS[table] for option in ("-c", column)]]
            for table, key in KEYS.items()]
