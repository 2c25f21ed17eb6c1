"""Starts servers on free loopback ports, waits until they answer, and stops them."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from socket import socket

import httpx

EVIDENSGRAF = (sys.executable, "-c", "from api.commands import main; main()", "serve", "--port")


def free_port() -> int:
    with socket() as opened:
        opened.bind(("127.0.0.1", 0))
        port: int = opened.getsockname()[1]
        return port


@contextmanager
def running(command: Sequence[str], url: str) -> Iterator[float]:
    """The server, until the block ends; gives the seconds from its start to its first answer at the url."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not _answers(url):
            if process.poll() is not None or time.perf_counter() - began > 60:
                raise RuntimeError(f"{command[0]} did not answer at {url}")
            time.sleep(0.01)
        yield time.perf_counter() - began
    finally:
        process.terminate()
        process.wait(20)


def _answers(url: str) -> bool:
    try:
        httpx.get(url, timeout=5)
    except httpx.TransportError:
        return False
    return True
