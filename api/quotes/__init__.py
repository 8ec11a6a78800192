"""Quotes over HTTP: for those who make them, and for the customer behind a link."""

from fastapi import APIRouter

from api.quotes.acts import routes as acts
from api.quotes.answers import routes as answers
from api.quotes.expiry import expire_quotes
from api.quotes.page import routes as page
from api.quotes.public import routes as public
from api.quotes.routes import routes
from api.quotes.specimen import routes as specimen

__all__ = ["expire_quotes", "router"]

router = APIRouter()
for part in (routes, acts, answers, public, page, specimen):
    router.include_router(part)
