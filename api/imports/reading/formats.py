"""Files that are not CSV are told apart by how they begin, and refused by name."""

from domain.errors import Invalid

_EXCEL = "This is an Excel workbook. Save it as CSV and import that file."
_ARCHIVE = "This is a packed archive. Unpack it and import the CSV file that is in it."
_WORKBOOK_PARTS = (b"[Content_Types].xml", b"xl/", b"_rels/", b"docProps/")
_BEGINNINGS = (
    (b"\xd0\xcf\x11\xe0", _EXCEL),
    (b"\x1f\x8b", _ARCHIVE),
    (b"%PDF-", "This is a PDF document. Export the table as CSV and import that file."),
    (b'{"', "This is JSON. Export the table as CSV and import that file."),
    (b'[{"', "This is JSON. Export the table as CSV and import that file."),
    (b"<?xml", "This is XML. Export the table as CSV and import that file."),
    (b"<!doctype", "This is a web page. Export the table as CSV and import that file."),
    (b"<html", "This is a web page. Export the table as CSV and import that file."),
    (b"<table", "This is a web page. Export the table as CSV and import that file."),
)


def refuse_other_formats(head: bytes) -> None:
    """Refuse a file whose first bytes belong to a workbook, archive, web page or another format."""
    if head.startswith(b"PK\x03\x04"):
        raise Invalid("file", _what_is_packed(head))
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:16].lower()
    for beginning, sentence in _BEGINNINGS:
        if begins.startswith(beginning.lower()):
            raise Invalid("file", sentence)


def _what_is_packed(head: bytes) -> str:
    first_name = head[30:80]
    if first_name.startswith(_WORKBOOK_PARTS):
        return _EXCEL
    if first_name.startswith(b"mimetype"):
        return "This is an OpenDocument file. Save it as CSV and import that file."
    return _ARCHIVE
