"""A postal address as one value."""

from dataclasses import dataclass
from functools import cache

from babel import Locale

# Codes of CLDR that stand for no country of ISO 3166-1.
_NO_COUNTRIES = frozenset(("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"))


@dataclass(frozen=True, slots=True)
class Address:
    """A structured postal address; `country` is an ISO 3166-1 alpha-2 code."""

    line1: str | None = None
    line2: str | None = None
    postcode: str | None = None
    city: str | None = None
    region: str | None = None
    country: str | None = None

    @property
    def is_complete(self) -> bool:
        """Whether an invoice may carry it: a street or box, a place and a country."""
        return bool((self.line1 or self.line2) and self.city and self.country)

    def __bool__(self) -> bool:
        return any((self.line1, self.line2, self.postcode, self.city, self.region, self.country))


@cache
def countries() -> frozenset[str]:
    """The codes of ISO 3166-1 alpha-2, and XK, which is in use for Kosovo."""
    known = map(str, Locale("en").territories)
    return frozenset(code for code in known if len(code) == 2 and code.isalpha()) - _NO_COUNTRIES


def is_country(code: str) -> bool:
    """Whether this is a country's code, in capitals as ISO 3166-1 writes it."""
    return code in countries()
