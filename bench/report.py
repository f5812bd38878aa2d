"""Results as lines with their references and goals, and tables of them.

A line is a dict, because it is stored as JSON: the tables in docs/performance.md are made from that."""

UNITS = {"processor": "s", "wall": "s", "memory": "MB", "error": "of the whole"}


def line(what, cost=None, *, by="processor", against="", reference=None, most=None, memory=False, turns=None,
         error=None):
    """Returns a result. `by` says which number counts: processor, wall, memory or error. Its ratio to that of
    the cost `reference`, or without one the number itself, must be at most `most`. Without `most` there
    is no goal. Without `cost` it couldn't be measured."""
    result = {"what": what, "by": by, "against": against, "turns": turns, "most": most}
    if cost is not None:
        result.update(numbers(cost, memory or by == "memory"))
        if reference is not None:
            result["ratio"] = result[by] / numbers(reference, True)[by]
            if by != "memory":  # for the bound, whatever the goal is about
                result["processor_ratio"] = cost.processor / reference.processor
    if error is not None:
        result["error"] = error
    judged = result.get("ratio") if against else result.get(by)
    result["holds"] = None if most is None or judged is None else judged <= most
    return result


def numbers(cost, memory):
    shown = {"processor": cost.processor, "client": cost.client, "wall": cost.wall}
    return {**shown, "memory": cost.memory_mb} if memory else shown


def goal(result):
    if result["most"] is None:
        return ""
    if result["against"]:
        return f"at most {result['most']:g}"
    return f"under {result['most']:g} {UNITS[result['by']]}"


# How each column of a table is made from a line. A column without any entry is left out.
COLUMNS = {
    "what": lambda result: result["what"],
    "processor": lambda result: seconds(result["processor"]) if "processor" in result else "not available",
    "client's part": lambda result: seconds(result["client"]) if "client" in result else "",
    "wall": lambda result: seconds(result["wall"]) if "wall" in result else "",
    "memory": lambda result: f"{result['memory']:.0f} MB" if "memory" in result else "",
    "error": lambda result: f"{result['error']:.2f}" if "error" in result else "",
    "turns": lambda result: f"{result['turns']:,}" if result["turns"] else "",
    "against": lambda result: result["against"],
    "ratio": lambda result: f"{result['ratio']:.2f}" if "ratio" in result else "",
    "by": lambda result: "" if result["most"] is None and "ratio" not in result else result["by"],
    "goal": goal,
    "holds": lambda result: {True: "yes", False: "no", None: ""}[result["holds"]],
}


def seconds(number):
    return f"{number:.3f} s" if number < 1 else f"{number:.2f} s"


def table(lines):
    """Returns a Markdown table with aligned columns."""
    columns = {head: [cell(result) for result in lines] for head, cell in COLUMNS.items()}
    columns = {head: cells for head, cells in columns.items() if any(cells)}
    widths = [max(map(len, [head, *cells])) for head, cells in columns.items()]
    rows = [list(columns), ["-" * width for width in widths], *zip(*columns.values())]
    return "\n".join("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |"
                     for row in rows)


def section(facts, lines):
    """Returns a section as it is printed and shown: in which run it was measured, and its table."""
    servers = (f"PostgreSQL {facts['source']} on both sides" if facts["source"] == facts["target"] else
               f"PostgreSQL {facts['source']} and {facts['target']}")
    return (f"Commit {facts['commit']}, {facts['cores']} cores ({facts['processor']}), "
            f"{facts['memory_gb']} GB memory, {servers}, scale {facts['scale']:g}, best of {facts['rounds']}, "
            f"load {facts['load']:.1f} at the start.\n\n{table(lines)}")
