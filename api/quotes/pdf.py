"""The printed quote."""

from dataclasses import dataclass
from datetime import date

from fastapi.responses import Response

from api.documents import pdf, printing
from domain.documents import seller_of
from domain.quotes import Quote
from domain.workspace import Workspace

_SENTENCE = "We accept this offer on its terms and order what is listed above."


@dataclass(frozen=True, slots=True)
class Issue:
    """How a quote goes out: on which day, holding until when, with whom as its contact."""

    on: date
    valid_until: date
    contact: str


def render(quote: Quote, workspace: Workspace, issue: Issue) -> bytes:
    """The PDF of a quote as it goes out; the same one again is not drawn anew."""
    return pdf.render(sheet(quote, workspace, issue))


def preview(quote: Quote, workspace: Workspace, issue: Issue, mark: str = "DRAFT") -> bytes:
    """The PDF of what is not an offer yet, marked as such across each page."""
    return pdf.render(sheet(quote, workspace, issue, watermark=mark))


def sheet(quote: Quote, workspace: Workspace, issue: Issue, watermark: str = "") -> pdf.Sheet:
    """What stands on the quote's pages."""
    seller = seller_of(workspace)
    tax_name = printing.tax_name(seller)
    has_reasons = any(group["reason"] for group in quote.tax_groups)
    return pdf.Sheet(
        kind="quote",
        title="Quote",
        number=quote.label,
        issued_on=issue.on,
        currency=quote.currency,
        seller=printing.seller(seller),
        buyer=printing.buyer(quote.customer, seller.address.country),
        lines=printing.lines(quote.lines, quote.currency),
        totals=_totals(quote, tax_name, with_groups=not has_reasons),
        facts=_facts(issue),
        subject=quote.subject or "",
        tax_groups=printing.tax_table(quote, tax_name) if has_reasons else (),
        notes=quote.notes or "",
        terms=quote.terms or "",
        signature=pdf.ToSign("Acceptance", _SENTENCE),
        footer=printing.footer(seller),
        logo=workspace.logo,
        watermark=watermark,
    )


def _totals(quote: Quote, tax_name: str, *, with_groups: bool) -> tuple[pdf.TotalRow, ...]:
    """Net, tax, total; the groups stand in a table of their own where they need their reasons."""
    tax = printing.amount(quote.tax_total, quote.currency)
    return (
        *printing.sums(quote),
        *(printing.tax_totals(quote, tax_name) if with_groups else (pdf.TotalRow(tax_name, tax),)),
        pdf.TotalRow("Total", printing.amount(quote.total, quote.currency), is_strong=True),
    )


def _facts(issue: Issue) -> tuple[pdf.Fact, ...]:
    return (
        pdf.Fact("Date", printing.day(issue.on)),
        pdf.Fact("Valid until", printing.day(issue.valid_until)),
        pdf.Fact("Your contact", issue.contact),
    )


def response(content: bytes, label: str) -> Response:
    """A PDF that browsers show and save under the quote's number."""
    name = printing.file_name(label)
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "no-cache"}
    return Response(content, media_type="application/pdf", headers=headers)
