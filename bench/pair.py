"""The two servers of a measurement."""

import copy
from concurrent.futures import ThreadPoolExecutor

from commands import UnexpectedEnd, run


class Pair:
    """The two servers of a throw-away pair. Found by the pair's name, so no other server can be used."""

    def __init__(self, gonogo, name):
        exports = run([gonogo, "pair", "urls", "--name", name])
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

    def on(self, url, *statements):
        """Runs each statement in its own transaction with psql and returns the output."""
        command = ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]
        return run(command + [f"--command={statement}" for statement in statements] + [url]).strip()

    def on_both(self, *statements):
        """Runs the statements on both sides at once and returns both outputs."""
        with ThreadPoolExecutor(2) as both:
            return list(both.map(lambda url: self.on(url, *statements), [self.source, self.target]))

    def agree(self, statement):
        """Runs the statement on both sides at once and fails if the outputs differ."""
        source, target = self.on_both(statement)
        if source != target:
            raise UnexpectedEnd(f"the sides differ: {statement}\n{source}\n{target}")


def database_beside(url, name):
    return f"{url.rpartition('/')[0]}/{name}"
