"""Whatever program wrote a file: its rows come out, or the line that is broken is named."""

import pytest

from api.imports.reading import LeftOut, Row, RowError, Target
from domain.errors import Invalid
from tests.api.imports.reading_files import errors, rows, table, values

PLAIN = "Title,Company,Amount\nRoof,Müller GmbH,1.50\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"],
)
def test_the_encoding_is_recognised(encoding: str) -> None:
    assert values(table(PLAIN.encode(encoding))) == [
        {"title": "Roof", "company": "Müller GmbH", "value": "1.50"}
    ]


def test_typographic_quotes_of_windows_are_read() -> None:
    (row,) = values(table("Title\n“Roof” – 5 €\n".encode("cp1252")))

    assert row == {"title": "“Roof” – 5 €"}


def test_broken_bytes_spoil_one_cell_of_a_utf8_file_and_not_the_others() -> None:
    text = "Title,Company\nÄrger,Müller\nRoof,X\n".encode() + b"Gar\xe4ge,M\xc3\xbcller\nHut,Y\n"

    found = list(table(text).rows())

    assert [row.values["title"] for row in found if isinstance(row, Row)] == [
        "Ärger",
        "Roof",
        "Hut",
    ]
    (error,) = [row for row in found if isinstance(row, RowError)]
    assert (error.line, error.column, error.value) == (4, "Title", "Gar\ufffdge")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_delimiter_and_line_end_are_recognised(delimiter: str, line_end: str) -> None:
    lines = [["Title", "Amount"], ["Roof", '"1,5; a\tlot"'], ["Hut", "2"]]
    text = "".join(delimiter.join(line) + line_end for line in lines)

    found = rows(table(text))

    assert [(row.line, row.values["title"]) for row in found] == [(2, "Roof"), (3, "Hut")]
    assert found[0].raw[1] == "1,5; a\tlot"


def test_decimal_commas_do_not_make_a_semicolon_file_a_comma_file() -> None:
    (row,) = values(table("Title;Amount;Owner\nRoof, big, red;1,5;Ann, Lee\n"))

    assert row == {"title": "Roof, big, red", "value": "1,5", "owner": "Ann, Lee"}


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;"])
def test_a_first_line_that_names_the_delimiter_is_honoured(first: str) -> None:
    source = table(f"{first}\nTitle;Email\nA,B;a@b.com\n")

    assert rows(source)[0].line == 3
    assert values(source) == [{"title": "A,B", "contact_email": "a@b.com"}]


def test_a_delimiter_that_is_none_of_ours_is_refused() -> None:
    with pytest.raises(Invalid, match="comma, semicolon or tab"):
        table("sep=|\nTitle|Email\n")


def test_the_line_is_the_physical_one_on_which_the_row_begins() -> None:
    text = 'Title,Notes\n\n"Roof","one\ntwo\n\nfour"\nHut,x\n'

    assert [(row.line, row.values["title"]) for row in rows(table(text))] == [
        (3, "Roof"),
        (7, "Hut"),
    ]


def test_a_note_keeps_its_lines_and_a_title_becomes_one_line() -> None:
    (row,) = values(table('Title,Notes\n"A\r\n roof","one\r\ntwo\x00\x07"\n'))

    assert row == {"title": "A roof", "note": "one\ntwo"}


def test_zero_bytes_and_unseen_characters_are_removed() -> None:
    (row,) = values(table("Title,Company\nRo\x00of\u200b\u202e,\x00\n"))

    assert row == {"title": "Roof"}


def test_a_row_of_unseen_characters_names_nothing() -> None:
    assert values(table("Title,Company\n\ufeff,\u200b\n")) == [{}]


def test_a_quote_that_is_never_closed_spoils_its_line_only() -> None:
    found = list(table('Title,Company\nHut,A\n"Roof,B\nShed,C\n"Barn",D\n').rows())

    assert [(row.line, type(row)) for row in found] == [
        (2, Row),
        (3, RowError),
        (4, Row),
        (5, Row),
    ]
    assert "quotation mark" in str(found[1])


