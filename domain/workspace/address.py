"""A postal address as one value."""

from dataclasses import dataclass


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
