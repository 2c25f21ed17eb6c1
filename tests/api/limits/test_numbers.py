"""The numbers that bound a request, the time it may take, and where the service listens."""

from __future__ import annotations

import pytest

from api.limits import Deadline, Limits
from api.settings import Settings
from kg.errors import TimeLimitReached


def test_a_bound_that_lets_nothing_through_is_refused() -> None:
    with pytest.raises(ValueError, match="max_depth must be above 0"):
        Limits(max_depth=0)


def test_a_default_page_fits_on_the_largest_page() -> None:
    with pytest.raises(ValueError, match="default_page_size"):
        Limits(default_page_size=50, max_page_size=49)


def test_a_deadline_in_the_future_lets_work_go_on() -> None:
    deadline = Deadline(60)
    deadline.check()

    assert 59 < deadline.remaining_seconds() <= 60


def test_a_deadline_that_has_passed_stops_the_work_and_says_what_to_do() -> None:
    deadline = Deadline(0)

    with pytest.raises(TimeLimitReached, match="time limit of 0 seconds") as raised:
        deadline.check()
    assert deadline.remaining_seconds() == 0
    assert "fewer" in raised.value.remedy


def test_a_service_listens_on_this_machine_only_unless_told_otherwise() -> None:
    assert Settings().host == "127.0.0.1"


@pytest.mark.parametrize("port", [-1, 65536])
def test_a_port_that_no_machine_has_is_refused(port: int) -> None:
    with pytest.raises(ValueError, match=f"port {port} is not between 0 and 65535"):
        Settings(port=port)
