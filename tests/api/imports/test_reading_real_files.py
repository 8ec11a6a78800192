"""The awkward files that others collected, and a real company's four files."""

import csv
import json
from pathlib import Path

import pytest

from api.imports.reading import Row, RowError, Target, open_table
from api.imports.reading.values import ValueProblem, country, moment
from domain.errors import Invalid
from tests.data_files import shared_data

SPECTRUM = [
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
    "quotes_and_newlines", "simple", "simple_crlf", "utf8",
]  # fmt: skip


def read(path: Path, target: Target, mapping: dict[str, str]) -> list[Row | RowError]:
    with path.open("rb") as file:
        return list(open_table(file, target, mapping).rows())


def cells(path: Path, first_heading: str) -> list[list[str] | int]:
    """The cells of every row, and the line of every error, with the first column as the title."""
    found = read(path, Target.LEADS, {first_heading: "title"})
    return [row.raw if isinstance(row, Row) else row.line for row in found]


@pytest.mark.parametrize("name", SPECTRUM)
def test_every_file_of_the_spectrum_gives_its_published_rows(name: str) -> None:
    wanted = json.loads(
        shared_data("csv", "csv-spectrum", "json", f"{name}.json").read_text("utf-8")
    )
    path = shared_data("csv", "csv-spectrum", "csvs", f"{name}.csv")

    found = cells(path, next(iter(wanted[0])))

    assert found == [list(row.values()) for row in wanted]


def test_coordinates_with_a_replacement_character_are_text_like_any_other() -> None:
    path = shared_data("csv", "csv-spectrum", "csvs", "location_coordinates.csv")

    ((phone, place, *_),) = [row for row in cells(path, "Cities") if isinstance(row, list)]

    assert (phone, place) == ("2095257564", "37\ufffd36'37.8\"N 121\ufffd2'17.9\"W")


CSVKIT: dict[str, tuple[str, list[list[str] | int]]] = {
    "bad.csv": ("column_a", [2, ["", "I'm too short!", ""], ["0", "mixed types.... uh oh", "17"]]),
    "bad_skip_lines.csv": (
        "column_a", [5, ["", "I'm too short!", ""], ["0", "mixed types.... uh oh", "17"]],
    ),
    "blanks.csv": ("a", [["", "NA", "N/A", "NONE", "NULL", "."]]),
    "date_like_number.csv": ("a", [["4.5"]]),
    "dummy_col_shuffled_ragged.csv": ("b", [["2", "3", "1", "4"]]),
    "mac_newlines.csv": ("a", [["1", "2", "3"], ["Once upon\ra time", "5", "6"]]),
    "null_byte.csv": ("a", [["\x00", "2", "3"]]),
    "optional_quote_characters.csv": ("a", [["1", "2", "3"]]),
    "sniff_limit.csv": ("a", [["1", "2", "3"]]),
    "test_date_format.csv": ("a", [["02/01/2014"], ["31/12/2012"]]),
    "test_date_format_converted.csv": ("a", [["2014-01-02"], ["2012-12-31"]]),
    "test_empty_columns.csv": ("a", [["a", "", "", "", ""], ["", "", "c", "", ""]]),
    "test_empty_columns_long_row.csv": ("a", []),
    "test_empty_columns_short_row.csv": ("a", []),
    "test_extra_header.csv": ("a", [["1", "2", "3", ""]]),
    "test_header_newline.csv": ("start end", [["d", "e", "f"]]),
    "test_latin1.csv": ("a", [["1", "2", "3"], ["4", "5", "©"]]),
    "test_locale.csv": ("a", [["1,7", "200.000.000", ""]]),
    "test_locale_converted.csv": ("a", [["1.7", "200000000", ""]]),
    "test_no_leading_zeroes.csv": ("a", [["01", "00.11", "0.1"]]),
    "test_numeric_date_format.csv": ("a", [["20140102"], ["20121231"]]),
    "test_precision.csv": ("a", [["1.234567"]]),
    "test_skip_lines.csv": ("a", [["1", "2", "3"]]),
    "test_utf16_big.csv": ("a", [["1", "2", "3"], ["4", "5", "ʤ"]]),
    "test_utf16_little.csv": ("a", [["1", "2", "3"], ["4", "5", "ʤ"]]),
    "test_utf8.csv": ("foo", [["1", "2", "3"], ["4", "5", "ʤ"]]),
    "test_utf8_bom.csv": ("foo", [["1", "2", "3"], ["4", "5", "ʤ"]]),
}  # fmt: skip
REFUSED = {
    "empty.csv": "The file is empty",
    "no_header_row.csv": "no such column",
    "dummy.xlsx": "Excel workbook. Save it as CSV",
    "sheets.xlsx": "Excel workbook. Save it as CSV",
    "test.xlsx": "Excel workbook. Save it as CSV",
    "test_skip_lines.xlsx": "Excel workbook. Save it as CSV",
}


