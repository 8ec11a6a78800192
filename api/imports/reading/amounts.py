"""Amounts of money as people and programs write them, read exactly."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from api.imports.reading.currencies import currencies_of
from api.imports.reading.decimals import DecimalSign, around_the_number, decimal
from api.imports.reading.problems import NOT_AN_AMOUNT, ValueProblem

_SCALES = {
    "k": 3, "tsd": 3, "thousand": 3, "m": 6, "mn": 6, "mio": 6, "mln": 6, "million": 6,
    "b": 9, "bn": 9, "mrd": 9, "billion": 9,
}  # fmt: skip
_LONGER_FIRST = "|".join(sorted(_SCALES, key=len, reverse=True))
_SCALED = re.compile(rf"({_LONGER_FIRST})\.?\s*(.*)", re.IGNORECASE)


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
    before, number, after = around_the_number(text)
    negative = _is_negative(before, after)
    scale, behind = _scale_and_word(after.strip(" )-"))
    ahead = before.strip(" (-+")
    currencies = _agreed(ahead, behind)
    value = decimal(number, sign) * 10**scale
    return Amount(-value if negative else value, currencies)


def _is_negative(before: str, after: str) -> bool:
    """`-5`, `5-` and `(5)` owe; signs that contradict or repeat one another are no amount."""
    bracketed = (before.count("("), after.count(")")) == (1, 1)
    signs = before.count("-") + before.count("+") + after.count("-")
    if signs + bracketed > 1 or (not bracketed and ("(" in before or ")" in after)):
        raise ValueProblem(NOT_AN_AMOUNT)
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
            raise ValueProblem(NOT_AN_AMOUNT)
    return agreed
