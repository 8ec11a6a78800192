"""The page behind a customer's link, drawn on the server; its script posts the answers."""

import hashlib
from functools import cache
from pathlib import Path as FilePath
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.documents import printing
from api.quotes.customer import REVOKED, Customer, CustomerDesk
from api.quotes.public import Token
from api.unit_of_work import OpenRoute
from domain.documents import seller_of
from domain.errors import NotFound
from domain.quotes import Quote
from domain.quotes.link import token_hash

routes = APIRouter(route_class=OpenRoute, include_in_schema=False)

HERE = FilePath(__file__).parent
ASSETS = {"page.css": "text/css", "page.js": "text/javascript"}
PICTURES = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/svg+xml")
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
_templates = Environment(
    loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)


@routes.get("/q/{token}")
def read_quote_page(token: Token, customer: Customer) -> Response:
    """The offer as a page; where the link leads nowhere, a page that says so."""
    quote = customer.desk.quotes.by_link(token_hash(token))
    if quote is None:
        return _page("unknown.html", 404, {"seller": customer.desk.workspace.name})
    return _page("page.html", 200, _facts(quote, token, customer))


@routes.get("/q/{token}/logo")
def read_quote_logo(token: Token, customer: Customer) -> Response:
    """The seller's logo, for those who hold a link."""
    customer.found(token)
    workspace = customer.desk.workspace
    if workspace.logo is None or workspace.logo_type not in PICTURES:
        raise NotFound("logo")
    headers = {
        "Cache-Control": "private, max-age=3600",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    }
    return Response(workspace.logo, media_type=workspace.logo_type, headers=headers)


@routes.get("/q/assets/{name}")
def read_quote_page_asset(
    name: Annotated[Literal["page.css", "page.js"], Path()],
) -> Response:
    """The page's style and script, from our own origin."""
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(_asset(name), media_type=ASSETS[name], headers=headers)


def _page(template: str, status: int, facts: dict[str, Any]) -> Response:
    marks = {name.replace(".", "_"): f"/q/assets/{name}?{_mark(name)}" for name in ASSETS}
    html = _templates.get_template(template).render(**facts, **marks)
    return HTMLResponse(html, status, headers=_HEADERS)


def _facts(quote: Quote, token: str, customer: CustomerDesk) -> dict[str, Any]:
    """What the page shows, written out for its reader."""
    desk = customer.desk
    workspace, zone_name = desk.workspace, desk.moment.zone_name
    owner = customer.seller_contact(quote)
    seller = seller_of(workspace)
    status = quote.status(desk.moment.today)
    return {
        "token": token,
        "status": status,
        "is_revoked": status in REVOKED,
        "number": quote.label,
        "subject": None if status in REVOKED else quote.subject,
        "customer": quote.customer,
        "seller": seller,
        "seller_address": printing.address_lines(seller.address),
        "has_logo": workspace.logo_type in PICTURES,
        "contact": owner.name,
        "contact_email": owner.email if owner.active and owner.email else workspace.email,
        "issued_on": printing.day(quote.issued_on) if quote.issued_on else "",
        "valid_until": printing.day(quote.valid_until),
        "lines": printing.lines(quote.lines, quote.currency),
        "sums": printing.sums(quote),
        "taxes": printing.tax_totals(quote, printing.tax_name(seller)),
        "tax_reasons": [group["reason"] for group in quote.tax_groups if group["reason"]],
        "total": printing.money(quote.total, quote.currency),
        "notes": quote.notes,
        "terms": quote.terms,
        "signed_by": quote.signed_by,
        "accepted_on": _when(quote.accepted_at, zone_name),
        "declined_on": _when(quote.declined_at, zone_name),
    }


def _when(at: Any, zone_name: str) -> str:
    return printing.instant(at, zone_name) if at else ""


@cache
def _asset(name: str) -> bytes:
    return (HERE / name).read_bytes()


@cache
def _mark(name: str) -> str:
    """Changes with the file, so that browsers may keep it."""
    return hashlib.sha256(_asset(name)).hexdigest()[:12]
