"""Guessing passwords is made slow."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from api.auth import Throttle
from domain.errors import TooMany

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def fail(throttle: Throttle, account: str, machine: str, times: int, now: datetime = NOON) -> int:
    """How many of so many tries were let through."""
    passed = 0
    for _ in range(times):
        try:
            throttle.begin(account, machine, now)
            passed += 1
        except TooMany:
            pass
    return passed


def test_an_account_has_so_many_tries_from_one_machine() -> None:
    throttle = Throttle(3)
    assert fail(throttle, "ada", "a", 5) == 3
    assert fail(throttle, "ada", "b", 5) == 3
    assert fail(throttle, "bob", "a", 5) == 3


def test_the_refusal_says_how_long_to_wait() -> None:
    throttle = Throttle(1)
    throttle.begin("ada", "a", NOON)
    with pytest.raises(TooMany, match="14 minutes") as refusal:
        throttle.begin("ada", "a", NOON + timedelta(seconds=90))
    assert refusal.value.retry_after == 15 * 60 - 90 + 1


def test_after_the_wait_the_count_begins_anew() -> None:
    throttle = Throttle(3)
    fail(throttle, "ada", "a", 9)
    assert fail(throttle, "ada", "a", 9, NOON + timedelta(minutes=16)) == 3


def test_one_machine_has_ten_times_as_many_for_all_accounts() -> None:
    throttle = Throttle(3)
    assert sum(fail(throttle, f"user {n}", "a", 1) for n in range(40)) == 30


def test_one_account_has_ten_times_as_many_from_all_machines() -> None:
    throttle = Throttle(3)
    assert sum(fail(throttle, "ada", f"machine {n}", 1) for n in range(40)) == 30


def test_success_forgets_the_failures_of_this_account_here() -> None:
    throttle = Throttle(3)
    fail(throttle, "ada", "a", 2)
    throttle.begin("ada", "a", NOON)
    throttle.succeeded("ada", "a", NOON)
    assert fail(throttle, "ada", "a", 9) == 3


def test_success_with_ones_own_account_does_not_free_the_machine() -> None:
    throttle = Throttle(3)
    fail(throttle, "victim", "a", 3)
    for n in range(40):
        fail(throttle, f"user {n}", "a", 1)
        try:
            throttle.begin("own", "a", NOON)
        except TooMany:
            break
        throttle.succeeded("own", "a", NOON)
    assert fail(throttle, "victim", "a", 1) == 0
    assert fail(throttle, "fresh", "a", 1) == 0


def test_tries_at_the_same_moment_are_counted() -> None:
    throttle = Throttle(5)
    with ThreadPoolExecutor(8) as threads:
        passed = sum(threads.map(lambda _: fail(throttle, "ada", "a", 5), range(8)))
    assert passed == 5


def test_memory_is_bounded() -> None:
    throttle = Throttle(3, most=50)
    for n in range(200):
        throttle.begin(f"user {n}", f"machine {n}", NOON)
    assert len(throttle._tries) == 50
