"""Equal contents: gonogo diff against what psql and other programs need for the same tables."""

import peers
from report import line

# The condition makes the scan read every column, including the last one.
SCANS = {
    "credentials": "SELECT count(*) FROM public.credentials WHERE remark IS NOT DISTINCT FROM 'x'",
    "ledger": "SELECT count(*) FROM public.ledger WHERE posted_at IS NOT DISTINCT FROM 'epoch'",
}
BOTH = ["public.credentials", "public.ledger"]


def hashtext(table):
    return f"SELECT sum(hashtext(t::text)::bigint) FROM public.{table} AS t"


def pgcopydb_query(pair, table):
    """Returns what `pgcopydb compare data` asks for each table, with all its columns by name."""
    columns = pair.on(pair.source, "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute "
                                   f"WHERE attrelid = 'public.{table}'::regclass AND attnum > 0")
    return f"SELECT count(1), sum(hashtext(({columns})::text)::bigint) FROM ONLY public.{table}"


def tables(bench):
    """Returns a bench with the first two pairs of tables."""
    return bench.filled_by("tables.sql", "scale", bench.scale)


def every_type(bench):
    """Returns a bench with the third pair."""
    return bench.filled_by("every_type.sql", "scale", bench.scale)


def lines(bench):
    two, third = tables(bench), every_type(bench)
    actions = {}
    for name in SCANS:
        actions[f"scan, {name}"] = lambda name=name: two.pair.agree(SCANS[name])
        actions[f"hashtext, {name}"] = lambda name=name: two.pair.agree(hashtext(name))
        query = pgcopydb_query(two.pair, name)
        actions[f"pgcopydb's query, {name}"] = lambda query=query: two.pair.agree(query)
    actions["gonogo, both"] = lambda: two.gonogo_diff(*BOTH)
    actions["gonogo, ledger"] = lambda: two.gonogo_diff("public.ledger")
    actions["hashtext, every_type"] = lambda: third.pair.agree(hashtext("every_type"))
    actions["gonogo, every_type"] = lambda: third.gonogo_diff("public.every_type")
    actions |= peers.actions(two) if bench.peers else {}
    costs = bench.best(actions)
    for name in ["scan", "hashtext", "pgcopydb's query"]:
        costs[f"{name}, both"] = costs[f"{name}, credentials"] + costs[f"{name}, ledger"]
    return references(costs) + ours(costs) + (peers.lines(costs) if bench.peers else [])


def references(costs):
    measured = [line(f"scan that reads every column, {name}", costs[f"scan, {name}"]) for name in SCANS]
    measured += [line(f"sum(hashtext(row::text)), {name}", costs[f"hashtext, {name}"],
                      against=f"scan, {name}", reference=costs[f"scan, {name}"]) for name in SCANS]
    return measured + [line("pgcopydb's query, both tables", costs["pgcopydb's query, both"],
                            against="hashtext, both", reference=costs["hashtext, both"]),
                       line("sum(hashtext(row::text)), every_type", costs["hashtext, every_type"])]


def ours(costs):
    def diff(what, which, against, most):
        return line(f"gonogo diff, {what}", costs[f"gonogo, {which}"], against=f"{against}, {which}",
                    reference=costs[f"{against}, {which}"], most=most)

    return [diff("both tables", "both", "hashtext", 0.38),
            diff("both tables", "both", "pgcopydb's query", 0.40),
            diff("both tables", "both", "scan", 4.7),
            diff("ledger", "ledger", "hashtext", 0.33),
            diff("ledger", "ledger", "scan", 4),
            diff("every_type", "every_type", "hashtext", 0.5)]
