#!/usr/bin/env python3
"""Makes a server distant: a TCP proxy that delivers everything half a round trip later.

  bench/proxy.py --listen PORT --to HOST:PORT --rtt-ms 20
  bench/proxy.py --listen 0 --to /var/run/postgresql/.s.PGSQL.5432 --rtt-ms 100

Port 0 is a free one. Prints a line of JSON with its port when it listens. Ends on SIGTERM or SIGINT and
prints another with what it carried: connections, bytes each way, and turns. A turn is what a client says
after the server has spoken, so each turn costs at least one round trip.
"""

import argparse
import collections
import json
import select
import signal
import socket
import sys
import threading
import time

CHUNK = 256 * 1024


class Carried:
    """What went through the proxy."""

    def __init__(self):
        self.lock = threading.Lock()
        self.totals = {"connections": 0, "turns": 0, "bytes_to_server": 0, "bytes_to_client": 0}

    def add(self, **numbers):
        with self.lock:
            for name, number in numbers.items():
                self.totals[name] += number


class Connection:
    """One client and its connection to the server. Each direction has a thread."""

    def __init__(self, client, server, delay, carried):
        self.client, self.server, self.delay, self.carried = client, server, delay, carried
        self.server_spoke = True  # so that the client's first message counts as a turn
        for one in (client, server):
            if one.family != socket.AF_UNIX:
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.directions = [threading.Thread(target=self.carry, args=way, daemon=True)
                           for way in ((client, server), (server, client))]

    def run(self):
        for direction in self.directions:
            direction.start()
        for direction in self.directions:
            direction.join()
        self.client.close()
        self.server.close()

    def carry(self, sender, receiver):
        """Delivers what the sender says after the delay, in order, until the sender has closed."""
        under_way = collections.deque()  # (when due, data); without data: the sender has closed
        closed = False
        try:
            while under_way or not closed:
                wait = max(0, under_way[0][0] - time.monotonic()) if under_way else None
                if wait != 0 and (select.select([] if closed else [sender], [], [], wait)[0]):
                    data = sender.recv(CHUNK)
                    closed = not data
                    self.heard(sender, data)
                    under_way.append((time.monotonic() + self.delay, data))
                if under_way and under_way[0][0] <= time.monotonic():
                    self.deliver(receiver, under_way.popleft()[1])
        except OSError:  # one end is gone, so the other must learn it
            for one in (self.client, self.server):
                try:
                    one.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

    def heard(self, sender, data):
        if sender is self.client and data:
            self.carried.add(turns=int(self.server_spoke), bytes_to_server=len(data))
            self.server_spoke = False

    def deliver(self, receiver, data):
        if not data:
            receiver.shutdown(socket.SHUT_WR)
            return
        if receiver is self.client:
            self.server_spoke = True
            self.carried.add(bytes_to_client=len(data))
        receiver.sendall(data)


def connect(address):
    """Connects to HOST:PORT, or to a Unix-domain socket if the address has a slash."""
    if "/" in address:
        server = socket.socket(socket.AF_UNIX)
        server.connect(address)
        return server
    host, _, port = address.rpartition(":")
    return socket.create_connection((host, int(port)))


def serve(listener, address, delay, carried):
    while True:
        client, _ = listener.accept()
        try:
            server = connect(address)
        except OSError as error:
            print(f"proxy: can't connect to {address}: {error}", file=sys.stderr)
            client.close()
            continue
        carried.add(connections=1)
        threading.Thread(target=Connection(client, server, delay, carried).run, daemon=True).start()


def options():
    parser = argparse.ArgumentParser(description="Delays everything between a client and a server.")
    parser.add_argument("--listen", metavar="PORT", type=int, default=0, help="port on 127.0.0.1 (default: a free one)")
    parser.add_argument("--to", metavar="ADDRESS", required=True, help="HOST:PORT, or the path of a Unix-domain socket")
    parser.add_argument("--rtt-ms", metavar="N", type=float, required=True, help="round trip time in milliseconds")
    return parser.parse_args()


def main():
    chosen = options()
    ended = {signal.SIGTERM, signal.SIGINT}
    signal.pthread_sigmask(signal.SIG_BLOCK, ended)  # the threads inherit it
    listener = socket.create_server(("127.0.0.1", chosen.listen), backlog=128)
    print(json.dumps({"port": listener.getsockname()[1]}), flush=True)
    carried = Carried()
    threading.Thread(target=serve, args=(listener, chosen.to, chosen.rtt_ms / 2000, carried), daemon=True).start()
    signal.sigwait(ended)
    print(json.dumps(carried.totals), flush=True)


if __name__ == "__main__":
    main()
