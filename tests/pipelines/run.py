#!/usr/bin/env python3
"""Runs the shell of all pipelines as their hosts would, with the gonogo of build/dev on throw-away servers: GO, NO-GO,
could not tell, wrong usage, nothing confirmed, secrets that are missing, shards that are missing, comments."""
import http.server
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading

sys.dont_write_bytecode = True
import hosts  # noqa: E402

GONOGO = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else hosts.ROOT / "build/dev/gonogo"
PHRASE = "JUDGE SHOP"
PLAN = {
    "gonogo": 1,
    "name": "shop",
    "connections": {"source": {"url": {"env": "SRC_DB_URL"}}, "target": {"url": {"env": "TGT_DB_URL"}}},
    "relations": [{"source": "public.orders", "key": ["id"]}],
    "checks": [
        {"id": "row_count", "gate": "row_count", "phases": ["gate"]},
        {"id": "columns", "gate": "columns", "phases": ["gate"]},
        {"id": "indexes", "gate": "indexes", "phases": ["gate"]},
        {"id": "row_checksum", "gate": "row_checksum", "phases": ["gate"]},
        {"id": "row_checksum_2", "gate": "row_checksum", "phases": ["gate"]},
    ],
    "fixture": "sample",
}
SCHEMA = "CREATE TABLE public.orders (id integer PRIMARY KEY, amount integer NOT NULL);\n"
DATA = "INSERT INTO public.orders SELECT n, n FROM generate_series(1, 100) AS n;\n"
KEYS = {"verdict", "exit_status", "run_id", "blockers", "errors", "evidence", "report", "digest"}


class Comments:
    """The part of GitHub's API that writes comments: `kept` is what the pull request has."""

    def __init__(self, kept=(), refuses=False):
        self.kept, self.requests = [dict(one) for one in kept], []
        api = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self):
                length = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(length)) if length else None
                api.requests.append((self.command, self.path, self.headers.get("Authorization")))
                status, answer = (403, {}) if refuses else api.done(self.command, self.path, body)
                self.send_response(status)
                self.end_headers()
                self.wfile.write(json.dumps(answer).encode())

            do_GET = do_POST = do_PATCH = answer

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def done(self, method, path, body):
        if method == "GET":
            page = int(path.rsplit("page=", 1)[1])
            return 200, self.kept[(page - 1) * 100:page * 100]
        if method == "POST":
            self.kept.append({"id": 1000 + len(self.kept), "body": body["body"], "user": {"type": "Bot"}})
            return 201, {}
        found = next(one for one in self.kept if one["id"] == int(path.rsplit("/", 1)[1]))
        found["body"] = body["body"]
        return 200, {}


