"""Which mark of a number begins its fraction, and what a whole column says about that."""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import Enum

from api.imports.reading.problems import NOT_AN_AMOUNT, ValueProblem

_EITHER = (
    "This could be thousands or a fraction, and the column writes both ways. "
    "Write it without grouping, like 1234.50."
)
_MOST_DIGITS = 18
_LONGEST = 60
_TIDY = str.maketrans(
    dict.fromkeys("\u00a0\u202f\u2009\u2007", " ") | dict.fromkeys("’‘´`", "'") | {"−": "-"}
)
_NUMBER = re.compile(r"[.,]?\d(?:[\d.,' ]*\d)?", re.ASCII)
_NO_CENTS = re.compile(r"[.,](?:[-–—]+|(?=\s|$))")
_GROUPED = re.compile(
    r"\d{1,3}(?:(?P<mark>[.,' ])\d{3})(?:(?P=mark)\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}", re.ASCII
)


class DecimalSign(Enum):
    """How a column writes fractions; it decides what a lone mark before three digits means."""

    POINT = "."
    COMMA = ","
    BOTH = "both"
    """The column proves both: a value that could be either is refused."""
    UNPROVEN = "unproven"
    """Nothing proves anything: `1,234` is a thousand and more, `1.234` is one and a fraction."""
    GROUPS = "groups"
    """Nothing is proven where decimal commas are likely: a lone mark before three digits groups."""


def decimal_sign(texts: Iterable[str], decimal_comma_likely: bool = False) -> DecimalSign:
    """Learn from the amounts of a column how it writes fractions."""
    proven: set[str] = set()
    for text in texts:
        if "." in text or "," in text:
            proven.update(_proves(text))
            if len(proven) > 1:
                return DecimalSign.BOTH
    if proven:
        return DecimalSign(proven.pop())
    return DecimalSign.GROUPS if decimal_comma_likely else DecimalSign.UNPROVEN


def around_the_number(text: str) -> tuple[str, str, str]:
    """What stands before the first number of a text, the number, and what stands behind it."""
    tidy = _NO_CENTS.sub("", text.translate(_TIDY)).strip()
    found = _NUMBER.search(tidy) if len(tidy) <= _LONGEST else None
    if found is None or not tidy.isprintable():
        raise ValueProblem(NOT_AN_AMOUNT)
    return tidy[: found.start()], found[0], tidy[found.end() :]


def decimal(number: str, sign: Callable[[], DecimalSign]) -> Decimal:
    """Read digits, grouping and fraction; `sign` is asked only where one mark can be either."""
    mark = _decimal_mark(number)
    if mark is None:
        mark = _settled(number, sign())
    whole, _, fraction = number.partition(mark) if mark else (number, "", "")
    well_grouped = whole == "" or whole.isdigit() or _GROUPED.fullmatch(whole)
    digits = re.sub(r"\D", "", whole) or "0"
    if not well_grouped or not (fraction or "0").isdigit() or len(digits + fraction) > _MOST_DIGITS:
        raise ValueProblem(NOT_AN_AMOUNT)
    return Decimal(f"{digits}.{fraction}")


def _decimal_mark(number: str) -> str | None:
    """The mark before the fraction, "" where there is no fraction, None where it can be either."""
    points, commas = number.count("."), number.count(",")
    if points and commas:
        return max(".,", key=number.rfind)
    mark = "." if points else ","
    if points + commas != 1:
        return ""
    whole, _, fraction = number.partition(mark)
    can_group = len(fraction) == 3 and len(whole) <= 3 and not whole.startswith("0") and whole != ""
    return None if can_group else mark


def _settled(number: str, sign: DecimalSign) -> str:
    mark = "." if "." in number else ","
    if sign is DecimalSign.BOTH:
        raise ValueProblem(_EITHER)
    if sign is DecimalSign.UNPROVEN:
        return mark if mark == "." else ""
    return mark if mark == sign.value else ""


def _proves(text: str) -> set[str]:
    """The decimal sign that one amount can only have been written with."""
    try:
        number = around_the_number(text)[1]
        decimal(number, lambda: DecimalSign.UNPROVEN)
    except ValueProblem:
        return set()
    mark = _decimal_mark(number)
    if mark == "":
        return {"."} if "," in number else {","} if "." in number else set()
    return {mark} if mark else set()
