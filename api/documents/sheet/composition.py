"""A whole sheet, composed into pages of marks."""

from collections.abc import Iterator

from api.documents.sheet.closing import notes, payment_panel, terms
from api.documents.sheet.frame import body_bottom, footer, framed
from api.documents.sheet.items import Table
from api.documents.sheet.letterhead import introduction, letterhead
from api.documents.sheet.marks import Mark
from api.documents.sheet.model import Sheet
from api.documents.sheet.pages import Flow, Paper
from api.documents.sheet.palette import Accent, accent_of
from api.documents.sheet.signing import signature_block
from api.documents.sheet.totals import totals


def composed(sheet: Sheet, paper: Paper) -> Iterator[list[Mark]]:
    """Set a sheet and give the marks of each page."""
    accent = accent_of(sheet.accent)
    foot = footer(sheet, paper)
    flow = Flow(top=0, bottom=body_bottom(foot, paper))
    flow.place(letterhead(sheet, paper, accent.strong))
    for line in introduction(sheet, paper):
        flow.place(line)
    flow.space(12)
    _lines_and_totals(flow, sheet, paper, accent)
    _closing(flow, sheet, paper, accent)
    for number, page in enumerate(flow.pages, start=1):
        yield [*framed(sheet, paper, foot, number, len(flow.pages)), *page]


def _lines_and_totals(flow: Flow, sheet: Sheet, paper: Paper, accent: Accent) -> None:
    """Set the table; the sums stay with at least the last piece of the last line."""
    sums = totals(sheet, paper, accent.strong)
    if not sheet.lines:
        flow.together(sums)
        return
    table = Table(sheet.lines, sheet.labels, paper)
    *rows, last = table.rows()
    head = table.head()
    pieces = [piece for row in (*rows, last[:-1]) for piece in row]
    flow.together([head, *(pieces[:1] or [last[-1], *sums])])
    flow.repeated = head
    for piece in pieces[1:]:
        flow.place(piece)
    flow.together([last[-1], *sums] if pieces else [])
    flow.repeated = None


def _closing(flow: Flow, sheet: Sheet, paper: Paper, accent: Accent) -> None:
    if sheet.payment:
        flow.space(16)
        flow.place(payment_panel(sheet.payment, paper, accent.tint))
    notes(flow, sheet.labels.notes, sheet.notes, paper)
    terms(flow, sheet.labels.terms, sheet.terms, paper)
    if sheet.signature:
        flow.space(22)
        flow.place(signature_block(sheet.signature, paper, accent))
