"""Addresses, numbers, tags, choices and countries, cleaned or refused in plain words."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.imports.reading.values import (
    ValueProblem,
    amount,
    country,
    email,
    phone,
    tags,
    text,
    visibility,
)


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("ann@acme.com", "ann@acme.com"),
        ("Ann Lee <ann@acme.com>; bob@acme.com", "ann@acme.com"),
        ('"Lee, Ann" <ann@acme.com>', "ann@acme.com"),
        ("ann@acme.com ::: bob@acme.com", "ann@acme.com"),
        ("; ann@acme.com", "ann@acme.com"),
        ("mailto:ann@acme.com", "ann@acme.com"),
        ("Ann@ACME.com", "Ann@acme.com"),
        ("jörg@müller.de", "jörg@müller.de"),
    ],
)
def test_the_first_address_of_a_cell_is_the_contacts(cell: str, address: str) -> None:
    assert email(cell) == address


@pytest.mark.parametrize("cell", ["ann", "ann@", "ann@acme", "ann lee@acme.com", ";", "a@b..com"])
def test_what_is_no_address_is_refused(cell: str) -> None:
    with pytest.raises(ValueProblem, match="not an e-mail address"):
        email(cell)


def test_a_phone_number_stays_as_it_is_written() -> None:
    assert phone("+55 (12) 3923-5555") == "+55 (12) 3923-5555"
    assert phone("0711 123 ::: 0711 124") == "0711 123"
    with pytest.raises(ValueProblem, match="not a telephone number"):
        phone("call me")
    with pytest.raises(ValueProblem, match="at most 50"):
        phone("1" * 51)


def test_tags_are_split_and_each_is_there_once() -> None:
    assert tags("a; B,c|b ::: * myContacts,,") == ("a", "B", "c", "myContacts")
    with pytest.raises(ValueProblem, match="at most 50"):
        tags("x" * 51)
    with pytest.raises(ValueProblem, match="51 tags"):
        tags(",".join(map(str, range(51))))


def test_a_text_too_long_says_how_long_it_may_be() -> None:
    assert text("x" * 200, 200) == "x" * 200
    with pytest.raises(ValueProblem, match="201 characters; at most 200"):
        text("x" * 201, 200)


def test_a_lead_is_public_or_private() -> None:
    assert [visibility(word) for word in ("Public", "PRIVATE", "privé")] == [
        "public",
        "private",
        "private",
    ]
    with pytest.raises(ValueProblem, match="public or private"):
        visibility("owner's team")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("DE", "DE"), ("usa", "US"), ("United States", "US"), ("Deutschland", "DE"),
        ("Côte d’Ivoire", "CI"), ("España", "ES"), ("Korea", "KR"), ("Philipines", "PH"),
    ],
)  # fmt: skip
def test_a_country_is_known_by_code_and_by_name(name: str, code: str) -> None:
    assert country(name) == code


@pytest.mark.parametrize("name", ["Atlantis", "EU", "Europe", "Aust", "XX"])
def test_what_is_no_country_is_refused(name: str) -> None:
    with pytest.raises(ValueProblem, match="not a country"):
        country(name)


@given(st.text(max_size=60))
def test_no_text_brings_a_reader_down(cell: str) -> None:
    for read in (email, phone, tags, visibility, country, amount):
        with suppress(ValueProblem):
            assert read(cell) is not None
