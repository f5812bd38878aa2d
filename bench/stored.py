"""What earlier runs measured: bench/measured/SCALE.json, and docs/performance.md, which shows it."""

import json
import os

import page
from bench import FOLDER
from commands import UnexpectedEnd

BOUND = 1.15  # a ratio of processor times may be that much larger than the one that was saved


def path(scale):
    return os.path.join(FOLDER, "measured", f"{scale:g}.json")


def load(scale):
    if not os.path.exists(path(scale)):
        return {}
    with open(path(scale)) as file:
        return json.load(file)


def save(scale, results):
    """Replaces the sections that were measured, and keeps the others."""
    os.makedirs(os.path.dirname(path(scale)), exist_ok=True)
    kept = {**load(scale), **results}
    with open(path(scale), "w") as file:
        json.dump(kept, file, indent=1)
        file.write("\n")
    if scale == page.SCALE:
        page.write(kept)


def processor_ratios(results):
    return {(name, line["what"], line["against"]): line["processor_ratio"]
            for name, section in results.items() for line in section["lines"] if "processor_ratio" in line}


def require_bound(scale, results):
    """Fails if a ratio is too large, or if there is nothing to compare with."""
    before, now = processor_ratios(load(scale)), processor_ratios(results)
    if not now.keys() & before.keys():
        raise UnexpectedEnd(f"{path(scale)} has no ratio of these sections, so there is no bound; "
                            "measure with --save once")
    worse = [f"{what} against {against}: have {now[key]:.2f}, want at most {before[key] * BOUND:.2f} "
             f"({before[key]:.2f} when saved)"
             for key in now.keys() & before.keys() if now[key] > before[key] * BOUND for _, what, against in [key]]
    if worse:
        raise UnexpectedEnd("slower than at the last landing, in processor time:\n  " + "\n  ".join(sorted(worse)))
    print(f"bench: {len(now.keys() & before.keys())} ratios of processor time are at most {BOUND} times those saved")
