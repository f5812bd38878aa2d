"""Reads the steps of pipelines, of whichever host."""
import pathlib
import re

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


class Step:
    """A step of a job. `run` is its shell, or "" if it names an action."""

    def __init__(self, job, name, run="", keys=None):
        self.job, self.name, self.run, self.keys = job, name, run, keys or {}

    def __str__(self):
        return f"{self.job}: {self.name}"


def load(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def trigger(workflow):
    """Returns what starts a workflow of GitHub. YAML 1.1 reads the word on as true."""
    found = workflow.get("on", workflow.get(True))
    return found if isinstance(found, dict) else {name: None for name in ([found] if isinstance(found, str) else found)}


def github(path):
    """Steps of a workflow, or of a composite action."""
    text = load(path)
    jobs = {"action": text["runs"]} if "runs" in text else text["jobs"]
    return [
        Step(job, step.get("name", str(number)), step.get("run", ""), step)
        for job, keys in jobs.items()
        for number, step in enumerate(keys.get("steps", []), start=1)
    ]


def gitlab(path):
    """One step a job: the host runs its lines in one shell."""
    jobs = {name: keys for name, keys in load(path).items() if isinstance(keys, dict) and "script" in keys}
    return [Step(name, "script", "\n".join(keys["script"]), keys) for name, keys in jobs.items()]


def jenkins(path):
    text = path.read_text(encoding="utf-8")
    found = re.finditer(r"stage\('(\w+)'\)|sh label: '([^']*)', script: '''(.*?)'''", text, re.DOTALL)
    steps, stage = [], ""
    for match in found:
        if match[1]:
            stage = match[1]
        else:
            steps.append(Step(stage, match[2], match[3].replace("\\\\", "\\")))
    return steps


def azure(path):
    steps = []

    def visit(node, job):
        if isinstance(node, list):
            for item in node:
                visit(item, job)
        elif isinstance(node, dict):
            job = node.get("job", node.get("deployment", job))
            if "bash" in node:
                steps.append(Step(job, node.get("displayName", "?"), node["bash"], node))
            for value in node.values():
                visit(value, job)

    visit(load(path), "")
    return steps


def kubernetes(path):
    containers = load(path)["spec"]["template"]["spec"]["containers"]
    return [Step("pod", one["name"], one["args"][0], one) for one in containers]


def other_pipelines():
    """The pipelines in ci/pipelines/ of hosts other than GitHub, with their steps."""
    folder = ROOT / "ci/pipelines"
    readers = {
        "gitlab-ci.yml": gitlab,
        "gitlab-ci-shards.yml": gitlab,
        "Jenkinsfile": jenkins,
        "azure-pipelines.yml": azure,
        "kubernetes.yaml": kubernetes,
    }
    kept = {file.name for file in folder.iterdir() if file.is_file()}
    if kept != set(readers):
        raise SystemExit(f"ci/pipelines: nothing reads {', '.join(kept ^ set(readers))}")
    return {folder / name: read(folder / name) for name, read in readers.items()}


def github_files():
    """The workflows of this repository, those to copy, and the action."""
    files = [ROOT / "action.yml"]
    for folder in (".github/workflows", "ci/pipelines/github", "ci/github"):
        files += sorted((ROOT / folder).glob("*.yml"))
    return files
