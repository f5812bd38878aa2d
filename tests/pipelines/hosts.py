"""The hosts of pipelines, as far as their jobs' shell can see them: files, variables, conditions."""
import json
import os
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
import pipeline_shell  # noqa: E402

ROOT = pipeline_shell.ROOT


class Result:
    """How a job ended: its exit status, its log, and what it told the host."""

    def __init__(self, status, log, outputs=None, summary=""):
        self.status, self.log, self.outputs, self.summary = status, log, outputs or {}, summary


def values_of(text):
    return dict(line.split("=", 1) for line in text.splitlines())


def run_shell(command, script, folder, environment):
    """Runs the script as `command FILE`. Returns exit status and output."""
    file = folder / ".step.sh"
    file.write_text(script, encoding="utf-8")
    ran = subprocess.run([*command, str(file)], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300, check=False)
    file.unlink()
    return ran.returncode, ran.stdout


class World:
    """A checkout of the user's repository, and the variables that every host gives."""

    def __init__(self, folder, plan, programs, urls, confirm, variables):
        self.folder, self.urls, self.confirm, self.variables = folder, urls, confirm, variables
        folder.mkdir(parents=True)
        for file in plan:
            shutil.copytree(file, folder / file.name) if file.is_dir() else shutil.copy(file, folder)
        self.environment = {"PATH": f"{programs}:/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8"}


