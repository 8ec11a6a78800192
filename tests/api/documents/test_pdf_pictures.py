"""Logos and drawn signatures: any sound PNG or JPEG is shown, a broken one is left out."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from api.documents.pdf import Signed, render
from api.documents.sheet.pictures import picture
from tests.api.documents.pdf_samples import QUOTE, pages_of

BROKEN = (b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"<svg/>", b"%PDF-1.4")


def drawn(mode: str, form: str, size: tuple[int, int] = (300, 100)) -> bytes:
    """Make a picture file."""
    file = BytesIO()
    Image.new(mode, size).save(file, form)
    return file.getvalue()


def pictures_in(pdf: bytes) -> int:
    """Count the pictures of the first page, masks aside."""
    return len(PdfReader(BytesIO(pdf)).pages[0].images)


@pytest.mark.parametrize(
    ("mode", "form"),
    [
        ("RGB", "PNG"), ("RGBA", "PNG"), ("P", "PNG"), ("L", "PNG"), ("LA", "PNG"), ("1", "PNG"),
        ("I;16", "PNG"), ("RGB", "JPEG"), ("L", "JPEG"), ("CMYK", "JPEG"),
    ],
)  # fmt: skip
def test_a_sound_logo_is_shown(mode: str, form: str) -> None:
    assert pictures_in(render(replace(QUOTE, logo=drawn(mode, form)))) == 1


@pytest.mark.parametrize("logo", [*BROKEN, drawn("RGB", "PNG")[:60], drawn("RGB", "GIF")])
def test_an_unreadable_logo_gives_way_to_the_name(logo: bytes) -> None:
    pdf = render(replace(QUOTE, logo=logo))
    assert pictures_in(pdf) == 0
    assert pages_of(pdf)[0].count("Northwind Studio GmbH") >= 2


def test_a_picture_of_too_many_pixels_is_left_out() -> None:
    assert picture(drawn("1", "PNG", (9000, 9000)), 0, 0, 100, 100) is None


@pytest.mark.parametrize("size", [(2000, 20), (20, 2000), (10, 10), (1, 1), (3000, 3000)])
def test_a_picture_keeps_its_proportions_inside_its_box(size: tuple[int, int]) -> None:
    shown = picture(drawn("RGB", "PNG", size), 5, 6, 100, 40)
    assert shown is not None
    assert shown.width <= 100.01
    assert shown.height <= 40.01
    assert shown.width / shown.height == pytest.approx(size[0] / size[1])


def test_a_large_picture_is_embedded_no_finer_than_print_can_show() -> None:
    shown = picture(drawn("RGB", "PNG", (3000, 3000)), 0, 0, 72, 72)
    assert shown is not None
    assert shown.image.size == (300, 300)


def test_a_drawn_signature_is_shown() -> None:
    signed = Signed("Ingrid", "today", drawn=drawn("RGBA", "PNG"))
    assert pictures_in(render(replace(QUOTE, signature=signed))) == 1


def test_the_same_picture_gives_the_same_bytes() -> None:
    sheet = replace(QUOTE, logo=drawn("RGBA", "PNG", (900, 300)))
    first = render(sheet)
    render.cache_clear()
    assert render(sheet) == first
