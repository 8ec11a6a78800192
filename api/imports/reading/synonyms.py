"""Which role a heading plays for a target, and how good a name for it the heading is."""

import re
from functools import cache
from typing import NamedTuple

from api.imports.reading.currencies import currencies_of
from api.imports.reading.folding import fold
from api.imports.reading.lead_words import LEAD_WORDS
from api.imports.reading.other_words import (
    COMPANY_WORDS,
    CONTACT_WORDS,
    PRODUCT_WORDS,
    USER_WORDS,
)
from api.imports.reading.targets import FIELDS, Target

WORDS: dict[Target, dict[str, tuple[str, ...]]] = {
    Target.LEADS: LEAD_WORDS,
    Target.COMPANIES: COMPANY_WORDS,
    Target.CONTACTS: CONTACT_WORDS,
    Target.PRODUCTS: PRODUCT_WORDS,
    Target.USERS: USER_WORDS,
}

# Pipedrive and others write the object before every heading.
_OBJECTS: dict[Target, tuple[str, ...]] = {
    Target.LEADS: ("deal", "lead", "opportunity"),
    Target.COMPANIES: ("organization", "company", "account"),
    Target.CONTACTS: ("person", "contact"),
    Target.PRODUCTS: ("product", "item"),
    Target.USERS: ("user",),
}
_LONGEST = 200
_OF_AN_OBJECT = re.compile(r"\s*(\w+)\s+-\s+(.*)", re.DOTALL)
_UNIT_BEHIND = re.compile(r"(.*\S)\s*[\[(]\s*([^\[\]()]{1,6})\s*[\])]\s*", re.DOTALL)


class Role(NamedTuple):
    """What a heading stands for; rank 0 is the field's own name, and lower is better."""

    name: str
    rank: int


@cache
def roles(target: Target) -> dict[str, Role]:
    """Every folded heading that a target knows, with the role it plays."""
    known = {
        fold(word): Role(role, rank)
        for role, groups in WORDS[target].items()
        for rank, group in enumerate(groups, start=1)
        for word in group.split("|")
    }
    return known | {fold(field): Role(field, 0) for field in FIELDS[target]}


def role_of(heading: str, target: Target) -> Role | None:
    """The role of a heading, also behind its object's name or before a currency."""
    if len(heading) > _LONGEST:
        return None
    bare, _ = without_unit(heading)
    known = roles(target)
    found = known.get(fold(bare))
    parts = _OF_AN_OBJECT.fullmatch(bare) if found is None else None
    if parts and parts[1].lower() in _OBJECTS[target]:
        return known.get(fold(parts[2]))
    return found


def without_unit(heading: str) -> tuple[str, frozenset[str]]:
    """A heading without the currency it names in brackets, and the codes that currency may mean."""
    parts = _UNIT_BEHIND.fullmatch(heading)
    currencies = currencies_of(parts[2]) if parts else frozenset()
    return (parts[1], currencies) if parts and currencies else (heading, frozenset())
