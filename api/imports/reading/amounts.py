"""Amounts and other numbers as people and programs write them, read exactly."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from api.imports.reading.currencies import currencies_of
from api.imports.reading.problems import ValueProblem

_NOT_AN_AMOUNT = "This is not an amount. Write it like 1234.50, with the currency if you like."
_EITHER = (
    "This could be thousands or a fraction, and the column writes both ways. "
    "Write it without grouping, like 1234.50."
)
_NOT_A_PERCENTAGE = "This is not a percentage. Write it like 19 or 7.5."
_NOT_A_NUMBER = "This is not a whole number."
_MOST_DIGITS = 18

_TIDY = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "−": "-"})
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'"})
_NUMBER = re.compile(r"[.,]?\d(?:[\d.,' ]*\d)?", re.ASCII)
_NO_CENTS = re.compile(r"[.,](?:[-–—]+|(?=\s|$))")
_GROUPED = re.compile(
    r"\d{1,3}(?:(?P<mark>[.,' ])\d{3})(?:(?P=mark)\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}", re.ASCII
)
_SCALES = {
    "k": 3, "tsd": 3, "thousand": 3, "m": 6, "mn": 6, "mio": 6, "mln": 6, "million": 6,
    "b": 9, "bn": 9, "mrd": 9, "billion": 9,
}  # fmt: skip
_LONGER_FIRST = "|".join(sorted(_SCALES, key=len, reverse=True))
_SCALED = re.compile(rf"({_LONGER_FIRST})\.?\s*(.*)", re.IGNORECASE)


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


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and the currencies it may be in: none where none is named, several for `$`."""

    value: Decimal
    currencies: frozenset[str] = frozenset()

    @property
    def currency(self) -> str | None:
        """The ISO 4217 code, where exactly one is meant."""
        return next(iter(self.currencies)) if len(self.currencies) == 1 else None

    def may_be_in(self, currency: str) -> bool:
        """Whether nothing that is written beside the number speaks against this currency."""
        return not self.currencies or currency in self.currencies


def amount(text: str, sign: Callable[[], DecimalSign] = lambda: DecimalSign.UNPROVEN) -> Amount:
    """Read an amount of money; `sign` is asked only for what can be two, `1,234` and `1.234`."""
    before, number, after = _parts(text)
    negative = _is_negative(before, after)
    scale, behind = _scale_and_word(after.strip(" )-"))
    ahead = before.strip(" (-+")
    currencies = _agreed(ahead, behind)
    value = _decimal(number, sign) * 10**scale
    return Amount(-value if negative else value, currencies)


def percentage(text: str) -> Decimal:
    """Read `19`, `19 %` or `7,5` as percent; a lone mark always begins the fraction."""
    number = text.translate(_TIDY).strip().removesuffix("%").strip().replace(",", ".")
    if not re.fullmatch(r"-?\d{1,9}(\.\d{1,12})?", number, re.ASCII):
        raise ValueProblem(_NOT_A_PERCENTAGE)
    return Decimal(number)


def whole_number(text: str) -> int:
    """Read the one whole number in `30`, `Net 30` or `30 days`."""
    numbers = re.findall(r"\d+", text, re.ASCII)
    if len(numbers) != 1 or len(numbers[0]) > 9 or re.search(r"\d[.,]|[.,-]\s*\d", text):
        raise ValueProblem(_NOT_A_NUMBER)
    return int(numbers[0])


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


def _parts(text: str) -> tuple[str, str, str]:
    tidy = _NO_CENTS.sub("", text.translate(_TIDY).translate(_APOSTROPHES)).strip()
    found = _NUMBER.search(tidy)
    if found is None or not tidy.isprintable():
        raise ValueProblem(_NOT_AN_AMOUNT)
    return tidy[: found.start()], found[0], tidy[found.end() :]


def _is_negative(before: str, after: str) -> bool:
    """`-5`, `5-` and `(5)` owe; signs that contradict or repeat one another are no amount."""
    bracketed = (before.count("("), after.count(")")) == (1, 1)
    signs = before.count("-") + before.count("+") + after.count("-")
    if signs + bracketed > 1 or (not bracketed and ("(" in before or ")" in after)):
        raise ValueProblem(_NOT_AN_AMOUNT)
    return bracketed or "-" in before or "-" in after


def _scale_and_word(after: str) -> tuple[int, str]:
    """`k`, `Mio.` and the like move the point; what is left names the currency."""
    if currencies_of(after):
        return 0, after
    scaled = _SCALED.fullmatch(after)
    return (_SCALES[scaled[1].lower()], scaled[2]) if scaled else (0, after)


def _agreed(*words: str) -> frozenset[str]:
    agreed: frozenset[str] = frozenset()
    for word in filter(None, words):
        meant = currencies_of(word)
        agreed = meant & agreed if agreed else meant
        if not agreed:
            raise ValueProblem(_NOT_AN_AMOUNT)
    return agreed


def _decimal(number: str, sign: Callable[[], DecimalSign]) -> Decimal:
    mark = _decimal_mark(number)
    if mark is None:
        mark = _settled(number, sign())
    whole, _, fraction = number.partition(mark) if mark else (number, "", "")
    well_grouped = whole == "" or whole.isdigit() or _GROUPED.fullmatch(whole)
    digits = re.sub(r"\D", "", whole) or "0"
    if not well_grouped or not (fraction or "0").isdigit() or len(digits + fraction) > _MOST_DIGITS:
        raise ValueProblem(_NOT_AN_AMOUNT)
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
        number = _parts(text)[1]
        mark = _decimal_mark(number)
        if mark is None or (_decimal(number, lambda: DecimalSign.UNPROVEN) is None):
            return set()
    except ValueProblem:
        return set()
    if mark:
        return {mark}
    return {"."} if "," in number else {","} if "." in number else set()