def test_a_quote_left_open_at_the_end_of_the_file_is_an_error_at_its_line() -> None:
    (error,) = errors(table('Title,Company\nHut,A\nShed,"B\nmore\n\n'))[:1]

    assert error.line == 3


def test_text_behind_a_closing_quote_belongs_to_the_cell() -> None:
    (row,) = values(table('Title,Company\n"Roof" , "A, B"\n'))

    assert row == {"title": "Roof", "company": "A, B"}


def test_a_cell_longer_than_any_text_is_an_error_at_its_line() -> None:
    text = "Title\n" + "x" * 200_000 + "\n" + "y" * 3_000_000 + "\nHut\n"

    found = list(table(text).rows())

    assert [row.line for row in found] == [2, 3, 4]
    assert isinstance(found[2], Row)
    assert "longer than" in found[0][-1]
    assert "longer than" in found[1][-1]


def test_a_row_with_a_cell_too_many_is_refused_and_blank_cells_are_not_too_many() -> None:
    found = list(table("Title,Company\nRoof,A,Inc.\nHut,B,,\n").rows())

    assert isinstance(found[0], RowError)
    assert found[0][:3] == (2, "", "Roof")
    assert "3 cells and the heading 2" in found[0].message
    assert isinstance(found[1], Row)


def test_blank_cells_that_excel_left_away_at_the_end_of_a_row_are_blank() -> None:
    assert values(table("Title,Company,Notes\nRoof,A\nHut,B,x\n")) == [
        {"title": "Roof", "company": "A"},
        {"title": "Hut", "company": "B", "note": "x"},
    ]


def test_a_row_without_most_of_its_cells_is_refused() -> None:
    (error,) = errors(table("Title,Company,Notes,Owner\nRoof,A\n"))

    assert error.line == 2
    assert "2 cells and the heading 4" in error.message


def test_both_halves_of_a_row_torn_by_a_line_break_are_refused() -> None:
    source = table("Title,Company,Notes\nRoof,A\nInc.,tall\nHut,B,x\n")

    assert [(error.line, error.value) for error in errors(source)] == [(2, "Roof"), (3, "Inc.")]
    assert "line break" in errors(source)[0].message


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b" \r\n\t\r\n", b"\xff\xfe"])
def test_an_empty_file_is_refused_as_such(content: bytes) -> None:
    with pytest.raises(Invalid, match="The file is empty"):
        table(content)


def test_a_file_of_headings_only_has_no_rows() -> None:
    assert rows(table("Title,Company")) == []


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "Excel"),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", "Excel"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis", "OpenDocument"),
        (b"PK\x03\x04" + bytes(26) + b"leads.csv", "archive"),
        (b"\x1f\x8b\x08" + bytes(20), "archive"),
        (b"%PDF-1.7", "PDF"),
        (b'[{"title": "Roof"}]', "JSON"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"\xef\xbb\xbf<html><table>", "web page"),
    ],
)
def test_other_formats_are_refused_by_name(content: bytes, word: str) -> None:
    with pytest.raises(Invalid, match=word):
        table(content)


def test_the_lines_above_linkedins_table_are_read_past() -> None:
    text = (
        '\ufeffNotes:\n"When exporting your connection data, you may notice that some of the email '
        'addresses are missing, by choice."\n\n'
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        'Ann,Lee,https://x,,"Lee, Sons",CEO,12 Mar 2024\n'
    )

    (row,) = rows(table(text))

    assert row.line == 5
    assert row.values == {"contact_name": "Ann Lee", "company": "Lee, Sons"}


