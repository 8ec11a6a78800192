"""Texts, addresses, tags and choices, cleaned of what must not enter a record."""

import re

from email_validator import EmailNotValidError, validate_email

from api.imports.reading.problems import ValueProblem

BLANKS = frozenset(("", "null", "NULL", "N/A", "-"))
LONGEST_PHONE = 50
LONGEST_TAG = 50
MOST_TAGS = 50

_BREAKS = re.compile(r"\s*[\n\r\t\v\f\x1c-\x1f\x85\u2028\u2029]+\s*")
_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u202f\u2009"), " ")
_UNSEEN = dict.fromkeys(
    [
        *(*range(9), *range(11, 32), *range(127, 160)),
        *(0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    ]
)
_FORMULA = re.compile(r'="(.*)"', re.DOTALL)
_SEVERAL = re.compile(r"\s*(?::::|[;,\n|])\s*")
_IN_BRACKETS = re.compile(r"<([^<>]+)>")


def tidy(text: str, paragraphs: bool = False) -> str:
    """Remove control characters; line breaks become one space, except in texts of several lines."""
    text = text.translate(_SPACES)
    text = _LINE_ENDS.sub("\n", text) if paragraphs else _BREAKS.sub(" ", text)
    return text.translate(_UNSEEN).strip()


def cell_text(cell: str, paragraphs: bool = False) -> str:
    """The text of a cell, "" where it is blank: empty, `null`, `NULL`, `N/A` or `-`."""
    text = cell.strip()
    if not text.isprintable():
        text = tidy(text, paragraphs)
    if text[:1] == "=" and (formula := _FORMULA.fullmatch(text)):
        text = formula[1].strip()
    return "" if text in BLANKS else text


def text(value: str, longest: int) -> str:
    """A text of at most so many characters."""
    if len(value) > longest:
        raise ValueProblem(f"This has {len(value):,} characters; at most {longest:,} are possible.")
    return value


def email(value: str) -> str:
    """The first address of a cell, such as `Ann <ann@acme.com>; info@acme.com`, without DNS."""
    bracketed = _IN_BRACKETS.search(value)
    candidates = bracketed[1] if bracketed else value
    first = next(filter(None, _SEVERAL.split(candidates)), "")
    address = first.strip(" <>'\"").removeprefix("mailto:")
    try:
        valid = validate_email(address, check_deliverability=False)
    except EmailNotValidError:
        raise ValueProblem("This is not an e-mail address.") from None
    return valid.normalized


def phone(value: str) -> str:
    """The first number of a cell, as it is written."""
    first = next(filter(None, re.split(r"\s*(?::::|[;\n|])\s*", value)), "")
    if not any(character.isdigit() for character in first):
        raise ValueProblem("This is not a telephone number.")
    return text(first, LONGEST_PHONE)


def tags(value: str) -> tuple[str, ...]:
    """The tags of a cell, split at semicolon, comma, bar or `:::`, each once whatever its case."""
    found: dict[str, str] = {}
    for piece in _SEVERAL.split(value):
        tag = piece.strip().removeprefix("* ").strip()
        if tag:
            found.setdefault(tag.casefold(), text(tag, LONGEST_TAG))
    if len(found) > MOST_TAGS:
        raise ValueProblem(f"These are {len(found)} tags; at most {MOST_TAGS} are possible.")
    return tuple(found.values())


def visibility(value: str) -> str:
    """`public` or `private`, also in German, French and Spanish."""
    chosen = _VISIBILITIES.get(value.casefold())
    if chosen is None:
        raise ValueProblem("A lead is either public or private.")
    return chosen


_VISIBILITIES = dict.fromkeys(
    ("public", "öffentlich", "publique", "publico", "público"), "public"
) | dict.fromkeys(("private", "privat", "privé", "privée", "privado"), "private")
