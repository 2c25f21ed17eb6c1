"""One service and one browser for all tests of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.api.pages.browsing import Visitor, browser_started, served


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the service, without a slash at its end."""
    with served() as base:
        yield base


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Ends with its module: while it runs, its event loop keeps other tests of the same process from running theirs."""
    with browser_started() as started:
        yield started


@pytest.fixture
def visit(site: str, browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """Makes visitors, and fails the test where one of them met an error."""
    visitors: list[Visitor] = []

    def make(**options: Any) -> Visitor:
        visitors.append(Visitor(browser, site, **options))
        return visitors[-1]

    yield make
    for visitor in visitors:
        visitor.leave()
