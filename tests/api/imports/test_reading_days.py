"""Days and instants as the world writes them; what can be two days is never guessed."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.imports.reading.values import DayOrder, ValueProblem, day, instant, moment

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
HOUR_EAST = timezone(timedelta(hours=1))


def bare(text: str) -> datetime:
    """A time without a zone, as files write it."""
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2024-03-12", date(2024, 3, 12)),
        ("2024/3/4", date(2024, 3, 4)),
        ("20140102", date(2014, 1, 2)),
        ("3/15/2024", date(2024, 3, 15)),
        ("15.04.2021", date(2021, 4, 15)),
        ("03/03/2024", date(2024, 3, 3)),
        ("31/12/99", date(1999, 12, 31)),
        ("12/25/69", date(2069, 12, 25)),
        ("12 Mar 2024", date(2024, 3, 12)),
        ("7-Feb-22", date(2022, 2, 7)),
        ("Mar 12 2024", date(2024, 3, 12)),
        ("March 12th, 2024", date(2024, 3, 12)),
        ("12. März 2024", date(2024, 3, 12)),
        ("1er août 2024", date(2024, 8, 1)),
        ("12 de marzo de 2024", date(2024, 3, 12)),
        ("mar. 12 mars 2024", date(2024, 3, 12)),
        ("2021-Apr-15", date(2021, 4, 15)),
        ("2024-03-12 09:14", bare("2024-03-12 09:14")),
        ("2024-03-12 9:14", bare("2024-03-12 09:14")),
        ("3/15/2024 2:30 PM", bare("2024-03-15 14:30")),
        ("3/15/2024 12:05 a.m.", bare("2024-03-15 00:05")),
        ("15 Apr, 2021 00:03:00", bare("2021-04-15 00:03")),
        ("12 AUGUST 2020 10:30", bare("2020-08-12 10:30")),
        ("March 12, 2024 at 2:30 PM", bare("2024-03-12 14:30")),
        ("2024-03-12T09:14:00Z", datetime(2024, 3, 12, 9, 14, tzinfo=UTC)),
        ("2024-03-12T09:14:00.000+0000", datetime(2024, 3, 12, 9, 14, tzinfo=UTC)),
        ("2024-03-12T09:14:00+01:00", datetime(2024, 3, 12, 9, 14, tzinfo=HOUR_EAST)),
        ("Tue, 12 Mar 2024 10:00:00 +0100", datetime(2024, 3, 12, 10, tzinfo=HOUR_EAST)),
        ("2024-03-12 10:00 UTC", datetime(2024, 3, 12, 10, tzinfo=UTC)),
    ],
)
def test_a_day_is_read_in_every_usual_form(text: str, wanted: date) -> None:
    read = moment(text)

    assert read == wanted
    assert type(read) is type(wanted)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("03/04/2024", "dates=mdy or dates=dmy"),
        ("3.4.2024", "dates=mdy or dates=dmy"),
        ("03/04/2024 10:00", "dates=mdy or dates=dmy"),
        ("24-03-04", "dates=ymd or dates=dmy"),
        ("01/02/03", "dates=ymd or dates=mdy or dates=dmy"),
    ],
)
def test_what_could_be_two_days_is_refused_and_says_how_to_settle_it(
    text: str, offered: str
) -> None:
    with pytest.raises(ValueProblem, match=offered):
        moment(text)


@pytest.mark.parametrize(
    ("order", "text", "wanted"),
    [
        ("mdy", "03/04/2024", date(2024, 3, 4)),
        ("dmy", "03/04/2024", date(2024, 4, 3)),
        ("ymd", "01/02/03", date(2001, 2, 3)),
        ("mdy", "01/02/03", date(2003, 1, 2)),
        ("dmy", "01/02/03", date(2003, 2, 1)),
        ("mdy", "15/04/2021", date(2021, 4, 15)),
        ("dmy", "2024-03-04", date(2024, 3, 4)),
    ],
)
def test_the_order_of_days_settles_what_could_be_two_and_leaves_the_rest(
    order: DayOrder, text: str, wanted: date
) -> None:
    assert moment(text, order) == wanted


def test_an_order_that_does_not_fit_settles_nothing() -> None:
    with pytest.raises(ValueProblem, match="dates=mdy or dates=dmy"):
        moment("03/04/2024", "ymd")


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "45363", "1710230400000", "Mar 2024", "31/02/2024", "2024-02-30", "2024-13-01",
        "0024-03-12", "2999-01-01", "12/2024", "3/15/2024 13:30 PM", "3/15/2024 25:00",
        "12 Foo 2024", "12 Mar Apr", "1/2/345", "2024-03-12 10:00 CET", "٢٠٢٤-٠٣-١٢",
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueProblem):
        moment(text)


def test_a_day_given_for_an_instant_means_noon_in_the_workspaces_zone() -> None:
    assert instant(date(2024, 1, 10), BERLIN) == datetime(2024, 1, 10, 11, tzinfo=UTC)
    assert instant(bare("2024-07-10 09:30"), BERLIN) == datetime(2024, 7, 10, 7, 30, tzinfo=UTC)
    written = datetime(2024, 7, 10, 9, tzinfo=HOUR_EAST)
    assert instant(written, NEW_YORK) == datetime(2024, 7, 10, 8, tzinfo=UTC)
    assert instant(written, NEW_YORK).tzinfo is UTC


def test_an_instant_given_for_a_day_is_the_workspaces_day_and_midnight_the_day_as_written() -> None:
    late = datetime(2024, 1, 10, 23, 30, tzinfo=UTC)
    midnight = datetime(2024, 1, 10, tzinfo=UTC)

    assert (day(late, BERLIN), day(late, NEW_YORK)) == (date(2024, 1, 11), date(2024, 1, 10))
    assert day(midnight, NEW_YORK) == date(2024, 1, 10)
    assert day(bare("2024-01-10 23:30"), BERLIN) == date(2024, 1, 10)
    assert day(date(2024, 1, 10), BERLIN) == date(2024, 1, 10)


@given(
    st.dates(date(1970, 1, 1), date(2069, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%y", "%Y%m%d"]),
)
def test_a_day_written_day_first_reads_back(written: date, form: str) -> None:
    assert moment(written.strftime(form), "dmy") == written


@given(st.text(max_size=40))
def test_no_text_is_more_than_a_problem(text: str) -> None:
    with suppress(ValueProblem):
        assert isinstance(moment(text), date)
