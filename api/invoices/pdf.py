"""The printed invoice and the printed credit note."""

from dataclasses import dataclass
from datetime import date

from api.documents import pdf, printing
from domain.documents import Party, PricedDocument
from domain.invoices import CreditNote, Invoice, IssuePlan
from domain.workspace import Workspace

DRAFT = "DRAFT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What stands on an invoice besides its own facts: where it comes from and who answers."""

    quote: str | None = None
    replaces: str | None = None
    owner: str | None = None


def render_invoice(
    invoice: Invoice, plan: IssuePlan, number: str, workspace: Workspace, context: Context
) -> bytes:
    """The PDF of an invoice under its number; the same facts are drawn only once."""
    return pdf.render(invoice_sheet(invoice, plan, number, workspace, context))


def render_draft(
    invoice: Invoice, plan: IssuePlan, workspace: Workspace, context: Context
) -> bytes:
    """The PDF of a draft, marked as such across each page."""
    return pdf.render(invoice_sheet(invoice, plan, "", workspace, context, watermark=DRAFT))


def render_credit_note(note: CreditNote, invoice: Invoice, workspace: Workspace) -> bytes:
    """The PDF of a credit note."""
    return pdf.render(credit_note_sheet(note, invoice, workspace))


def invoice_sheet(
    invoice: Invoice,
    plan: IssuePlan,
    number: str,
    workspace: Workspace,
    context: Context,
    watermark: str = "",
) -> pdf.Sheet:
    """What stands on the invoice's pages."""
    seller = plan.seller
    return pdf.Sheet(
        kind="invoice",
        title="Invoice",
        number=number,
        issued_on=plan.issued_on,
        currency=invoice.currency,
        seller=printing.seller(seller),
        buyer=printing.buyer(plan.customer, seller.address.country),
        lines=printing.lines(invoice.lines, invoice.currency),
        totals=(*_totals(invoice, seller), *_to_pay(invoice)),
        facts=_facts(invoice, plan, context),
        tax_groups=_tax_table(invoice, seller),
        payment=_payment(invoice, plan, number),
        notes=invoice.notes or "",
        terms=invoice.payment_terms or "",
        footer=printing.footer(seller, workspace.invoice_footer),
        logo=workspace.logo,
        watermark=watermark,
    )


def credit_note_sheet(note: CreditNote, invoice: Invoice, workspace: Workspace) -> pdf.Sheet:
    """What stands on the credit note's pages."""
    seller = note.seller
    return pdf.Sheet(
        kind="credit_note",
        title="Credit note",
        number=note.number,
        issued_on=note.issued_on,
        currency=note.currency,
        seller=printing.seller(seller),
        buyer=printing.buyer(note.customer, seller.address.country),
        lines=printing.lines(note.lines, note.currency),
        totals=(*_totals(note, seller, "Total credit"), *_credited(note)),
        facts=_facts_of_credit(note, invoice),
        intro=f"Reason: {note.reason}",
        tax_groups=_tax_table(note, seller),
        payment=pdf.Payment(f"We credit this amount to your invoice {note.invoice_number}."),
        footer=printing.footer(seller, workspace.invoice_footer),
        logo=workspace.logo,
    )


def _has_reasons(document: PricedDocument) -> bool:
    return any(group["reason"] for group in document.tax_groups)


def _tax_table(document: PricedDocument, seller: Party) -> tuple[pdf.TaxRow, ...]:
    """The groups as a table of their own, where one of them has a reason to print."""
    if not _has_reasons(document):
        return ()
    return printing.tax_table(document, printing.tax_name(seller))


def _totals(
    document: PricedDocument, seller: Party, label: str = "Total"
) -> tuple[pdf.TotalRow, ...]:
    currency, tax_name = document.currency, printing.tax_name(seller)
    if _has_reasons(document):
        taxes: tuple[pdf.TotalRow, ...] = (
            pdf.TotalRow(tax_name, printing.amount(document.tax_total, currency)),
        )
    else:
        taxes = printing.tax_totals(document, tax_name)
    total = pdf.TotalRow(label, printing.amount(document.total, currency), is_strong=True)
    return (*printing.sums(document), *taxes, total)