def test_no_file_of_csvkit_is_forgotten() -> None:
    names = {path.name for path in shared_data("csv", "csvkit").iterdir()} - {"COPYING"}

    assert names == {*CSVKIT, *REFUSED}


@pytest.mark.parametrize("name", CSVKIT)
def test_every_file_of_csvkit_gives_its_rows(name: str) -> None:
    heading, wanted = CSVKIT[name]

    assert cells(shared_data("csv", "csvkit", name), heading) == wanted


@pytest.mark.parametrize("name", REFUSED)
def test_what_csvkit_knows_to_be_no_table_is_refused(name: str) -> None:
    with pytest.raises(Invalid, match=REFUSED[name]):
        cells(shared_data("csv", "csvkit", name), "a")


def test_the_sales_pipeline_of_a_real_seller_maps_by_itself() -> None:
    path = shared_data("maven-crm", "sales_pipeline.csv")
    with path.open("rb") as file:
        source = open_table(file, Target.LEADS)
        found = [row for row in source.rows() if isinstance(row, Row)]

        assert source.columns == {
            "opportunity_id": "external_id",
            "sales_agent": "owner",
            "product": "title",
            "account": "company",
            "deal_stage": "stage",
            "engage_date": "created_at",
            "close_date": "close_date",
            "close_value": "value",
        }
        assert source.unmapped == []
        assert len(found) == 8800
        assert sum("company" not in row.values for row in found) == 1425
        assert sum("created_at" not in row.values for row in found) == 500
        total = sum(
            source.amount("value", row.values["value"]).value
            for row in found
            if "value" in row.values
        )
    with path.open(newline="") as plain:
        assert total == sum(int(row["close_value"] or 0) for row in csv.DictReader(plain))
    assert all(moment(row.values["close_date"]) for row in found if "close_date" in row.values)


def test_the_other_files_of_the_real_seller_map_too() -> None:
    accounts = read(
        shared_data("maven-crm", "accounts.csv"), Target.COMPANIES, {"office_location": "country"}
    )
    products = read(shared_data("maven-crm", "products.csv"), Target.PRODUCTS, {})
    agents = read(shared_data("maven-crm", "sales_teams.csv"), Target.USERS, {})

    assert (len(accounts), len(products), len(agents)) == (85, 7, 35)
    assert products[0][1] == {"name": "GTX Basic", "unit_price": "550"}
    assert agents[0][1] == {"name": "Anna Snelling"}
    countries = {country(row.values["country"]) for row in accounts if isinstance(row, Row)}
    assert {"US", "KE", "PH", "KR"} <= countries


@pytest.mark.parametrize(
    ("file", "target", "first"),
    [
        (
            "Customer.csv",
            Target.CONTACTS,
            {
                "external_id": "1",
                "name": "Luís Gonçalves",
                "company": "Embraer - Empresa Brasileira de Aeronáutica S.A.",
                "phone": "+55 (12) 3923-5555",
                "email": "luisg@embraer.com.br",
            },
        ),
        ("Employee.csv", Target.USERS, {"name": "Andrew Adams", "email": "andrew@chinookcorp.com"}),
    ],
)
def test_the_people_of_a_record_shop_map_by_themselves(
    file: str, target: Target, first: dict[str, str]
) -> None:
    found = read(shared_data("chinook", file), target, {})

    assert found[0][1] == first
    assert all(isinstance(row, Row) for row in found)


def test_ambiguous_days_of_a_real_file_are_refused_one_by_one() -> None:
    found = read(shared_data("csv", "csvkit", "test_date_format.csv"), Target.LEADS, {"a": "title"})
    texts = [row.values["title"] for row in found if isinstance(row, Row)]

    with pytest.raises(ValueProblem, match="dates=mdy or dates=dmy"):
        moment(texts[0])
    assert str(moment(texts[0], "dmy")) == "2014-01-02"
    assert str(moment(texts[1])) == "2012-12-31"
