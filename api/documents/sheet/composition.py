"""A whole sheet, composed into pages of marks."""

from collections.abc import Iterator

from api.documents.sheet.closing import notes, payment_panel, terms
from api.documents.sheet.frame import body_bottom, footer, framed
from api.documents.sheet.items import Table
from api.documents.sheet.letterhead import introduction, letterhead
from api.documents.sheet.marks import Mark, Slice, gap
from api.documents.sheet.model import Sheet
from api.documents.sheet.pages import Flow, Paper
from api.documents.sheet.palette import Accent, accent_of
from api.documents.sheet.signing import signature_block
from api.documents.sheet.totals import totals

APART = 16.0
BEFORE_SIGNING = 22.0
SHORT_TERMS = 8  # In pieces of text between which a page may end.


def composed(sheet: Sheet, paper: Paper) -> Iterator[list[Mark]]:
    """Set a sheet and give the marks of each page."""
    accent = accent_of(sheet.accent)
    foot = footer(sheet, paper)
    flow = Flow(top=0, bottom=body_bottom(foot, paper))
    flow.place(letterhead(sheet, paper, accent.strong))
    for line in introduction(sheet, paper):
        flow.place(line)
    flow.space(14)
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
        _run(flow, payment_panel(sheet.payment, paper, accent.tint))
    _run(flow, notes(sheet, paper))
    block = signature_block(sheet.signature, paper, accent) if sheet.signature else []
    _sign_under(flow, terms(sheet, paper), block)


def _run(flow: Flow, pieces: list[Slice]) -> None:
    flow.space(APART if pieces else 0)
    for piece in pieces:
        flow.place(piece)


def _sign_under(flow: Flow, conditions: list[Slice], block: list[Slice]) -> None:
    """Keep the signature on the page of the terms where these are short."""
    if not block or len(conditions) > SHORT_TERMS:
        _run(flow, conditions)
        conditions = []
    if block:
        flow.space(APART)
        flow.together([*conditions, *([gap(BEFORE_SIGNING)] if conditions else []), *block])
