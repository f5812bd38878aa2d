"""Each type alone: comparing the key and one column, against the hash of their text."""

import contents
from plan import write_plan
from report import line

RELATION = "public.every_type"


def lines(bench):
    bench = contents.every_type(bench)
    columns = bench.pair.on(bench.pair.source, "SELECT attname FROM pg_attribute WHERE attname LIKE 'of\\_%' AND "
                                               f"attrelid = '{RELATION}'::regclass ORDER BY attnum").splitlines()
    actions = {}
    for column in columns:
        plan = bench.path(f"{column}.json")
        write_plan(plan, [RELATION], {
            "id": "contents", "gate": "row_checksum", "by_relation": {RELATION: {"except_columns": {
                other: "to measure one column" for other in columns if other != column}}}})
        actions[f"gonogo, {column}"] = lambda plan=plan: bench.gonogo_run(plan, "--check", "contents")
        actions[f"text, {column}"] = lambda column=column: bench.pair.agree(
            f"SELECT sum(hashtext(ROW(id, {column})::text)::bigint) FROM {RELATION}")
    costs = bench.best(actions)
    return [line(column.removeprefix("of_").replace("_", " "), costs[f"gonogo, {column}"],
                 against="hashtext of key and value", reference=costs[f"text, {column}"], most=1)
            for column in columns]
