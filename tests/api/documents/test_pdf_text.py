"""Whatever people type is printed as typed: never read as markup, never fetched, never fatal."""

import builtins
import io
import socket
from dataclasses import replace
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.documents.pdf import Fact, Party, Sheet, SheetLine, TotalRow, render
from api.documents.sheet.arabic import joined
from api.documents.sheet.direction import MIRRORED, in_visual_order
from api.documents.sheet.palette import BODY
from api.documents.sheet.typefaces import UNKNOWN, Face, glyph, width_of
from api.documents.sheet.wrapping import fitted, wrapped
from tests.api.documents.pdf_samples import INVOICE, QUOTE, pages_of

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
MARKUP = (
    '<img src="file:///etc/passwd"/>',
    "<para>",
    "</para>",
    "a & b &amp; c",
    "<b",
    "<font color='red'>",
    "]]>",
    "${x} %s {0}",
    "(\\) Tj ET",
)


def everywhere(text: str) -> Sheet:
    """Put one text wherever a sheet takes one."""
    line = SheetLine(text, text, text, text, text, text, text, text)
    return replace(
        INVOICE,
        number=text,
        subject=text,
        intro=text,
        notes=text,
        terms=text,
        buyer=Party(text, (text, text), text, (text,), (Fact(text, text),)),
        facts=(Fact(text, text),),
        lines=(line,),
        totals=(TotalRow(text, text), TotalRow(text, text, is_strong=True)),
        watermark=text,
        language=text,
        accent=text,
        footer=((text,), (text, text)),
    )


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_is_printed_as_it_was_typed(markup: str) -> None:
    line = replace(QUOTE.lines[0], description=f"{markup}\n{markup}")
    (page,) = pages_of(render(replace(QUOTE, lines=(line,))))
    assert page.count(markup) >= 2


def test_no_text_opens_a_file_or_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    render(everywhere("<warm up>"))

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("Printing reached out.")

    for place, name in ((builtins, "open"), (io, "open"), (socket, "socket")):
        monkeypatch.setattr(place, name, refuse)
    for markup in MARKUP:
        render(everywhere(markup))


@settings(max_examples=60, deadline=None)
@given(ANY_TEXT)
def test_no_text_is_fatal(text: str) -> None:
    assert render(everywhere(text)).startswith(b"%PDF")


def test_control_and_direction_characters_leave_no_trace() -> None:
    line = replace(QUOTE.lines[0], description="a\x00b\x07c\u202ed\u2066e\ud800f\ufeffg\u00adh")
    (page,) = pages_of(render(replace(QUOTE, lines=(line,))))
    assert "abcdefgh" in page


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_a_line_end_ends_the_line(end: str) -> None:
    (page,) = pages_of(render(replace(QUOTE, intro=f"first{end}second")))
    assert "first\nsecond" in page


@pytest.mark.parametrize(
    "words",
    [
        "Привет",
        "Γειά σου",
        "thế giới",
        "株式会社山田",
        "软件许可证",
        "안녕하세요",
        "สวัสดี",
        "Հայերեն",
        "🚀",
    ],
)
def test_other_scripts_can_be_read_and_searched(words: str) -> None:
    (page,) = pages_of(render(replace(QUOTE, subject=words)))
    assert words in page


@pytest.mark.parametrize("words", ["שלום עולם", "مرحبا بالعالم"])
def test_right_to_left_words_can_be_read_and_searched(words: str) -> None:
    (page,) = pages_of(render(replace(QUOTE, subject=words)))
    assert all(word in page for word in words.split())


@pytest.mark.parametrize(
    ("typed", "leftwards", "drawn"),
    [
        ("abc", False, "abc"),
        ("abc אבג", False, "abc גבא"),
        ("שלב (א)", True, "(א) בלש"),
        ("עלות 1,250.00 €", True, "€ 1,250.00 תולע"),
        ("ACME Ltd. של", True, "לש .ACME Ltd"),
        ("א 10-12 ב", True, "ב 10-12 א"),
        ("total 5 אבג 7%", False, "total 5 7% גבא"),
        ("CRM.", True, ".CRM"),
    ],
)
def test_a_line_of_two_directions_is_drawn_as_it_is_read(
    typed: str, leftwards: bool, drawn: str
) -> None:
    assert in_visual_order(typed, leftwards) == drawn


@given(st.text(max_size=40), st.booleans())
def test_no_character_is_lost_between_directions(text: str, leftwards: bool) -> None:
    turned = in_visual_order(text, leftwards)
    unmirrored = str.maketrans(MIRRORED)
    assert sorted(turned.translate(unmirrored) + turned) == sorted(
        text.translate(unmirrored) + text
    )


def test_arabic_letters_take_the_form_their_neighbours_ask_for() -> None:
    assert joined("بيت") == "\ufe91\ufef4\ufe96"
    assert joined("دار") == "\ufea9\ufe8d\ufead"
    assert joined("سلام") == "\ufeb3\ufefc\ufee1"


def test_a_character_of_no_font_becomes_an_empty_box() -> None:
    assert glyph(Face.TEXT, "\U0001f000").char in {UNKNOWN, "\U0001f000"}
    assert glyph(Face.TEXT, "\U00012000").char == UNKNOWN


@pytest.mark.parametrize("face", [Face.FIGURES, Face.FIGURES_MEDIUM, Face.FIGURES_STRONG])
def test_all_digits_of_a_column_are_equally_wide(face: Face) -> None:
    assert len({glyph(face, digit).width for digit in "0123456789"}) == 1


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT, st.floats(30, 400))
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    for line in wrapped(text, BODY, width):
        assert line.width <= width + 0.01


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P")), max_size=200))
def test_wrapping_loses_no_letter(text: str) -> None:
    runs = [run.text for line in wrapped(text, BODY, 60) for run in line.runs]
    assert "".join(runs) == text


def test_a_long_word_breaks_after_a_slash_where_it_can() -> None:
    first = wrapped("https://example.com/orders/2026/northwind", BODY, 140)[0]
    assert first.runs[0].text.endswith("/")


def test_a_fitted_text_never_exceeds_its_width() -> None:
    for text in ("short", "a rather long sentence", "W" * 500):
        assert fitted(text, BODY, 80).width <= 80.01


def test_a_tall_word_of_a_hundred_thousand_letters_is_no_trap() -> None:
    assert len(wrapped("x" * 100_000, BODY, 200)) > 1000
    assert width_of("", Face.TEXT, 9) == 0
