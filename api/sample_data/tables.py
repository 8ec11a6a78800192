"""The tables beside this module: invented customers, their people, and sellers by country."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from domain.workspace import Address


@dataclass(frozen=True, slots=True)
class Human:
    """Somebody at a customer's; addresses end in `.example`, which no mail ever reaches."""

    name: str
    email: str
    phone: str | None


@dataclass(frozen=True, slots=True)
class Customer:
    """An office that drinks coffee; `staff` is how many people work there."""

    name: str
    legal_name: str
    address: Address
    vat_id: str
    billing_email: str
    staff: int
    people: tuple[Human, ...]


@cache
def customers() -> tuple[Customer, ...]:
    """All customers with their people."""
    people: dict[str, list[Human]] = {}
    for row in _rows("contacts"):
        human = Human(row["name"], row["email"], row["phone"] or None)
        people.setdefault(row["company"], []).append(human)
    return tuple(
        Customer(
            name=row["name"],
            legal_name=row["legal_name"],
            address=_address(row),
            vat_id=row["vat_id"],
            billing_email=f"invoices@{row['domain']}",
            staff=int(row["staff"]),
            people=tuple(people[row["name"]]),
        )
        for row in _rows("companies")
    )


@cache
def sellers() -> dict[str, dict[str, str]]:
    """A seller's address and registrations by country."""
    return {row["country"]: row for row in _rows("sellers")}


def _rows(name: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _address(row: dict[str, str]) -> Address:
    return Address(
        line1=row["line1"], postcode=row["postcode"], city=row["city"], country=row["country"]
    )
