"""What callers say of a document's lines, completed from products and the workspace's taxes."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Annotated, Any, NamedTuple

from fastapi import Depends

from api.documents.schemas import LineDraft
from api.work import Work, later
from domain.documents import DocumentLine, TaxCategory, WantedLine
from domain.documents.arithmetic import LineTerms
from domain.errors import FieldProblem, Invalid, NotFound
from domain.products import Product, ProductRepository
from domain.workspace import Tax, WorkspaceRepository

USUAL_UNIT = "pc"
STANDARD = TaxCategory.STANDARD
_KEPT = ("product_id", "description", "quantity", "unit", "unit_price")
_DISCOUNTS = ("discount_percent", "discount_amount")

Complain = Callable[[str, str], None]


class LineTax(NamedTuple):
    """The rate, category and reason of a line."""

    rate: Decimal
    category: TaxCategory
    reason: str | None


class LineDrafts:
    """Completes the lines of one request; all that is missing is named in one answer."""

    def __init__(self, work: Work) -> None:
        self.products = ProductRepository(work.session)
        self.taxes = WorkspaceRepository(work.session).the_one().taxes
        self.currency = work.currency

    def priced(self, drafts: Sequence[LineDraft]) -> list[LineTerms]:
        """The terms of lines that are only added up, which takes no words for them."""
        found = self._completed(drafts, (), needed=("unit_price",))
        return [WantedLine(**{"description": "", **facts}).terms for facts in found]

    def wanted(
        self, drafts: Sequence[LineDraft], present: Sequence[DocumentLine] = ()
    ) -> list[WantedLine]:
        """The lines to write; one that names a present line keeps what it does not send."""
        found = self._completed(drafts, present, needed=("description", "unit_price"))
        return [WantedLine(**facts) for facts in found]

    def _completed(
        self,
        drafts: Sequence[LineDraft],
        present: Sequence[DocumentLine],
        needed: tuple[str, ...],
    ) -> list[dict[str, Any]]:
        known = {line.id: line for line in present}
        problems: list[FieldProblem] = []
        found = []
        for position, draft in enumerate(drafts):

            def complain(field: str, message: str, at: int = position) -> None:
                problems.append(FieldProblem(f"lines.{at}.{field}", message))

            line = known.get(draft.id) if draft.id else None
            found.append(self._facts(draft, line, needed, complain))
        if problems:
            raise Invalid(problems=tuple(problems))
        return found

    def _facts(
        self,
        draft: LineDraft,
        line: DocumentLine | None,
        needed: tuple[str, ...],
        complain: Complain,
    ) -> dict[str, Any]:
        product = self._product(draft, complain)
        facts = {**self._usual(product), **(_facts_of(line) if line else {})}
        given = {name: value for name, value in draft.given().items() if name in _KEPT}
        facts.update({name: value for name, value in given.items() if value is not None})
        facts.update(_discount(draft, line))
        for name in needed:
            if facts.get(name) in (None, ""):
                complain(name, "This field is missing.")
        tax = self._tax(draft, self._usual_tax(product, line), complain)
        return {
            **facts,
            "id": draft.id,
            "tax_rate": tax.rate,
            "tax_category": tax.category,
            "tax_reason": tax.reason,
        }

    def _product(self, draft: LineDraft, complain: Complain) -> Product | None:
        if draft.product_id is None:
            return None
        try:
            product = self.products.get(draft.product_id)
        except NotFound as error:
            complain("product_id", error.detail)
            return None
        if product.currency != self.currency and draft.unit_price is None:
            complain("unit_price", f"Give a price; the product's is in {product.currency}.")
        return product

    def _usual(self, product: Product | None) -> dict[str, Any]:
        usual: dict[str, Any] = {"quantity": Decimal(1), "unit": USUAL_UNIT}
        if product is None:
            return usual
        return {
            **usual,
            "product_id": product.id,
            "description": "\n".join(filter(None, (product.name, product.description))),
            "unit": product.unit,
            "unit_price": product.unit_price,
        }

    def _usual_tax(self, product: Product | None, line: DocumentLine | None) -> LineTax | None:
        if line is not None:
            return LineTax(line.tax_rate, line.tax_category, line.tax_reason)
        if product is not None and product.tax_rate is not None:
            category = product.tax_category or (STANDARD if product.tax_rate else TaxCategory.ZERO)
            return LineTax(product.tax_rate, TaxCategory(category), self._reason(category))
        default = next((tax for tax in self.taxes if tax.default), None)
        return _line_tax(default) if default else None

    def _tax(self, draft: LineDraft, usual: LineTax | None, complain: Complain) -> LineTax:
        """The tax that is sent, else the usual one; a rate alone is standard, of 0 it is zero."""
        rate, category, reason = draft.tax_rate, draft.tax_category, draft.tax_reason
        if rate is None and category is None and usual is not None:
            return usual._replace(reason=reason or usual.reason)
        if category is None:
            category = STANDARD if rate else TaxCategory.ZERO
        if rate is None:
            rate = self._standard_rate(usual) if category is STANDARD else Decimal(0)
        if rate is None or (draft.tax_rate is None and usual is None and not draft.tax_category):
            complain("tax_rate", "Give the tax rate in percent, for example 19.")
        return LineTax(rate or Decimal(0), category, reason or self._reason(category))

    def _standard_rate(self, usual: LineTax | None) -> Decimal | None:
        if usual is not None and usual.category is STANDARD:
            return usual.rate
        rates = [tax for tax in self.taxes if tax.category == STANDARD]
        preferred = sorted(rates, key=lambda tax: not tax.default)
        return preferred[0].rate if preferred else None

    def _reason(self, category: str) -> str | None:
        """The workspace's reason for a category in which no tax is due."""
        return next((tax.reason for tax in self.taxes if tax.category == category), None)


Drafted = Annotated[LineDrafts, Depends(later(LineDrafts))]


def _line_tax(tax: Tax) -> LineTax:
    return LineTax(tax.rate, TaxCategory(tax.category), tax.reason)


def _facts_of(line: DocumentLine) -> dict[str, Any]:
    return {name: getattr(line, name) for name in _KEPT}


def _discount(draft: LineDraft, line: DocumentLine | None) -> dict[str, Decimal | None]:
    """The discount that is sent; where none is, a kept line keeps its own."""
    if line is not None and not draft.model_fields_set & set(_DISCOUNTS):
        return {name: getattr(line, name) for name in _DISCOUNTS}
    return {name: getattr(draft, name) for name in _DISCOUNTS}