class Checks:
    """The scenarios. Each works in folders of its own."""

    def __init__(self, work, urls):
        self.work, self.urls, self.wrong, self.done, self.number = work, urls, 0, 0, 0
        self.plan = work / "plan"
        (self.plan / "sample").mkdir(parents=True)
        (self.plan / "plan.json").write_text(json.dumps(PLAN), encoding="utf-8")
        for name, text in (("schema.sql", SCHEMA), ("data.sql", DATA), ("rehearsal.env", "")):
            (self.plan / "sample" / name).write_text(text, encoding="utf-8")
        self.programs = work / "programs"
        self.programs.mkdir()
        (self.programs / "gonogo").symlink_to(GONOGO)
        self.version = subprocess.run([GONOGO, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]

    def expect(self, what, is_so, log=""):
        self.done += 1
        if not is_so:
            self.wrong += 1
            print(f"FAIL {what}\n{log[-1500:]}")

    def world(self, urls=None, confirm=PHRASE, programs=None, **variables):
        self.number += 1
        files = [self.plan / "plan.json", self.plan / "sample"]
        return hosts.World(self.work / str(self.number) / "repository", files, programs or self.programs,
                           self.urls if urls is None else urls, confirm, variables)

    def runners(self):
        """Each host's gate: a function from a world to its result."""
        return {
            "github": lambda world: hosts.GitHub(world, "gonogo-gate.yml").run()["gate"],
            "github, 4 shards": lambda world: hosts.GitHub(world, "gonogo-gate-shards.yml").run()["merge"],
            "gitlab": lambda world: hosts.GitLab(world).run("gonogo-gate"),
            "gitlab, 4 shards": self.gitlab_shards,
            "jenkins": lambda world: hosts.run_jenkins(world, "gate"),
            "azure": lambda world: hosts.run_azure(world, "gate"),
            "kubernetes": hosts.run_kubernetes,
        }

    @staticmethod
    def gitlab_shards(world, skipped=()):
        host = hosts.GitLab(world, "gitlab-ci-shards.yml")
        for number in {"1", "2", "3", "4"} - set(skipped):
            host.run("gonogo-shard", CI_NODE_INDEX=number)
        return host.run("gonogo-merge")

    def judged(self, status, verdict, urls=None):
        for host, run in self.runners().items():
            result = run(self.world(urls))
            self.expect(f"{host}: have exit status {result.status}, want {status}", result.status == status, result.log)
            self.expect(f"{host}: have outputs {result.outputs}, want {verdict}",
                        result.outputs.get("verdict") == verdict and result.outputs.get("exit_status") == str(status))
            if status in (0, 1):
                self.expect(f"{host}: have {set(result.outputs)}, want {KEYS}", set(result.outputs) == KEYS)
            password = self.urls["SRC_DB_URL"].split(":")[2].split("@")[0]
            self.expect(f"{host}: the log has a password", password not in result.log)

    def nothing_is_done(self, what, says, **changes):
        for host, run in self.runners().items():
            world = self.world(**changes)
            result = run(world)
            shards = "shards" in host
            self.expect(f"{host}: {what}: have exit status {result.status}", result.status == (3 if shards else 2), result.log)
            self.expect(f"{host}: {what}: have no message \"{says}\"", shards or says in result.log, result.log)
            self.expect(f"{host}: {what}: it is GO", result.outputs.get("verdict") in (None, "", "NO-GO"), result.log)
            self.expect(f"{host}: {what}: something was read", "server" not in result.log and
                        not list(world.folder.parent.rglob("verdict.json" if not shards else "shard-*/verdict.json")))

    def shards_are_missing(self):
        for number in "1", "4":
            result = hosts.GitHub(self.world(), "gonogo-gate-shards.yml").run(skipped=[f"shard{number}"])["merge"]
            self.expect(f"github: without shard {number}: {result.status}", result.status == 3, result.log)
            self.expect("github: the merge says what did not run", "did not run" in result.log, result.log)
            result = self.gitlab_shards(self.world(), skipped=[number])
            self.expect(f"gitlab: without shard {number}: {result.status}", result.status == 3, result.log)
        host = hosts.GitHub(self.world(), "gonogo-gate-shards.yml")
        host.lost = {"gonogo-shard-2"}
        results = host.run()
        self.expect("github: a lost artifact is red", results["merge"].status == 3, results["merge"].log)
        for number in "1234":
            shard = results[f"shard{number}"]
            self.expect(f"github: shard {number} alone says GO", shard.status == 0 and not shard.outputs["verdict"])
        nobody = hosts.GitLab(self.world(), "gitlab-ci-shards.yml").run("gonogo-merge")
        self.expect("gitlab: without any shard", nobody.status == 3, nobody.log)
        more = hosts.GitLab(self.world(), "gitlab-ci-shards.yml").run("gonogo-shard", CI_NODE_INDEX="6", SHARDS="6")
        self.expect("a shard without a check is refused", more.status == 2 and "fewer shards" in more.log, more.log)

    def installs(self):
        package, sha256 = self.package()
        bare = self.work / "bare"
        bare.mkdir()
        (bare / "apt-get").write_text("#!/bin/sh\nfor word; do :; done\ncase $word in\n"
                                      f"  *.deb) dpkg-deb -x \"$word\" {bare}/root && ln -sf root/usr/bin/gonogo {bare}/gonogo ;;\n"
                                      "esac\n", encoding="utf-8")
        (bare / "apt-get").chmod(0o755)
        for host, run in self.runners().items():
            if host != "kubernetes" and "shards" not in host:
                result = run(self.world(programs=bare, GONOGO_URL=package.as_uri(), GONOGO_SHA256=sha256))
                self.expect(f"{host}: installs gonogo: {result.status}", result.status == 0, result.log)
                shutil.rmtree(bare / "root")
                result = run(self.world(programs=bare, GONOGO_URL=package.as_uri(), GONOGO_SHA256="0" * 64))
                self.expect(f"{host}: other bytes are refused", result.status == 1 and not (bare / "root").exists(), result.log)
                result = run(self.world(programs=bare, GONOGO_URL=package.as_uri()))
                self.expect(f"{host}: no sha256 is refused", result.status != 0 and not (bare / "root").exists(), result.log)
                result = run(self.world(programs=bare))
                self.expect(f"{host}: no gonogo: {result.status}", result.status == 2 and "no gonogo" in result.log, result.log)
        (bare / "gonogo").unlink(missing_ok=True)
        (bare / "gonogo").write_text("#!/bin/sh\necho gonogo 9.9.9\n", encoding="utf-8")
        (bare / "gonogo").chmod(0o755)
        for host, run in self.runners().items():
            result = run(self.world(programs=bare))
            self.expect(f"{host}: another version: {result.status}", result.status == 2 and "have gonogo 9.9.9" in result.log, result.log)

    def package(self):
        root = self.work / "package"
        (root / "usr/bin").mkdir(parents=True)
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN/control").write_text(f"Package: gonogo\nVersion: {self.version}\nArchitecture: all\n"
                                             "Maintainer: none\nDescription: test\n", encoding="utf-8")
        (root / "usr/bin/gonogo").write_text(f"#!/bin/sh\nexec {GONOGO} \"$@\"\n", encoding="utf-8")
        (root / "usr/bin/gonogo").chmod(0o755)
        file = self.work / "gonogo.deb"
        subprocess.run(["dpkg-deb", "--build", "-Znone", root, file], check=True, capture_output=True)
        digest = subprocess.run(["sha256sum", file], capture_output=True, text=True, check=True).stdout.split()[0]
        return file, digest

    def rehearses(self):
        runs = {
            "gitlab": lambda world: hosts.GitLab(world).run("gonogo-rehearsal"),
            "jenkins": lambda world: hosts.run_jenkins(world, "rehearsal"),
            "azure": lambda world: hosts.run_azure(world, "rehearse"),
        }
        for host, run in runs.items():
            result = run(self.world(urls={}, confirm=""))
            self.expect(f"{host}: rehearses: {result.status}", result.status == 0, result.log)
            self.expect(f"{host}: says so: {result.outputs}", result.outputs.get("verdict") == "GO", result.log)

    def rehearse(self, api, damage=None):
        world = self.world(urls={}, confirm="")
        (damage or str)(world.folder)
        host = hosts.GitHub(world, "gonogo-rehearsal.yml", {"pull_request": {"number": 5}}, api.url)
        return host.run()["rehearse"]

    def comments(self):
        marker = "<!-- gonogo rehearse plan.json -->"
        others = [{"id": n, "body": "a remark", "user": {"type": "User"}} for n in range(120)]
        others[3]["body"] = marker + " a person's"
        api = Comments(others)
        result = self.rehearse(api)
        self.expect(f"github: rehearses: {result.status}", result.status == 0 and result.outputs["verdict"] == "GO", result.log)
        self.expect("github: the summary has the verdict", result.summary.startswith("# GO"), result.summary)
        self.expect("github: one comment more", len(api.kept) == 121 and api.kept[120]["body"].startswith(marker + "\n**GO"),
                    api.kept[-1]["body"])
        self.expect("github: with the job's token", all(one[2] == "Bearer token-of-the-job" for one in api.requests))

        def broken(folder):
            (folder / "sample/data.sql").write_text("SELECT 1/0;\n", encoding="utf-8")

        result = self.rehearse(api, broken)
        self.expect(f"github: a rehearsal that breaks off: {result.status}", result.status not in (0, None), result.log)
        self.expect("github: the same comment is changed", len(api.kept) == 121 and "no verdict" in api.kept[120]["body"],
                    api.kept[-1]["body"])
        self.expect("github: a person's is not", api.kept[3]["body"] == marker + " a person's")
        self.expect("github: the token is in no log", "token-of-the-job" not in result.log, result.log)
        result = self.rehearse(Comments(refuses=True))
        self.expect(f"github: no right to comment: {result.status}", result.status == 0 and "::warning::" in result.log, result.log)


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        environment = hosts.clean()
        pair = f"pipelines-{work.name}"
        sample = work / "pair"
        (sample / "sample").mkdir(parents=True)
        (sample / "plan.json").write_text(json.dumps(PLAN), encoding="utf-8")
        for name, text in (("schema.sql", SCHEMA), ("data.sql", DATA), ("rehearsal.env", "")):
            (sample / "sample" / name).write_text(text, encoding="utf-8")
        subprocess.run([GONOGO, "pair", "up", "--name", pair, "--with-parent", "--plan", sample / "plan.json"],
                       env=environment, check=True, capture_output=True)
        try:
            return run_all(work, pair, environment)
        finally:
            subprocess.run([GONOGO, "pair", "down", "--name", pair], env=environment, check=True, capture_output=True)


