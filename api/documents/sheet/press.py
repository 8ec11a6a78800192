"""Pages of marks, printed into a PDF."""

from functools import lru_cache
from hashlib import md5
from io import BytesIO
from threading import Lock
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from api.documents.sheet.composition import composed
from api.documents.sheet.marks import Mark, Panel, Picture, Rule, Words
from api.documents.sheet.model import Sheet
from api.documents.sheet.pages import Paper, paper_for
from api.documents.sheet.palette import WATERMARK
from api.documents.sheet.typefaces import font
from api.documents.sheet.wrapping import fitted
from api.documents.sheet.writing import Line, cleaned

PRODUCT = "Throughline"
FILL: Final = 0
FILL_AND_STROKE: Final = 2
_one_at_a_time = Lock()  # ReportLab keeps a font's subsets in the font.


@lru_cache(maxsize=32)
def render(sheet: Sheet) -> bytes:
    """Print a sheet as PDF; the same sheet gives the same bytes, and no text fetches anything."""
    with _one_at_a_time:
        return _printed(sheet)


def _printed(sheet: Sheet) -> bytes:
    paper = paper_for(sheet.seller.country)
    paper_file = BytesIO()
    canvas = Canvas(
        paper_file,
        pagesize=(paper.width, paper.height),
        pageCompression=1,
        invariant=1,
        initialFontName=font("Inter-Regular").fontName,  # type: ignore[arg-type]
        lang=sheet.language or "en",
    )
    # ReportLab's own seed of the file's ID depends on the environment.
    canvas._doc.signature = md5(PRODUCT.encode(), usedforsecurity=False)  # type: ignore[attr-defined]
    _describe(canvas, sheet)
    for page in composed(sheet, paper):
        _print_page(canvas, page, sheet.watermark, paper)
    canvas.save()
    return paper_file.getvalue()


def _describe(canvas: Canvas, sheet: Sheet) -> None:
    """Write the file's own particulars, dated by the sheet and not by the clock."""
    subject = " · ".join(part for part in (sheet.subject, sheet.buyer.name) if part)
    canvas.setTitle(_plain(f"{sheet.title} {sheet.number}"))
    canvas.setAuthor(_plain(sheet.seller.name))
    canvas.setSubject(_plain(subject))
    canvas.setCreator(PRODUCT)
    canvas.setProducer(PRODUCT)
    day = sheet.issued_on.strftime("%Y%m%d")
    canvas.setDateFormatter(lambda *_clock: f"D:{day}120000Z")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _plain(text: str) -> str:
    return " ".join(cleaned(text).split())


def _print_page(canvas: Canvas, marks: list[Mark], watermark: str, paper: Paper) -> None:
    if watermark.strip():
        _print_watermark(canvas, watermark, paper)
    for kind in (Panel, Rule, Picture, Words):
        for mark in marks:
            if isinstance(mark, kind):
                _print_mark(canvas, mark, paper.height)
    canvas.showPage()


def _print_mark(canvas: Canvas, mark: Mark, height: float) -> None:
    match mark:
        case Words():
            canvas.setFillColor(HexColor(mark.colour))
            _print_line(canvas, mark.line, mark.x, height - mark.y)
        case Rule():
            canvas.setStrokeColor(HexColor(mark.colour))
            canvas.setLineWidth(mark.weight)
            canvas.line(mark.x, height - mark.y, mark.x + mark.width, height - mark.y)
        case Panel():
            canvas.setFillColor(HexColor(mark.colour))
            bottom = height - mark.y - mark.height
            canvas.roundRect(mark.x, bottom, mark.width, mark.height, 4, stroke=0, fill=1)
        case Picture():
            bottom = height - mark.y - mark.height
            image = ImageReader(mark.image)
            canvas.drawImage(image, mark.x, bottom, mark.width, mark.height, mask="auto")


def _print_line(canvas: Canvas, line: Line, x: float, y: float) -> None:
    outline = max((run.outline for run in line.runs), default=0)
    if outline:
        canvas.setLineWidth(line.style.size * outline)
        canvas.setStrokeColor(HexColor(line.style.colour))
    text = canvas.beginText(x, y)
    for run in line.runs:
        text.setFont(run.font, line.style.size)
        if run.outline:
            text.setTextRenderMode(FILL_AND_STROKE)
        text.textOut(run.text)
        if run.outline:
            text.setTextRenderMode(FILL)
    canvas.drawText(text)


def _print_watermark(canvas: Canvas, word: str, paper: Paper) -> None:
    line = fitted(word, WATERMARK, paper.height * 0.72)
    canvas.saveState()
    canvas.translate(paper.width / 2, paper.height / 2)
    canvas.rotate(52)
    canvas.setFillColor(HexColor(WATERMARK.colour))
    _print_line(canvas, line, -line.width / 2, -line.style.size * 0.36)
    canvas.restoreState()
