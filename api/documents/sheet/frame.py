"""What stands on every page: running head, footer, page number, fold marks, watermark."""

from api.documents.sheet.marks import (
    Mark,
    Rule,
    Slice,
    column,
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
from api.documents.sheet.writing import Style

EDGE = 10 * MM
MOST_COLUMNS = 4
MOST_LINES = 9
COLUMN_GAP = 5 * MM
NUMBER_ROW = 14.0
FOLDS = (105 * MM, 148.5 * MM, 210 * MM)
FOLD = "#B8BEC7"
HEAD_TOP = 13 * MM
RUNNING = Style(Face.MEDIUM, SMALL.size, SMALL.leading, INK)


def footer(sheet: Sheet, paper: Paper) -> Slice:
    """Set the company's details in up to four columns under a fine rule."""
    columns = [lines for lines in sheet.footer[:MOST_COLUMNS] if any(lines)]
    width = (paper.measure + COLUMN_GAP) / max(len(columns), 1)
    stacks = [
        _footer_column(lines, paper.left + index * width, width - COLUMN_GAP)
        for index, lines in enumerate(columns)
    ]
    height = max((stack.height for stack in stacks), default=0)
    rule = Rule(paper.left, 0, paper.measure, 0.5, HAIRLINE)
    marks = [mark for stack in stacks for mark in shifted(stack.marks, 7)]
    return Slice(height + (7 if stacks else 0), (rule, *marks))


def _footer_column(lines: tuple[str, ...], x: float, width: float) -> Slice:
    wrapped_lines = [line for text in lines for line in wrapped(text, TINY, width)]
    return stacked(column(x, width, wrapped_lines[:MOST_LINES]))


def body_bottom(foot: Slice, paper: Paper) -> float:
    """Tell where a page's content has to end above its footer."""
    return paper.height - EDGE - foot.height - NUMBER_ROW - 4 * MM


def framed(sheet: Sheet, paper: Paper, foot: Slice, page: int, pages: int) -> list[Mark]:
    """Give the marks that frame one page out of so many."""
    top = paper.height - EDGE - foot.height
    text = sheet.labels.page.replace("{page}", str(page)).replace("{pages}", str(pages))
    number = fitted(text, TINY, paper.measure / 2)
    right = paper.width - paper.right
    marks: list[Mark] = [words_to(right, number, top - NUMBER_ROW), *shifted(foot.marks, top)]
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
