"""Postal addresses as they travel; every noun that has one uses this shape."""

from typing import Any

from typing_extensions import TypedDict

from api.schema import Country, OptionalLine, Question
from domain.workspace import Address as PostalAddress


class Address(TypedDict):
    """A postal address; `country` is an ISO 3166-1 alpha-2 code."""

    line1: str | None
    line2: str | None
    postcode: str | None
    city: str | None
    region: str | None
    country: str | None


class AddressDraft(Question):
    """A postal address; `country` is an ISO 3166-1 alpha-2 code."""

    line1: OptionalLine = None
    line2: OptionalLine = None
    postcode: OptionalLine = None
    city: OptionalLine = None
    region: OptionalLine = None
    country: Country | None = None


def address(place: PostalAddress) -> Address:
    """An address with all its fields."""
    return {
        "line1": place.line1,
        "line2": place.line2,
        "postcode": place.postcode,
        "city": place.city,
        "region": place.region,
        "country": place.country,
    }


def merged(present: PostalAddress, change: AddressDraft | None) -> PostalAddress:
    """An address after a change: fields that were sent replace the present ones; null empties."""
    if change is None:
        return PostalAddress()
    facts: dict[str, Any] = {**address(present), **change.given()}
    return PostalAddress(**facts)
