"""The two servers that are measured."""

import copy
from concurrent.futures import ThreadPoolExecutor

from commands import UnexpectedEnd, run


class Pair:
    """The two servers of a throw-away pair, known by its name: no other server can be meant."""

    def __init__(self, gonogo, name):
        exports = run([gonogo, "pair", "urls", "--name", name])
        quoted = dict(line.removeprefix("export ").split("=", 1) for line in exports.splitlines())
        self.source = quoted["SRC_DB_URL"].strip("'")
        self.target = quoted["TGT_DB_URL"].strip("'")

    def urls(self):
        return ["--source", self.source, "--target", self.target]

    def database(self, name):
        """Another database of the same two servers."""
        other = copy.copy(self)
        other.source, other.target = (database_beside(url, name) for url in (self.source, self.target))
        return other

    def with_target(self, name):
        """The same source, and another database of the target's server."""
        other = copy.copy(self)
        other.target = database_beside(self.target, name)
        return other

    def on(self, url, *statements):
        """Each statement in a transaction of its own, by psql; returns what they yield."""
        command = ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]
        return run(command + [f"--command={statement}" for statement in statements] + [url]).strip()

    def on_both(self, *statements):
        """The same on both sides at once."""
        with ThreadPoolExecutor(2) as both:
            return list(both.map(lambda url: self.on(url, *statements), [self.source, self.target]))

    def agree(self, statement):
        """The same, where both sides must yield the same."""
        source, target = self.on_both(statement)
        if source != target:
            raise UnexpectedEnd(f"the sides differ: {statement}\n{source}\n{target}")


def database_beside(url, name):
    return f"{url.rpartition('/')[0]}/{name}"
