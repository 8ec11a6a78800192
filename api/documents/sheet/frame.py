"""What stands on every page: running head, footer, page number, fold marks, watermark."""

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
from api.documents.sheet.writing import Style

EDGE = 10 * MM
MOST_COLUMNS = 4
MOST_LINES = 9
COLUMN_GAP = 5 * MM
WIDEST_COLUMN_GAP = 22 * MM
NUMBER_WIDTH = 24 * MM
UNDER_RULE = 7.0
ABOVE_FOOTER = 5 * MM
FOLDS = (105 * MM, 148.5 * MM, 210 * MM)
FOLD = "#B8BEC7"
HEAD_TOP = 13 * MM
RUNNING = Style(Face.MEDIUM, SMALL.size, SMALL.leading, INK)


def footer(sheet: Sheet, paper: Paper) -> Slice:
    """Set the company's details in up to four columns under a fine rule."""
    room = paper.measure - NUMBER_WIDTH
    columns = [
        [line for text in lines for line in wrapped(text, TINY, room / 2)][:MOST_LINES]
        for lines in sheet.footer[:MOST_COLUMNS]
        if any(text.strip() for text in lines)
    ]
    widths = [max(line.width for line in lines) for lines in columns]
    if sum(widths) + COLUMN_GAP * len(widths) > room:
        return _even_footer(sheet, paper, room)
    apart = min((room - sum(widths)) / max(len(widths), 1), WIDEST_COLUMN_GAP)
    lefts = [paper.left + sum(widths[:index]) + apart * index for index in range(len(widths))]
    stacks = [
        stacked(column(x, width, lines))
        for x, width, lines in zip(lefts, widths, columns, strict=True)
    ]
    return _ruled(stacks, paper)


def _even_footer(sheet: Sheet, paper: Paper, room: float) -> Slice:
    """Give columns that are too wide for the line the same width each."""
    width = room / min(len(sheet.footer), MOST_COLUMNS)
    stacks = []
    for index, texts in enumerate(sheet.footer[:MOST_COLUMNS]):
        lines = [line for text in texts for line in wrapped(text, TINY, width - COLUMN_GAP)]
        stacks.append(stacked(column(paper.left + index * width, width, lines[:MOST_LINES])))
    return _ruled(stacks, paper)


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