def run_all(work, pair, environment):
    said = subprocess.run([GONOGO, "pair", "urls", "--name", pair], env=environment, check=True, capture_output=True, text=True)
    urls = {}
    for line in said.stdout.splitlines():
        name, url = line.removeprefix("export ").split("=", 1)
        urls[name] = url.strip("'\"")
    urls = {name: urls[name] for name in ("SRC_DB_URL", "TGT_DB_URL")}
    checks = Checks(work, urls)

    def on_target(statement):
        subprocess.run(["psql", "-qX", "-v", "ON_ERROR_STOP=1", "-c", statement, urls["TGT_DB_URL"]], check=True)

    checks.judged(0, "GO")
    checks.shards_are_missing()
    checks.installs()
    checks.nothing_is_done("another phrase", "not confirmed", confirm="judge shop")
    checks.nothing_is_done("no phrase", "not confirmed", confirm="")
    no_secret = "the secret TGT_DB_URL isn't the URL of a database"
    checks.nothing_is_done("no secret", no_secret, urls={"SRC_DB_URL": urls["SRC_DB_URL"]})
    checks.nothing_is_done("a secret that is no URL", no_secret, urls={**urls, "TGT_DB_URL": "$(TGT_DB_URL)"})
    on_target("DELETE FROM public.orders WHERE id = 7")
    checks.judged(1, "NO-GO")
    checks.judged(3, "NO-GO", {**urls, "TGT_DB_URL": "postgresql://nobody@127.0.0.1:1/nowhere"})
    checks.rehearses()
    checks.comments()
    print(f"pipelines: {checks.done - checks.wrong} passed, {checks.wrong} failed")
    return 1 if checks.wrong else 0


sys.exit(main())