def _to_pay(invoice: Invoice) -> tuple[pdf.TotalRow, ...]:
    """The rows from the total to what is to be paid; none where they are the same."""
    if not (invoice.prepaid or invoice.rounding):
        return ()
    rows = (("Prepaid", -invoice.prepaid), ("Rounding", invoice.rounding))
    amounts = [
        pdf.TotalRow(label, printing.amount(value, invoice.currency))
        for label, value in rows
        if value
    ]
    due = printing.amount(invoice.payable, invoice.currency)
    return (*amounts, pdf.TotalRow("Amount due", due, is_strong=True))


def _credited(note: CreditNote) -> tuple[pdf.TotalRow, ...]:
    if not note.rounding:
        return ()
    return (
        pdf.TotalRow("Rounding", printing.amount(note.rounding, note.currency)),
        pdf.TotalRow(
            "Amount credited", printing.amount(note.taken_back, note.currency), is_strong=True
        ),
    )


def _facts(invoice: Invoice, plan: IssuePlan, context: Context) -> tuple[pdf.Fact, ...]:
    facts = (
        ("Invoice date", printing.day(plan.issued_on)),
        ("Due", printing.day(plan.due_on)),
        _supply(invoice, plan),
        ("Purchase order", invoice.purchase_order),
        ("Your reference", invoice.buyer_reference),
        ("Quote", context.quote),
        ("Replaces", context.replaces),
        ("Your contact", context.owner),
    )
    return tuple(pdf.Fact(label, value) for label, value in facts if value)


def _supply(invoice: Invoice, plan: IssuePlan) -> tuple[str, str | None]:
    if invoice.supply_from is not None and invoice.supply_to is not None:
        return "Period of supply", period(invoice.supply_from, invoice.supply_to)
    return "Date of supply", printing.day(plan.supplied_on) if plan.supplied_on else None


def period(first: date, last: date) -> str:
    """Days from one to another, saying month and year once: `1–20 November 2026`."""
    if first == last:
        return printing.day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{printing.day(last)}"
    if first.year == last.year:
        return f"{printing.day(first).removesuffix(f' {first.year}')} – {printing.day(last)}"
    return f"{printing.day(first)} – {printing.day(last)}"


def account(iban: str | None) -> str | None:
    """An IBAN in groups of four, as it is copied from paper."""
    if iban is None:
        return None
    bare = "".join(iban.split())
    return " ".join(bare[start : start + 4] for start in range(0, len(bare), 4))


def _facts_of_credit(note: CreditNote, invoice: Invoice) -> tuple[pdf.Fact, ...]:
    facts = (
        ("Date", printing.day(note.issued_on)),
        ("For invoice", note.invoice_number),
        ("Invoice date", printing.day(invoice.issued_on) if invoice.issued_on else None),
        ("Purchase order", invoice.purchase_order),
        ("Your reference", invoice.buyer_reference),
    )
    return tuple(pdf.Fact(label, value) for label, value in facts if value)


def _payment(invoice: Invoice, plan: IssuePlan, number: str) -> pdf.Payment:
    if invoice.payable <= 0:
        return pdf.Payment("There is nothing to pay.")
    due = printing.money(invoice.payable, invoice.currency)
    facts = (
        ("Account holder", plan.seller.name if plan.seller.iban else None),
        ("IBAN", account(plan.seller.iban)),
        ("BIC", plan.seller.bic),
        ("Reference", number),
    )
    return pdf.Payment(
        f"Please pay {due} by {printing.day(plan.due_on)}.",
        tuple(pdf.Fact(label, value) for label, value in facts if value),
    )
