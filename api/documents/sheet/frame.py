"""What stands on every page: running head, footer, page number, fold marks, watermark."""

from collections.abc import Sequence

from api.documents.sheet.marks import (
    Mark,
    Rule,
    Slice,
    beside,
    column,
    gap,
    shifted,
    stacked,
    words_at,
    words_to,
)
from api.documents.sheet.model import Sheet
from api.documents.sheet.pages import MM, Paper
from api.documents.sheet.palette import HAIRLINE, INK, SMALL, TINY
from api.documents.sheet.typefaces import Face
from api.documents.sheet.wrapping import fitted, wrapped
from api.documents.sheet.writing import Style, single_line

EDGE = 10 * MM
MOST_COLUMNS = 4
MOST_LINES = 9
SIZES = (TINY.size, 6.2, 5.9)
LEAST_GAP = 12.0
WIDEST_GAP = 22 * MM
NUMBER_WIDTH = 18 * MM
UNDER_RULE = 7.0
ABOVE_FOOTER = 4.5 * MM
FOLDS = (105 * MM, 148.5 * MM, 210 * MM)
FOLD = "#B8BEC7"
HEAD_TOP = 13 * MM
RUNNING = Style(Face.MEDIUM, SMALL.size, SMALL.leading, INK)


def footer(sheet: Sheet, paper: Paper) -> Slice:
    """Set the company's details in up to four columns under a fine rule, small print if needed."""
    columns = [texts for texts in sheet.footer[:MOST_COLUMNS] if any(one.strip() for one in texts)]
    room = paper.measure - NUMBER_WIDTH
    for size in SIZES:
        natural = [[single_line(text, TINY.sized(size)) for text in texts] for texts in columns]
        widths = [max(line.width for line in lines) for lines in natural]
        if sum(widths) + LEAST_GAP * len(widths) <= room:
            break
    else:
        widths = [room / len(columns) - LEAST_GAP] * len(columns)
    apart = min((room - sum(widths)) / max(len(widths), 1), WIDEST_GAP)
    lefts = [paper.left + sum(widths[:index]) + apart * index for index in range(len(widths))]
    places = zip(columns, lefts, widths, strict=True)
    return _ruled([_column(texts, left, width, size) for texts, left, width in places], paper)


def _column(texts: Sequence[str], left: float, width: float, size: float) -> Slice:
    style = TINY.sized(size)
    lines = [line for text in texts for line in wrapped(text, style, width + 0.1)]
    return stacked(column(left, width, lines[:MOST_LINES]))


def _ruled(stacks: list[Slice], paper: Paper) -> Slice:
    rule = Rule(paper.left, 0, paper.measure, 0.5, HAIRLINE)
    text = shifted(beside(*stacks, gap(TINY.leading)).marks, UNDER_RULE)
    height = max((stack.height for stack in stacks), default=TINY.leading)
    return Slice(height + UNDER_RULE, (rule, *text))


def body_bottom(foot: Slice, paper: Paper) -> float:
    """Tell where a page's content has to end above its footer."""
    return paper.height - EDGE - foot.height - ABOVE_FOOTER


def framed(sheet: Sheet, paper: Paper, foot: Slice, page: int, pages: int) -> list[Mark]:
    """Give the marks that frame one page out of so many."""
    top = paper.height - EDGE - foot.height
    text = sheet.labels.page.replace("{page}", str(page)).replace("{pages}", str(pages))
    number = fitted(text, TINY, NUMBER_WIDTH)
    right = paper.width - paper.right
    marks: list[Mark] = [words_to(right, number, top + UNDER_RULE), *shifted(foot.marks, top)]
    if page > 1:
        marks += _running_head(sheet, paper)
    elif paper.is_folded_to_din:
        marks += [Rule(0, fold, (3.5 if fold != FOLDS[1] else 5) * MM, 0.4, FOLD) for fold in FOLDS]
    return marks


def _running_head(sheet: Sheet, paper: Paper) -> list[Mark]:
    half = paper.measure / 2 - 6
    document = fitted(f"{sheet.title} {sheet.number}", RUNNING, half)
    seller = fitted(sheet.seller.name, SMALL, half)
    return [
        words_at(paper.left, seller, HEAD_TOP),
        words_to(paper.width - paper.right, document, HEAD_TOP),
        Rule(paper.left, HEAD_TOP + 17, paper.measure, 0.5, HAIRLINE),
    ]
