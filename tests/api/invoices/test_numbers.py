"""Numbers without gap and without repeat, whatever fails and whatever runs at once."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, select
from sqlalchemy.orm import Session

from domain.invoices import Invoice, InvoiceState
from domain.users import SYSTEM
from tests.api.invoices.scenes import API, a_draft, an_invoice, at_once, get, post
from tests.conftest import Clock
from tests.domain.invoices.examples import a_draft as a_draft_of_the_domain
from tests.factories import Staff

INVOICES = 200
THREADS = 16


class DiskFull(Exception):
    """What a commit fails with in these tests."""


@contextmanager
def every_tenth_issue_rolled_back() -> Iterator[list[str]]:
    """Let the flush of each tenth issued invoice fail after its number was drawn."""
    lock, failed, seen = threading.Lock(), list[str](), iter(range(10_000))

    def fail(session: Session, context: Any, instances: Any) -> None:
        for record in session.dirty:
            if isinstance(record, Invoice) and record.state is InvoiceState.ISSUED:
                if "counted" in session.info:
                    continue
                session.info["counted"] = True
                with lock:
                    if next(seen) % 10 == 9:
                        failed.append(str(record.number))
                        raise DiskFull

    event.listen(Session, "before_flush", fail)
    try:
        yield failed
    finally:
        event.remove(Session, "before_flush", fail)


def drafts(company: Staff, clock: Clock, count: int) -> list[str]:
    """Many drafts, written past the API to save time."""
    with company.app.state.database.writing(SYSTEM, clock.moment) as session:
        written = [a_draft_of_the_domain() for _ in range(count)]
        session.add_all(written)
        session.flush()
        return [str(draft.id) for draft in written]


def test_two_hundred_issued_by_sixteen_threads_a_tenth_rolled_back_leave_no_gap(
    company: Staff, clock: Clock
) -> None:
    finance = company.client("finance")
    ids = drafts(company, clock, INVOICES)

    def issue(id: str) -> int:
        return finance.post(f"{API}/invoices/{id}/issue").status_code

    with every_tenth_issue_rolled_back() as failed:
        statuses = at_once(issue, ids, THREADS)
    assert len(failed) == INVOICES // 10
    assert sorted(statuses) == [200] * (INVOICES - len(failed)) + [500] * len(failed)
    rolled_back = [id for id, status in zip(ids, statuses, strict=True) if status == 500]
    assert at_once(issue, rolled_back, THREADS) == [200] * len(failed)
    assert issued_numbers(company, clock) == [f"INV-2026-{n:04d}" for n in range(1, INVOICES + 1)]


def issued_numbers(company: Staff, clock: Clock) -> list[str]:
    """Every number that was given, in their order."""
    with company.app.state.database.reading(SYSTEM, clock.moment) as session:
        return sorted(number for number in session.scalars(select(Invoice.number)) if number)


def test_one_draft_issued_twenty_times_at_once_takes_one_number(company: Staff) -> None:
    finance = company.client("finance")
    draft = a_draft(finance)

    def issue(_: int) -> int:
        return finance.post(f"{API}/invoices/{draft['id']}/issue").status_code

    assert sorted(at_once(issue, range(20), 20)) == [200] + [409] * 19
    assert an_invoice(finance)["number"] == "INV-2026-0002"


def test_credit_notes_have_a_series_of_their_own(company: Staff) -> None:
    finance = company.client("finance")
    invoices = [an_invoice(finance) for _ in range(8)]

    def credit(invoice: dict[str, Any]) -> str:
        path = f"/invoices/{invoice['id']}/credit-notes"
        return str(post(finance, path, {"reason": "Returned"}, 201)["number"])

    numbers = at_once(credit, invoices, 8)
    assert sorted(numbers) == [f"CN-2026-{n:04d}" for n in range(1, 9)]
    assert get(finance, "/invoices", status="credited", count=True)["total"] == 8
