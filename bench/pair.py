"""The two servers of a measurement."""

import copy
import re
from concurrent.futures import ThreadPoolExecutor

from commands import UnexpectedEnd, run

PSQL = ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]
PORT = re.compile(r":(\d+)/")

class Pair:
    """The two servers of a throw-away pair. Found by the pair's name, so no other server can be used."""

    def __init__(self, gonogo, name):
        exports = run([gonogo, "pair", "urls", "--name", name]).printed
        quoted = dict(line.removeprefix("export ").split("=", 1) for line in exports.splitlines())
        self.source = quoted["SRC_DB_URL"].strip("'")
        self.target = quoted["TGT_DB_URL"].strip("'")

    def urls(self):
        return ["--source", self.source, "--target", self.target]

    def database(self, name):
        """Returns another database of the same two servers."""
        other = copy.copy(self)
        other.source, other.target = (database_beside(url, name) for url in (self.source, self.target))
        return other

    def with_target(self, name):
        """Returns the same source, with another database of the target's server."""
        other = copy.copy(self)
        other.target = database_beside(self.target, name)
        return other

    def at_ports(self, source, target):
        """Returns the same databases at other ports of this machine."""
        other = copy.copy(self)
        other.source, other.target = url_at_port(self.source, source), url_at_port(self.target, target)
        return other

    def ports(self):
        return [int(PORT.search(url).group(1)) for url in (self.source, self.target)]

    def on(self, url, *statements):
        """Runs each statement in its own transaction with psql and returns the output."""
        return run(PSQL + [f"--command={statement}" for statement in statements] + [url]).printed.strip()

    def on_both(self, *statements):
        """Runs the statements on both sides at once and returns both outputs."""
        with ThreadPoolExecutor(2) as both:
            return list(both.map(lambda url: self.on(url, *statements), [self.source, self.target]))

    def fill(self, file, variable, value):
        """Runs a file on both sides at once, with a variable of psql."""
        with ThreadPoolExecutor(2) as both:
            list(both.map(lambda url: run([*PSQL, f"--set={variable}={value}", f"--file={file}", url]),
                          [self.source, self.target]))

    def agree(self, statement):
        """Runs the statement on both sides at once and fails if the outputs differ."""
        source, target = self.on_both(statement)
        if source != target:
            raise UnexpectedEnd(f"the sides differ: {statement}\n{source}\n{target}")


def database_beside(url, name):
    return f"{url.rpartition('/')[0]}/{name}"


def url_at_port(url, port):
    return PORT.sub(f":{port}/", url)
