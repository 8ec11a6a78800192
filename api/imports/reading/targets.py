"""What a file can be imported as, and the fields its columns can be mapped to."""

from enum import StrEnum


class Target(StrEnum):
    """The noun that the rows of a file become."""

    LEADS = "leads"
    COMPANIES = "companies"
    CONTACTS = "contacts"
    PRODUCTS = "products"
    USERS = "users"


FIELDS: dict[Target, tuple[str, ...]] = {
    Target.LEADS: (
        "title", "contact_name", "contact_email", "contact_phone", "company", "owner", "stage",
        "source", "value", "currency", "expected_close_on", "next_follow_up_on", "visibility",
        "tags", "external_id", "created_at", "closed_at", "lost_reason", "note",
    ),
    Target.COMPANIES: (
        "name", "legal_name", "line1", "line2", "postcode", "city", "region", "country", "vat_id",
        "tax_number", "billing_email", "payment_days", "external_id",
    ),
    Target.CONTACTS: ("name", "email", "phone", "company", "external_id"),
    Target.PRODUCTS: (
        "code", "name", "description", "unit", "unit_price", "currency", "tax_rate",
    ),
    Target.USERS: ("name", "email", "role"),
}  # fmt: skip

# The day a deal is to close while it is open, and the day it closed once it is not: one column in
# nearly every CRM, so only the row's stage says which of our two fields it is.
CLOSE_DATE = "close_date"

# A second column beside the stage that says open, won or lost.
STATUS = "status"

# A flag of records that their source has already deleted.
DELETED = "deleted"

# Parts of a person's name, joined in this order where no column gives it whole.
NAME_PARTS = ("first", "middle", "last")

PERSON_FIELDS: dict[Target, str] = {
    Target.LEADS: "contact_name",
    Target.CONTACTS: "name",
    Target.USERS: "name",
}

# Several columns may feed these: the first that is not blank wins.
WITH_FALLBACKS = frozenset(("contact_email", "contact_phone", "email", "phone"))

AMOUNTS = frozenset(("value", "unit_price", "currency", "tax_rate"))
PARAGRAPHS = frozenset(("note", "description"))
