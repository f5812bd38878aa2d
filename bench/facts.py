"""The machine and the run on which results depend."""

import os
import re
import subprocess

from commands import UnexpectedEnd, run


def of_run(pair, scale, rounds):
    with open("/proc/meminfo") as meminfo, open("/proc/cpuinfo") as cpuinfo:
        memory_kb = int(re.search(r"MemTotal: +(\d+)", meminfo.read()).group(1))
        model = re.search(r"model name\s*: (.*)", cpuinfo.read())
    source, target = (version.split()[0] for version in pair.on_both("SHOW server_version"))
    return {"commit": commit(), "scale": scale, "rounds": rounds, "cores": os.cpu_count(),
            "processor": model.group(1) if model else "unknown", "memory_gb": round(memory_kb / 1024 / 1024, 1),
            "source": source, "target": target, "load": round(os.getloadavg()[0], 2)}


def commit():
    """Returns the commit of the program that is measured, if it comes from a checkout."""
    folder = os.path.dirname(os.path.abspath(__file__))
    try:
        return run(["git", "rev-parse", "--short", "HEAD"], folder=folder).printed.strip()
    except (OSError, UnexpectedEnd):  # no git, or no checkout
        return "unknown"