class GitHub:
    """Runs a workflow of GitHub with the action of action.yml."""

    def __init__(self, world, workflow, event=None, api="http://127.0.0.1:1"):
        self.world, self.api = world, api
        self.jobs = pipeline_shell.load(ROOT / "ci/pipelines/github" / workflow)["jobs"]
        self.action = pipeline_shell.load(ROOT / "action.yml")
        self.artifacts = world.folder.parent / "artifacts"
        self.event = world.folder.parent / "event.json"
        self.event.write_text(json.dumps(event or {}), encoding="utf-8")
        self.lost = set()  # artifacts that the host loses

    def value(self, text, known):
        """Replaces expressions. Unknown ones are empty, as on the host."""
        return re.sub(r"\$\{\{ ([\w.]+) \}\}", lambda match: str(known.get(match[1], "")), str(text))

    def holds(self, condition, known, ok):
        """Evaluates an `if:`. Without always(), a step that follows a failed one doesn't run."""
        if condition is None:
            return ok
        tests = re.sub(r"\binputs\.(\w+)", lambda match: repr(known.get("inputs." + match[1], "")), condition)
        tests = tests.replace("always()", "True").replace("&&", "and").replace("||", "or")
        return (ok or "always()" in condition) and bool(eval(tests))  # noqa: S307  our own files

    def run(self, skipped=()):
        """Runs all jobs but those skipped. Returns results by name; of a matrix, by name and number."""
        results = {}
        for name, job in self.jobs.items():
            needed = [result for other, result in results.items() if other.startswith(job.get("needs", "-"))]
            if not self.holds(job.get("if"), {}, all(one.status == 0 for one in needed)):
                continue
            for number in job.get("strategy", {}).get("matrix", {}).get("shard", [""]):
                if f"{name}{number}" not in skipped:
                    results[f"{name}{number}"] = self.run_job(job, number)
        return results

    def run_job(self, job, number):
        folder = self.world.folder.parent / "workspace"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.world.folder, folder)
        known = {"inputs.confirm": self.world.confirm, "matrix.shard": number, "github.run_attempt": 1,
                 "github.token": "token-of-the-job"}
        known.update({f"secrets.{name}": url for name, url in self.world.urls.items()})
        known.update({f"vars.{name}": value for name, value in self.world.variables.items()})
        result = Result(0, "")
        for step in job["steps"]:
            if not self.holds(step.get("if"), {}, result.status == 0):
                continue
            settings = {key: self.value(value, known) for key, value in (step.get("with") or {}).items()}
            settings = {key: value.lower() if value in ("True", "False") else value for key, value in settings.items()}
            if step["uses"].startswith("./"):
                environment = {key: self.value(value, known) for key, value in (step.get("env") or {}).items()}
                result = self.run_action(folder, settings, environment)
            elif "upload-artifact" in step["uses"]:
                self.upload(folder / settings["path"], settings["name"])
            elif "download-artifact" in step["uses"]:
                self.download(settings["pattern"], folder / settings["path"])
        return result

    def upload(self, path, name):
        if path.exists() and name not in self.lost:
            shutil.rmtree(self.artifacts / name, ignore_errors=True)
            shutil.copytree(path, self.artifacts / name)

    def download(self, pattern, path):
        for artifact in sorted(self.artifacts.glob(pattern)):
            shutil.copytree(artifact, path / artifact.name)

    def run_action(self, folder, settings, environment):
        files = {name: folder.parent / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.write_text("", encoding="utf-8")
        known = {"github.token": "token-of-the-job"}
        for name, declared in self.action["inputs"].items():
            known["inputs." + name] = settings.get(name, self.value(declared.get("default", ""), known))
        unknown = set(settings) - set(self.action["inputs"])
        if unknown:
            raise SystemExit(f"the action has no input {unknown}")
        host = {**self.world.environment, **environment, **{name: str(file) for name, file in files.items()},
                "GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(folder), "GITHUB_EVENT_PATH": str(self.event),
                "GITHUB_API_URL": self.api, "GITHUB_REPOSITORY": "team/shop", "GITHUB_RUN_ID": "7",
                "GITHUB_SERVER_URL": "https://github.example"}
        status, log = 0, ""
        for step in self.action["runs"]["steps"]:
            if not self.holds(step.get("if"), known, status == 0):
                continue
            own = {key: self.value(value, known) for key, value in (step.get("env") or {}).items()}
            ended, said = run_shell([step["shell"], "-e"], step["run"], folder, {**host, **own})
            status, log = status or ended, log + said
        outputs = values_of(files["GITHUB_OUTPUT"].read_text(encoding="utf-8"))
        known.update({f"steps.run.outputs.{name}": value for name, value in outputs.items()})
        given = {name: self.value(one["value"], known) for name, one in self.action["outputs"].items()}
        return Result(status, log, given, files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8"))


class GitLab:
    """Runs a job of GitLab: its lines in one shell that ends at the first that fails."""

    def __init__(self, world, file="gitlab-ci.yml"):
        self.world = world
        self.text = pipeline_shell.load(ROOT / "ci/pipelines" / file)

    def run(self, job, **more):
        keys = self.text[job]
        given = {**self.text["variables"], **keys.get("variables", {}), **self.world.variables, **more,
                 "CI_JOB_ID": "41", "CI": "true", "GITLAB_CI": "true", "CONFIRM": self.world.confirm}
        if "environment" in keys:
            given.update(self.world.urls)
        given = {name: re.sub(r"\$(CI_\w+)", lambda match: str(given[match[1]]), str(value))
                 for name, value in given.items()}
        (self.world.folder / "gonogo.env").unlink(missing_ok=True)
        script = "\n".join(["set -eo pipefail", *keys["script"]])
        status, log = run_shell(["bash"], script, self.world.folder, {**self.world.environment, **given})
        outputs = self.world.folder / "gonogo.env"
        return Result(status, log, values_of(outputs.read_text(encoding="utf-8")) if outputs.exists() else {})


def run_steps(steps, command, folder, environment):
    """Runs steps one by one until one fails."""
    log = ""
    for step in steps:
        status, said = run_shell(command, step.run, folder, environment)
        log += said
        if status != 0:
            return Result(status, log)
    return Result(0, log)


def run_jenkins(world, stage):
    text = (ROOT / "ci/pipelines/Jenkinsfile").read_text(encoding="utf-8")
    given = {**dict(re.findall(r"^ +(\w+) = ['\"]([^'\"]*)['\"]$", text, re.MULTILINE)), **world.urls,
             **world.variables, "BUILD_TAG": "jenkins-shop-5", "CONFIRM": world.confirm}
    given["EVIDENCE"] = given["EVIDENCE"].replace("${env.BUILD_TAG}", given["BUILD_TAG"])
    steps = [step for step in pipeline_shell.jenkins(ROOT / "ci/pipelines/Jenkinsfile") if step.job == stage]
    result = run_steps(steps, ["/bin/sh"], world.folder, {**world.environment, **given})
    outputs = world.folder / "jenkins-shop-5.env"
    result.outputs = values_of(outputs.read_text(encoding="utf-8")) if outputs.exists() else {}
    return result


def run_azure(world, job):
    """Runs a job. A variable that isn't set stays as it is written: $(NAME)."""
    text = pipeline_shell.load(ROOT / "ci/pipelines/azure-pipelines.yml")
    found = next(one for stage in text["stages"] for one in stage["jobs"] if job in one.values())
    listed = found["variables"]
    given = listed if isinstance(listed, dict) else {one["name"]: one["value"] for one in listed if "name" in one}
    given = {**given, **world.variables}
    given["EVIDENCE"] = "evidence/9-1"
    result = Result(0, "")
    for step in pipeline_shell.azure(ROOT / "ci/pipelines/azure-pipelines.yml"):
        if step.job != job or result.status != 0:
            continue
        own = {name: world.confirm if "parameters" in value else world.urls.get(name) or value
               for name, value in (step.keys.get("env") or {}).items()}
        status, log = run_shell(["bash", "--noprofile", "--norc"], step.run, world.folder,
                                {**world.environment, **given, **own, "TF_BUILD": "True"})
        result = Result(status, result.log + log)
    found = re.findall(r"^##vso\[task\.setvariable variable=(\w+);isOutput=true\](.*)$", result.log, re.MULTILINE)
    result.outputs = dict(found)
    return result


def run_kubernetes(world):
    step = pipeline_shell.kubernetes(ROOT / "ci/pipelines/kubernetes.yaml")[0]
    given = {one["name"]: one.get("value", "pod-1") for one in step.keys["env"]}
    evidence, told = world.folder / "volume", world.folder / "termination-log"
    evidence.mkdir()
    given.update(world.urls)
    given.update(EVIDENCE=f"{evidence}/pod-1", PLAN=str(world.folder / "plan.json"), CONFIRM=world.confirm)
    script = step.run.replace("/dev/termination-log", str(told))
    assert script != step.run
    status, log = run_shell(["/bin/sh"], script, world.folder, {**world.environment, **given})
    return Result(status, log, values_of(told.read_text(encoding="utf-8")) if told.exists() else {})


def clean(environment=os.environ):
    """Ends what would lead gonogo elsewhere than the pipelines say."""
    return {name: value for name, value in environment.items() if not name.startswith(("GONOGO_", "GITHUB_", "CI"))}
