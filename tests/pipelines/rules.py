#!/usr/bin/env python3
"""The rules for pipelines: each action is one of GitHub's own, named by its commit; no expression stands in shell;
nothing is "latest"; no secret where a pull request runs; shellcheck is silent; scripts of ci/ that a workflow names exist.
Needs python3-yaml and shellcheck. Prints one line per mistake. The exit status is 1 if there is one.
"""
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from pipeline_shell import ROOT, github, github_files, load, other_pipelines, trigger

PINNED = re.compile(r"uses: (\./[\w./-]+|actions/[\w-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+)$")


def text_faults(path):
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if "uses: " in line and not line.lstrip().startswith("#") and not PINNED.search(line):
            yield f"line {number}: want an action of actions/ by its commit, and its version as a comment"
        if re.search(r"[:@-]latest\b", line):
            yield f"line {number}: want a version, not latest"
        for script in re.findall(r"\bci/[\w-]+(?![\w/-])", line) if path.parent.name == "workflows" else []:
            if not os.access(ROOT / script, os.X_OK):
                yield f"line {number}: {script} is no script"


def workflow_faults(path):
    workflow = load(path)
    if "runs" in workflow:
        return
    starts = trigger(workflow)
    if "pull_request_target" in starts:
        yield "on: pull_request_target gives a stranger's code the secrets"
    if "pull_request" in starts and "secrets." in path.read_text(encoding="utf-8"):
        yield "a workflow of pull requests has a secret"
    if "permissions" not in workflow:
        yield "permissions: want them for the whole workflow"
    for name, job in workflow["jobs"].items():
        if "timeout-minutes" not in job:
            yield f"job {name}: want timeout-minutes"


def step_faults(step):
    if "${{" in step.run:
        yield f"{step}: run contains ${{{{ }}}}; want values passed by env"
    is_checkout = step.keys.get("uses", "").startswith("actions/checkout@")
    if is_checkout and (step.keys.get("with") or {}).get("persist-credentials") is not False:
        yield f"{step}: want persist-credentials: false"
    if step.keys.get("uses", "").endswith("/gonogo") and step.keys.get("continue-on-error"):
        yield f"{step}: have continue-on-error, which hides NO-GO"


def shellcheck(scripts):
    """Returns what shellcheck says about the shell of steps. It takes SHARDS for a misspelt SHARD (SC2153)."""
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (path, step) in enumerate(scripts):
            file = os.path.join(folder, f"{number}")
            with open(file, "w", encoding="utf-8") as out:
                first = f"#!/bin/{'sh' if is_portable(path) else 'bash'}\n"
                out.write(("" if step.run.startswith("#!") else first) + step.run)
            names[file] = f"{path.relative_to(ROOT)}: {step}"
        said = subprocess.run(["shellcheck", "-f", "gcc", "-e", "SC2153", *names], capture_output=True, text=True, check=False)
        if said.returncode > 1:
            raise SystemExit(f"rules: shellcheck failed: {said.stderr}")
        return [re.sub(r"^(/[^:]+)", lambda match: names[match[1]], line) for line in said.stdout.splitlines()]


def is_portable(path):
    """What gonogo writes must run in any shell of POSIX."""
    return path.name == "action.yml" or "ci/pipelines" in str(path)


def main():
    faults, scripts = [], []
    files = {path: github(path) for path in github_files()}
    others = other_pipelines()
    for path in files:
        faults += [f"{path.relative_to(ROOT)}: {fault}" for fault in workflow_faults(path)]
    for path, steps in {**files, **others}.items():
        faults += [f"{path.relative_to(ROOT)}: {fault}" for fault in text_faults(path)]
        for step in steps:
            faults += [f"{path.relative_to(ROOT)}: {fault}" for fault in step_faults(step)]
        scripts += [(path, step) for step in steps if step.run]
        if path in others and not steps:
            faults.append(f"{path.relative_to(ROOT)}: no step was found")
    faults += shellcheck(scripts)
    for fault in faults:
        print(fault)
    print(f"rules: {len(files) + len(others)} files, {len(scripts)} scripts, {len(faults)} mistakes")
    return 1 if faults else 0


sys.exit(main())
