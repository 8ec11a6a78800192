"""What follows the sums: how to pay, notes, terms."""

from collections.abc import Sequence

from api.documents.sheet.marks import Panel, Slice, beside, column, gap, shifted, stacked
from api.documents.sheet.model import Fact, Payment, Sheet
from api.documents.sheet.pages import MM, Paper
from api.documents.sheet.palette import BODY, HEADING, LABEL, SMALL, SUBJECT, VALUE
from api.documents.sheet.wrapping import wrapped
from api.documents.sheet.writing import Line, Style

INSET = 13.0
TALLEST_PANEL = 150 * MM
FACT_LABEL = 25 * MM
READABLE_WIDTH = 150 * MM
TOGETHER = 2
TERMS = Style(SMALL.face, SMALL.size, SMALL.leading, BODY.colour)


def payment_panel(payment: Payment, paper: Paper, tint: str) -> list[Slice]:
    """Set how to pay on a tinted panel that stays on one page, or plainly where it cannot."""
    width = paper.measure - 2 * INSET
    left = paper.left + INSET
    sentence = column(left, width, wrapped(payment.sentence, SUBJECT, width))
    facts = _in_two(payment.facts, left, width)
    between = [gap(6)] if sentence and facts else []
    content = [*sentence, *between, *facts]
    if sum(piece.height for piece in content) > TALLEST_PANEL:
        return content
    return [on_panel(stacked(content), paper, tint)]


def on_panel(content: Slice, paper: Paper, tint: str) -> Slice:
    """Put content on a tinted panel over the measure."""
    height = content.height + 2 * INSET - 2
    panel = Panel(paper.left, 0, paper.measure, height, tint)
    return Slice(height, (panel, *shifted(content.marks, INSET - 1)))


def _in_two(facts: Sequence[Fact], left: float, width: float) -> list[Slice]:
    """Set facts in two columns, reading along the rows."""
    half = (width - 16) / 2
    rows = []
    for index in range(0, len(facts), 2):
        pair = facts[index : index + 2]
        cells = [_fact(fact, left + place * (half + 16), half) for place, fact in enumerate(pair)]
        rows += [gap(2), beside(*cells)]
    return rows[1:]


def _fact(fact: Fact, x: float, width: float) -> Slice:
    rest = width - FACT_LABEL
    return beside(
        stacked(column(x, FACT_LABEL, wrapped(fact.label, LABEL, FACT_LABEL - 6))),
        stacked(column(x + FACT_LABEL, rest, wrapped(fact.value, VALUE, rest))),
    )


def notes(sheet: Sheet, paper: Paper) -> list[Slice]:
    """Set the notes in reading size under their heading, the heading with the first lines."""
    return _under_heading(sheet.labels.notes, wrapped(sheet.notes, BODY, READABLE_WIDTH), paper)


def terms(sheet: Sheet, paper: Paper) -> list[Slice]:
    """Set the terms in small print under their heading, the heading with the first lines."""
    return _under_heading(sheet.labels.terms, wrapped(sheet.terms, TERMS, READABLE_WIDTH), paper)


def _under_heading(heading: str, lines: Sequence[Line], paper: Paper) -> list[Slice]:
    """Give slices between which a page may end, so that no line of a paragraph stands alone."""
    if not lines:
        return []
    title = column(paper.left, READABLE_WIDTH, wrapped(heading, HEADING, READABLE_WIDTH))
    text = column(paper.left, READABLE_WIDTH, lines)
    if len(text) <= 2 * TOGETHER:
        return [stacked([*title, gap(2), *text])]
    first = stacked([*title, gap(2), *text[:TOGETHER]])
    return [first, *text[TOGETHER:-TOGETHER], stacked(text[-TOGETHER:])]
