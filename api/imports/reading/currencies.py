"""Which currencies a symbol or code in front of or behind an amount may mean."""

from functools import cache

from babel import Locale

from api.imports.reading.problems import ValueProblem

_DOLLARS = "USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP"
_SYMBOLS = {
    "$": _DOLLARS,
    "dollar": _DOLLARS,
    "dollars": _DOLLARS,
    "us$": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "nt$": "TWD",
    "mx$": "MXN",
    "r$": "BRL",
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "£": "GBP",
    "¥": "JPY CNY",
    "￥": "JPY CNY",
    "fr": "CHF",
    "sfr": "CHF",
    "kr": "SEK NOK DKK ISK",
    "zł": "PLN",
    "kč": "CZK",
    "ft": "HUF",
    "lei": "RON",
    "лв": "BGN",
    "₹": "INR",
    "rs": "INR PKR LKR NPR",
    "₽": "RUB",
    "руб": "RUB",
    "₺": "TRY",
    "tl": "TRY",
    "₴": "UAH",
    "₩": "KRW",
    "₪": "ILS",
    "฿": "THB",
    "₫": "VND",
    "₱": "PHP",
    "₦": "NGN",
    "r": "ZAR",
    "rm": "MYR",
}


@cache
def _codes() -> frozenset[str]:
    return frozenset(Locale.parse("en").currencies)


def currencies_of(word: str) -> frozenset[str]:
    """The ISO 4217 codes that a code or symbol may stand for; none where it is neither."""
    if word.upper() in _codes():
        return frozenset((word.upper(),))
    return frozenset(_SYMBOLS.get(word.rstrip(".").casefold(), "").split())


def currency(text: str) -> str:
    """Read a cell of a currency column as an ISO 4217 code; a sign of several is refused."""
    meant = currencies_of(text)
    if len(meant) == 1:
        return next(iter(meant))
    raise ValueProblem("This is not a currency. Write its three letters, such as EUR.")
