"""Writing a document's lines and working out what it comes to."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from domain.documents.arithmetic import Adjustment, Group, LineTerms, TaxCategory, Totals, totals
from domain.documents.model import DocumentLine, PricedDocument
from domain.errors import FieldProblem, Invalid
from domain.money import plain_text

L = TypeVar("L", bound=DocumentLine)


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedLine:
    """A line as somebody wants it written; `id` names the present line that it replaces."""

    id: UUID | None = None
    product_id: UUID | None = None
    description: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    discount_percent: Decimal | None = None
    discount_amount: Decimal | None = None
    tax_rate: Decimal
    tax_category: TaxCategory
    tax_reason: str | None = None

    @property
    def terms(self) -> LineTerms:
        """What the arithmetic needs of it."""
        return terms_of(self)


_WRITTEN = tuple(field.name for field in fields(WantedLine) if field.name != "id")


def write_lines(lines: list[L], wanted: Sequence[WantedLine], kind: type[L]) -> None:
    """Replace a document's lines: one whose id is named is kept, the others are new or go.

    Refused: an id that is not a line of this document, or that is named twice.
    """
    present = {line.id: line for line in lines}
    _check_ids(present, wanted)
    written = []
    for position, want in enumerate(wanted):
        facts = {name: getattr(want, name) for name in _WRITTEN}
        line = present[want.id] if want.id else kind(position=position, **facts)
        for name, value in (("position", position), *facts.items()):
            if getattr(line, name) != value:
                setattr(line, name, value)
        written.append(line)
    lines[:] = written


def price(document: PricedDocument, lines: Sequence[DocumentLine]) -> Totals:
    """Work out a document and keep its sums; refused, with the fields, where it cannot hold."""
    result = totals([terms_of(line) for line in lines], adjustments(document), document.currency)
    for line, priced in zip(lines, result.lines, strict=True):
        line.gross, line.net = priced.gross, priced.net
    document.lines_total = result.lines_total
    document.discount_total = result.discount_total
    document.net_total = result.net_total
    document.tax_total = result.tax_total
    document.total = result.total
    document.tax_groups = stored_groups(result)
    return result


def adjustments(document: PricedDocument) -> tuple[Adjustment, ...]:
    """The document's own discount, where it has one."""
    return discount(document.discount_percent, document.discount_amount)


def discount(percent: Decimal | None, amount: Decimal | None) -> tuple[Adjustment, ...]:
    """A discount on the whole document as a percentage or an amount; giving both is refused."""
    if percent is not None and amount is not None:
        raise Invalid(
            "discount_amount", "Give the discount as a percentage or an amount, not both."
        )
    if percent is None and amount is None:
        return ()
    return (Adjustment(percent=percent, amount=amount),)


def stored_groups(result: Totals) -> list[dict[str, str | None]]:
    """The tax groups as a document keeps them: decimal texts."""
    return plain_groups(result.groups)


def plain_groups(groups: Sequence[Group]) -> list[dict[str, str | None]]:
    """Tax groups as decimal texts."""
    return [
        {
            "rate": plain_text(group.rate),
            "category": group.category.value,
            "reason": group.reason,
            "net": f"{group.net:f}",
            "tax": f"{group.tax:f}",
        }
        for group in groups
    ]


def terms_of(line: DocumentLine | WantedLine) -> LineTerms:
    """What the arithmetic needs to know of a line."""
    return LineTerms(
        quantity=line.quantity,
        unit_price=line.unit_price,
        discount_percent=line.discount_percent,
        discount_amount=line.discount_amount,
        tax_rate=line.tax_rate,
        tax_category=line.tax_category,
        tax_reason=line.tax_reason,
    )


def _check_ids(present: dict[UUID, L], wanted: Sequence[WantedLine]) -> None:
    seen: set[UUID] = set()
    problems = []
    for position, want in enumerate(wanted):
        if want.id is None:
            continue
        if want.id not in present:
            problems.append(FieldProblem(f"lines.{position}.id", "This document has no such line."))
        elif want.id in seen:
            problems.append(FieldProblem(f"lines.{position}.id", "This line is named twice."))
        seen.add(want.id)
    if problems:
        raise Invalid(problems=tuple(problems))
