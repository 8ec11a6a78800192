"""What follows the sums: how to pay, notes, terms."""

from collections.abc import Sequence

from api.documents.sheet.marks import Panel, Slice, beside, column, gap, shifted, stacked
from api.documents.sheet.model import Fact, Payment
from api.documents.sheet.pages import MM, Flow, Paper
from api.documents.sheet.palette import BODY, HEADING, LABEL, SMALL, SUBJECT, VALUE
from api.documents.sheet.wrapping import wrapped
from api.documents.sheet.writing import Line, Style

INSET = 13.0
FACT_LABEL = 25 * MM
READABLE_WIDTH = 150 * MM
WITH_HEADING = 2
TERMS = Style(SMALL.face, SMALL.size, SMALL.leading, BODY.colour)


def payment_panel(payment: Payment, paper: Paper, tint: str) -> Slice:
    """Set how to pay on a tinted panel that stays on one page."""
    width = paper.measure - 2 * INSET
    left = paper.left + INSET
    sentence = column(left, width, wrapped(payment.sentence, SUBJECT, width))
    facts = _in_two(payment.facts, left, width)
    between = [gap(6)] if sentence and facts else []
    return on_panel(stacked([*sentence, *between, *facts]), paper, tint)


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
        rows += [beside(*cells), gap(2)]
    return rows


def _fact(fact: Fact, x: float, width: float) -> Slice:
    rest = width - FACT_LABEL
    return beside(
        stacked(column(x, FACT_LABEL, wrapped(fact.label, LABEL, FACT_LABEL - 6))),
        stacked(column(x + FACT_LABEL, rest, wrapped(fact.value, VALUE, rest))),
    )


def notes(flow: Flow, heading: str, text: str, paper: Paper) -> None:
    """Let a text in reading size run over the pages under its heading."""
    _running(flow, heading, wrapped(text, BODY, READABLE_WIDTH), paper)


def terms(flow: Flow, heading: str, text: str, paper: Paper) -> None:
    """Let a text in small print run over the pages under its heading."""
    _running(flow, heading, wrapped(text, TERMS, READABLE_WIDTH), paper)


def _running(flow: Flow, heading: str, lines: Sequence[Line], paper: Paper) -> None:
    """Keep the heading with the first lines, and the last lines with one another."""
    if not lines:
        return
    flow.space(16)
    title = column(paper.left, READABLE_WIDTH, wrapped(heading, HEADING, READABLE_WIDTH))
    text = column(paper.left, READABLE_WIDTH, lines)
    last = max(len(text) - WITH_HEADING, WITH_HEADING)
    flow.together([*title, gap(2), *text[:WITH_HEADING]])
    for line in text[WITH_HEADING:last]:
        flow.place(line)
    flow.together(text[last:])
