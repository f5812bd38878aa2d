"""Writes the results and their references as a table or as JSON."""

import json
import os
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One result. Its ratio to `reference`, or without a reference its value, must be at most `most`.
    Without `most` there is no goal. Without `value` it couldn't be measured."""
    what: str
    value: float | None
    unit: str = "s"
    against: str = ""
    reference: float | None = None
    most: float | None = None
    goal: str = ""

    def ratio(self):
        if self.value is None or self.reference is None:
            return None
        return self.value / self.reference

    def holds(self):
        judged = self.ratio() if self.against else self.value
        return None if self.most is None or judged is None else judged <= self.most

    def as_json(self):
        return {"what": self.what, "value": self.value, "unit": self.unit, "against": self.against or None,
                "ratio": self.ratio(), "goal": self.goal or None, "holds": self.holds()}

    def cells(self):
        held = {True: "yes", False: "no", None: ""}[self.holds()]
        value = "not available" if self.value is None else with_unit(self.value, self.unit)
        ratio = "" if self.ratio() is None else f"{self.ratio():.2f}"
        return [self.what, value, self.against, ratio, self.goal, held]


def with_unit(value, unit):
    if unit == "s":
        return f"{value:.3f} s" if value < 1 else f"{value:.2f} s"
    return f"{value:.0f} {unit}"


def table(heads, rows):
    """Returns a Markdown table with aligned columns."""
    widths = [max(len(cell) for cell in column) for column in zip(heads, *rows)]
    lines = [heads, ["-" * width for width in widths], *rows]
    return "\n".join("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |"
                     for line in lines)


def result_table(lines):
    return table(["what", "measured", "against", "ratio", "goal", "holds"], [line.cells() for line in lines])


def cost_table(costs):
    heads = ["relation", "left out", "seconds", "less", "ns a row"]
    return table(heads, [[cost["relation"], cost["left_out"], f"{cost['seconds']:.3f}", f"{cost['less']:.3f}",
                          f"{cost['ns_a_row']:.0f}"] for cost in costs])


def machine(pair):
    """Describes the machine, on which the results depend."""
    with open("/proc/meminfo") as meminfo, open("/proc/cpuinfo") as cpuinfo:
        memory_kb = int(re.search(r"MemTotal: +(\d+)", meminfo.read()).group(1))
        model = re.search(r"model name\s*: (.*)", cpuinfo.read())
    versions = pair.on_both("SHOW server_version")
    return {"cores": os.cpu_count(), "processor": model.group(1) if model else "unknown",
            "memory_gb": round(memory_kb / 1024 / 1024, 1), "source": versions[0], "target": versions[1],
            "load_at_start": os.getloadavg()[0]}


def describe_machine(facts, tables):
    sizes = "".join(f"\n{name}: {size['rows']} rows, {size['megabytes']} MB" for name, size in tables.items())
    return (f"{facts['cores']} cores ({facts['processor']}), {facts['memory_gb']} GB memory, "
            f"load {facts['load_at_start']:.2f} at the start\n"
            f"source PostgreSQL {facts['source']}, target PostgreSQL {facts['target']}{sizes}")


def as_json(facts, tables, lines, costs):
    return json.dumps({"machine": facts, "tables": tables, "lines": [line.as_json() for line in lines],
                       "columns": costs}, indent=2)
