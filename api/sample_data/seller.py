"""The company that sells: what setup left empty is filled in, so that it can quote and invoice."""

import re

from api.sample_data import logo
from api.sample_data.tables import sellers
from domain.search import folded
from domain.workspace import Address, Workspace

TERMS = (
    "Prices are net, free to the place of use. We deliver and install within three weeks of your "
    "order. Machines carry a warranty of 24 months; service contracts run for the months that are "
    "listed and then end by themselves."
)
FOOTER = "Thank you for your order. Questions about this invoice? Simply answer our e-mail."


def complete(workspace: Workspace) -> None:
    """Fill in what a quote or an invoice needs and nobody has entered yet."""
    place = sellers().get(workspace.address.country or "", {})
    site = f"{domain_of(workspace)}"
    facts = {
        "address": _address(workspace, place),
        "vat_id": place.get("vat_id"),
        "tax_number": None if place else "48 213 07715",
        "email": f"hello@{site}",
        "phone": place.get("phone"),
        "website": f"https://{site}",
        "iban": place.get("iban"),
        "quote_terms": TERMS,
        "invoice_footer": FOOTER,
    }
    for name, value in facts.items():
        if value and (not getattr(workspace, name) or name == "address"):
            setattr(workspace, name, value)
    if workspace.logo_type is None:
        workspace.logo, workspace.logo_type = logo.drawn(), "image/png"


def domain_of(workspace: Workspace) -> str:
    """The company's own domain, one that leads nowhere."""
    name = re.sub(r"[^a-z0-9]+", "-", folded(workspace.name).replace("&", " and ")).strip("-")
    return f"{name[:40].strip('-') or 'company'}.example"


def _address(workspace: Workspace, place: dict[str, str]) -> Address:
    """The present address where it is complete, else one of its country, or of its zone's city."""
    present = workspace.address
    if present.is_complete:
        return present
    city = workspace.time_zone.rpartition("/")[2].replace("_", " ")
    return Address(
        line1=present.line1 or place.get("line1", "12 Market Street"),
        line2=present.line2,
        postcode=present.postcode or place.get("postcode"),
        city=present.city or place.get("city", city),
        region=present.region,
        country=present.country or "DE",
    )
