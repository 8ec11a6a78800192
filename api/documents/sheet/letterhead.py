"""The head of the first page: logo, seller, address for a window envelope, facts, title."""

from collections.abc import Iterable, Sequence

from api.documents.sheet.marks import (
    Mark,
    Slice,
    beside,
    clipped,
    column,
    gap,
    shifted,
    stacked,
    words_at,
)
from api.documents.sheet.model import Fact, Party, Sheet
from api.documents.sheet.pages import MM, Paper
from api.documents.sheet.palette import (
    ADDRESS,
    BODY,
    INK,
    LABEL,
    NAME,
    SMALL,
    SUBJECT,
    TINY,
    TITLE,
    VALUE,
    WORDMARK,
)
from api.documents.sheet.pictures import picture
from api.documents.sheet.typefaces import Face
from api.documents.sheet.wrapping import fitted, wrapped
from api.documents.sheet.writing import Line, Style, single_line

TOP = 14 * MM
RETURN_LINE = 46.5 * MM
ADDRESS_TOP = 51.5 * MM
ADDRESS_WIDTH = 80 * MM
FACTS_TOP = 51.5 * MM
SIDE_WIDTH = 66 * MM
LOGO = (72 * MM, 22 * MM)
BODY_TOP = 93 * MM
BRAND_WIDTH = 92 * MM
WORDMARK_SIZES = (15.0, 12.5, 10.5)
WORDMARK_LINES, MOST_WORDMARK_LINES = 2, 4
MOST_SELLER_LINES = 10
WIDEST_LABEL = 30 * MM
AFTER_LABEL = 10.0
TALLEST = 110 * MM
TALLEST_TITLE = 60 * MM
NUMBER = Style(Face.DISPLAY, 21, 26, INK)


def letterhead(sheet: Sheet, paper: Paper, accent: str) -> Slice:
    """Set everything above the lines' table, from the upper edge of the first page."""
    side = paper.width - paper.right - SIDE_WIDTH
    brand = beside(_brand(sheet, paper), _seller(sheet, side))
    marks = [*shifted(brand.marks, TOP), *_return_line(sheet.seller, paper)]
    address = _address(sheet.buyer, paper)
    facts = _facts(sheet.facts, side, SIDE_WIDTH)
    marks += shifted(address.marks, ADDRESS_TOP) + shifted(facts.marks, FACTS_TOP)
    start = max(BODY_TOP, max(ADDRESS_TOP + address.height, FACTS_TOP + facts.height) + 9 * MM)
    title = _title(sheet, paper, accent)
    return Slice(start + title.height, (*marks, *shifted(title.marks, start)))


def introduction(sheet: Sheet, paper: Paper) -> list[Slice]:
    """Set the message above the lines, if there is one."""
    lines = wrapped(sheet.intro, BODY, min(paper.measure, 150 * MM))
    return column(paper.left, 150 * MM, lines)


def _brand(sheet: Sheet, paper: Paper) -> Slice:
    """Draw the logo, or where there is none the seller's name as large as two lines allow."""
    logo = picture(sheet.logo, paper.left, 0, *LOGO)
    if logo:
        return Slice(logo.height, (logo,))
    sizes = (
        wrapped(sheet.seller.name, WORDMARK.sized(size), BRAND_WIDTH) for size in WORDMARK_SIZES
    )
    lines = min(sizes, key=lambda one: max(len(one), WORDMARK_LINES))
    return stacked(column(paper.left, BRAND_WIDTH, lines[:MOST_WORDMARK_LINES]))


def _seller(sheet: Sheet, x: float) -> Slice:
    """Set how to reach the seller, under the name unless that stands beside it already."""
    seller = sheet.seller
    name = Style(Face.MEDIUM, SMALL.size, SMALL.leading, INK)
    lines = [*wrapped(seller.name, name, SIDE_WIDTH)] if sheet.logo else []
    blocks = [lines, _small(seller.address), _small(seller.contact)]
    slices = [column(x, SIDE_WIDTH, block) for block in blocks if block]
    spaced = [piece for block in slices for piece in (gap(3), *block)]
    return stacked([gap(2), *spaced[1:]][:MOST_SELLER_LINES])


def _small(texts: Iterable[str]) -> list[Line]:
    return [line for text in texts for line in wrapped(text, SMALL, SIDE_WIDTH)]


def _return_line(seller: Party, paper: Paper) -> list[Mark]:
    text = "  ·  ".join(part for part in (seller.name, *seller.address) if part.strip())
    return [words_at(paper.left, fitted(text, TINY, ADDRESS_WIDTH), RETURN_LINE)]


def _address(buyer: Party, paper: Paper) -> Slice:
    """Set the buyer's address; every line from the left, since a window shows it."""
    lines = [*wrapped(buyer.name, NAME, ADDRESS_WIDTH)]
    for text in buyer.address:
        lines += wrapped(text, ADDRESS, ADDRESS_WIDTH)
    slices = [Slice(line.style.leading, (words_at(paper.left, line),)) for line in lines]
    if buyer.identifiers:
        slices += [gap(4), _facts(buyer.identifiers, paper.left, ADDRESS_WIDTH)]
    return clipped(slices, TALLEST)


def _facts(facts: Sequence[Fact], x: float, width: float) -> Slice:
    labels = [wrapped(fact.label, LABEL, WIDEST_LABEL) for fact in facts]
    label_width = max((line.width for label in labels for line in label), default=0)
    indent = label_width + AFTER_LABEL
    slices: list[Slice] = []
    for fact, label in zip(facts, labels, strict=True):
        value = wrapped(fact.value, VALUE, width - indent)
        names = stacked(column(x, label_width, label))
        slices += [beside(names, stacked(column(x + indent, width - indent, value))), gap(1.5)]
    return clipped(slices, TALLEST)


def _title(sheet: Sheet, paper: Paper, accent: str) -> Slice:
    """Set title and number on one line where they fit, then the subject."""
    title = single_line(sheet.title, TITLE)
    number = single_line(sheet.number, Style(NUMBER.face, NUMBER.size, NUMBER.leading, accent))
    if title.width + 7 + number.width <= paper.measure:
        marks = (words_at(paper.left, title), words_at(paper.left + title.width + 7, number))
        head = [Slice(TITLE.leading, marks)]
    else:
        style = number.style
        lines = (*wrapped(sheet.title, TITLE, paper.measure),)
        lines += wrapped(sheet.number, style.sized(15), paper.measure)
        head = column(paper.left, paper.measure, lines)
    subject = column(paper.left, paper.measure, wrapped(sheet.subject, SUBJECT, paper.measure))
    return stacked(
        [clipped([*head, *([gap(3), *subject] if subject else [])], TALLEST_TITLE), gap(8)]
    )
