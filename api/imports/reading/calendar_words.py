"""Names of months and weekdays in the languages that spreadsheets and CRMs export them in."""

from functools import cache

from babel.dates import get_day_names, get_month_names

from api.imports.reading.folding import fold

_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
_BESIDE_BABEL = {"sept": 9, "maerz": 3, "mrz": 3, "sep": 9, "dez": 12, "okt": 10, "ene": 1}

# What stands between the parts of a day: "12 de marzo de 2024", "March 12th", "1er mars".
FILLERS = frozenset(
    ("de", "del", "of", "den", "der", "le", "la", "the", "st", "nd", "rd", "th", "er", "d")
)


def month_of(word: str) -> int | None:
    """The number of the month that this word names, if it names one."""
    return _months().get(fold(word))


def is_weekday(word: str) -> bool:
    """Whether the word is a weekday's name, which adds nothing to a full date."""
    return fold(word) in _weekdays()


@cache
def _months() -> dict[str, int]:
    named = {
        fold(name): number
        for language in _LANGUAGES
        for width in ("abbreviated", "wide")
        for number, name in get_month_names(width, locale=language).items()
    }
    return named | _BESIDE_BABEL


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(
        fold(name)
        for language in _LANGUAGES
        for width in ("abbreviated", "wide")
        for name in get_day_names(width, locale=language).values()
    )
