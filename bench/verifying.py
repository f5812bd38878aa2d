"""gonogo evidence verify, and sha256sum on the same files: whoever checks evidence reads all of it at least once."""

import os

import many
from commands import run
from report import line

VERIFIED_TABLES = 13_000  # about 100 MB of evidence


def lines(bench):
    folder, size = evidence(bench)
    key = bench.path("verifying.key")
    run([bench.gonogo, "keygen", key])
    run([bench.gonogo, "evidence", "sign", folder, "--sign-key", key])
    costs = bench.best({
        "sha256sum": lambda: run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], folder=folder),
        "gonogo evidence verify": lambda: run([bench.gonogo, "evidence", "verify", folder, "--key", f"{key}.pub"])})
    return [line(f"sha256sum, {size}", costs["sha256sum"]),
            line(f"gonogo evidence verify, {size}", costs["gonogo evidence verify"], against="sha256sum",
                 reference=costs["sha256sum"], most=2)]


def evidence(bench):
    """Returns the folder of a run of many cases, and its size in words."""
    bench = bench.filled_by("wide_schema.sql", "tables", VERIFIED_TABLES)
    folder = bench.path("evidence to verify")
    bench.gonogo_run(many.discovered(bench, "verified.json"), "gate", "--out", folder)
    lines_bytes = os.path.getsize(os.path.join(folder, "evidence.jsonl"))
    all_bytes = sum(os.path.getsize(os.path.join(path, name)) for path, _, names in os.walk(folder) for name in names)
    return folder, f"{all_bytes / 1e6:.0f} MB, {lines_bytes / 1e6:.0f} MB of them lines"
