"""Constraint probes: the relations' contents are read once before and once after all probes."""

import contents
from plan import write_plan
from report import line

FEW, MANY = 1, 20
DUPLICATE = {"statement": "INSERT INTO public.ledger SELECT * FROM public.ledger LIMIT 1",
             "fails": {"sqlstate": "23505", "constraint": "ledger_pkey"}}


def lines(bench):
    bench = contents.tables(bench)
    costs = bench.best({f"{number} probes": lambda number=number: probe(bench, number) for number in (FEW, MANY)})
    few, many = costs.values()
    return [line(f"constraint_probe, {FEW} probe, ledger", few),
            line(f"constraint_probe, {MANY} probes, ledger", many, against=f"{FEW} probe", reference=few, most=1.25)]


def probe(bench, number):
    plan = bench.path(f"{number} probes.json")
    write_plan(plan, ["public.ledger"], {"id": "probes", "gate": "constraint_probe",
                                         "probes": {f"duplicate {i}": DUPLICATE for i in range(number)}})
    return bench.gonogo_run(plan, "--check", "probes")
