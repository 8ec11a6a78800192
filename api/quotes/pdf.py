"""The printed quote."""

from datetime import date

from api.documents import pdf, printing
from domain.documents import seller_of
from domain.quotes import Quote
from domain.workspace import Workspace

_SENTENCE = "We accept this offer on its terms and order what is listed above."


def render(quote: Quote, workspace: Workspace, owner: str, issued_on: date) -> bytes:
    """The PDF of a quote as it goes out on a day; what is still a draft says so across the page.

    The same quote on the same day gives the same bytes, and is drawn only once.
    """
    return pdf.render(sheet(quote, workspace, owner, issued_on))


def preview(quote: Quote, workspace: Workspace, owner: str, issued_on: date) -> bytes:
    """The PDF of a draft, marked as such across each page."""
    return pdf.render(sheet(quote, workspace, owner, issued_on, watermark="DRAFT"))


def sheet(
    quote: Quote, workspace: Workspace, owner: str, issued_on: date, watermark: str = ""
) -> pdf.Sheet:
    """What stands on the quote's pages."""
    seller = seller_of(workspace)
    tax_name = printing.tax_name(seller)
    has_reasons = any(group["reason"] for group in quote.tax_groups)
    return pdf.Sheet(
        kind="quote",
        title="Quote",
        number=quote.label,
        issued_on=issued_on,
        currency=quote.currency,
        seller=printing.seller(seller),
        buyer=printing.buyer(quote.customer, seller.address.country),
        lines=printing.lines(quote.lines, quote.currency),
        totals=_totals(quote, tax_name, with_groups=not has_reasons),
        facts=_facts(quote, owner, issued_on),
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


def _facts(quote: Quote, owner: str, issued_on: date) -> tuple[pdf.Fact, ...]:
    return (
        pdf.Fact("Date", printing.day(issued_on)),
        pdf.Fact("Valid until", printing.day(quote.valid_until)),
        pdf.Fact("Your contact", owner),
    )
