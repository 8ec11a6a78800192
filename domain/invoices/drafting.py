"""Drafting an invoice: from an accepted quote with every field carried over, or from nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from domain.documents import DocumentLine, Party, PricedDocument, WantedLine, price, write_lines
from domain.errors import FieldProblem, Invalid, RuleViolation
from domain.invoices.model import Invoice, InvoiceLine
from domain.money import amount_problem, rounded


class QuoteNotAccepted(RuleViolation):
    """Only an accepted quote is invoiced."""

    def __init__(self) -> None:
        super().__init__(
            "This quote is not accepted. Record its acceptance first, or draft an invoice without "
            "a quote."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """What an invoice takes from its deal: the sale, the customer and who answers for it."""

    lead_id: UUID | None = None
    company_id: UUID | None = None
    owner_id: UUID | None = None
    buyer: Party
    payment_days: int


def new_draft(deal: Deal, currency: str, now: datetime) -> Invoice:
    """An empty draft for a customer, to be written and priced."""
    return Invoice(
        currency=currency,
        lead_id=deal.lead_id,
        company_id=deal.company_id,
        owner_id=deal.owner_id,
        customer=deal.buyer,
        payment_days=deal.payment_days,
        created_at=now,
    )


def from_offer(
    offer: PricedDocument,
    lines: Sequence[DocumentLine],
    deal: Deal,
    customer: Party,
    notes: str | None,
    now: datetime,
) -> Invoice:
    """A draft that carries over every line, discount and note of an accepted offer.

    The customer is the offer's, with what is known of the buyer today: his address, tax ids and
    where his bills go.
    """
    invoice = new_draft(deal, offer.currency, now)
    invoice.customer = brought_up_to_date(customer, deal.buyer)
    invoice.discount_percent = offer.discount_percent
    invoice.discount_amount = offer.discount_amount
    invoice.notes = notes
    wanted = [_same(line) for line in lines]
    write_lines(invoice.lines, wanted, InvoiceLine)
    reprice(invoice)
    return invoice


def redraft(invoice: Invoice, given: Mapping[str, Any], lines: Sequence[WantedLine] | None) -> None:
    """Change fields of a draft and replace its lines, then work it out anew.

    Refused: an issued invoice; two ways to say when the supply was; a discount both ways.
    """
    invoice.demand_draft()
    for name, value in given.items():
        if getattr(invoice, name) != value:
            setattr(invoice, name, value)
    if lines is not None:
        write_lines(invoice.lines, lines, InvoiceLine)
    _check_supply(invoice)
    reprice(invoice)


def reprice(invoice: Invoice) -> None:
    """Work out what a draft comes to and what is to be paid of it."""
    result = price(invoice, invoice.lines)
    problems = [
        FieldProblem(name, problem)
        for name in ("prepaid", "rounding")
        if (problem := amount_problem(getattr(invoice, name), invoice.currency))
    ]
    payable = result.total - invoice.prepaid + invoice.rounding
    if not problems and (problem := amount_problem(payable, invoice.currency)):
        problems.append(FieldProblem("prepaid", problem))
    if problems:
        raise Invalid(problems=tuple(problems))
    invoice.payable = rounded(payable, invoice.currency)


def brought_up_to_date(offered: Party, known: Party) -> Party:
    """A buyer as the offer names him, with what is known of him today in its place."""
    facts = {
        field.name: getattr(known, field.name)
        for field in fields(Party)
        if getattr(known, field.name)
    }
    facts["contact_name"] = offered.contact_name or known.contact_name
    return replace(offered, **facts)


def filled_up(written: Party, known: Party) -> Party:
    """A buyer as the draft names him, with what is known of him where the draft says nothing."""
    facts = {
        field.name: getattr(known, field.name)
        for field in fields(Party)
        if not getattr(written, field.name)
    }
    if not written.address.is_complete and known.address.is_complete:
        facts["address"] = known.address
    return replace(written, **facts)


def _same(line: DocumentLine) -> WantedLine:
    return WantedLine(
        **{
            field.name: getattr(line, field.name)
            for field in fields(WantedLine)
            if field.name != "id"
        }
    )


def _check_supply(invoice: Invoice) -> None:
    first, last = invoice.supply_from, invoice.supply_to
    if invoice.supplied_on is not None and (first or last):
        raise Invalid("supplied_on", "Give a date of supply or a period of supply, not both.")
    if (first is None) != (last is None):
        missing = "supply_from" if first is None else "supply_to"
        raise Invalid(missing, "A period of supply has a first and a last day.")
    if first is not None and last is not None and last < first:
        raise Invalid("supply_to", "The last day of supply lies before the first.")