def test_titles_subtotals_and_totals_of_quickbooks_are_no_records() -> None:
    source = table(
        'Acme Ltd\nInvoice List\n"January 1 - December 31, 2025"\n\n'
        "Date,Num,Customer,Memo/Description,Due Date,Amount,Open Balance,Currency,Exchange rate\n"
        '2025-01-02,1,Lee,Roof,2025-02-02,"1,200.00",0.00,USD,1\n'
        ',,,,,"1,200.00",,,\n'
        'Total,,,,,"1,200.00","0.00",,\n'
    )

    assert [(row.line, row.values["company"]) for row in rows(source)] == [(6, "Lee")]
    assert source.left_out == [
        LeftOut(7, "This row is a total."),
        LeftOut(8, "This row is a total."),
    ]


def test_the_footer_of_a_salesforce_report_is_no_record() -> None:
    source = table(
        "Opportunity Name,Stage,Amount,Close Date\nRoof,Won,5,2024-01-02\n\n"
        '"Grand Totals (5700 records)"\n\n"Confidential Information - Do Not Distribute"\n'
        '"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\n'
    )

    assert len(rows(source)) == 1
    assert [line.line for line in source.left_out] == [4, 6, 7]


def test_a_company_called_total_is_a_record() -> None:
    assert values(table("Company,Email\nTotal,info@total.com\n")) == [
        {"company": "Total", "contact_email": "info@total.com"}
    ]


def test_headings_that_come_again_are_left_out() -> None:
    source = table("Title,Company\nRoof,A\n\ufeffTitle,Company\nHut,B\n")

    assert [row.line for row in rows(source)] == [2, 4]
    assert source.left_out == [LeftOut(3, "This row repeats the headings.")]


def test_another_table_in_the_file_ends_the_reading_with_an_error() -> None:
    found = list(table("Title,Company,Email\nRoof,A,\nEmail,Title,Company\na@b.com,Hut,B\n").rows())

    assert [(row.line, type(row)) for row in found] == [(2, Row), (3, RowError)]
    assert "a file of its own" in str(found[1])


def test_deleted_records_of_salesforce_are_left_out() -> None:
    source = table("Id,IsDeleted,Name,Email\n1,0,Ann,\n2,1,Bob,\n3,true,Cy,\n")

    assert [row.values["external_id"] for row in rows(source)] == ["1"]
    assert "deleted" not in rows(source)[0].values


def test_a_table_can_be_read_again_while_it_is_being_read() -> None:
    source = table("Title\n" + "".join(f"Lead {n}\n" for n in range(5_000)))
    first, second = source.rows(), source.rows()

    assert all(a == b for a, b in zip(first, second, strict=True))


def test_equal_rows_have_one_fingerprint_wherever_their_columns_stand() -> None:
    (one,) = rows(table("Title,Company,Website\nRoof,A,x\n"))
    (other,) = rows(table("Company;Title\nA;Roof\n"))
    (third,) = rows(table("Company;Title\nRoof;A\n"))

    assert one.fingerprint == other.fingerprint
    assert one.fingerprint != third.fingerprint


@pytest.mark.parametrize("blank", ["", " ", "null", "NULL", "N/A", "-", '""', '" N/A "'])
def test_blank_cells_name_nothing(blank: str) -> None:
    assert values(table(f"Title,Company\nRoof,{blank}\n")) == [{"title": "Roof"}]


@pytest.mark.parametrize("word", ["none", "Null", "n/a", "NONE", "0", "--"])
def test_words_that_only_resemble_blanks_are_kept(word: str) -> None:
    assert values(table(f"Title,Company\nRoof,{word}\n")) == [{"title": "Roof", "company": word}]


def test_a_number_that_a_formula_protects_is_read_without_it() -> None:
    assert values(table('Title,Id\nRoof,="00123"\n')) == [{"title": "Roof", "external_id": "00123"}]


def test_no_column_recognised_is_refused_and_says_what_to_do() -> None:
    with pytest.raises(Invalid, match=r"reads: 1, 2, 3.*map\[Their Header\]=field"):
        table("1,2,3\n4,5,6\n", Target.COMPANIES)
