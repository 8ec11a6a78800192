"""The list of nouns that the API answers for."""

from fastapi import APIRouter

from api import customers, history, leads, mails, pipelines, products


def routers() -> list[APIRouter]:
    """The router of each noun, in the order of the sales funnel."""
    return [
        pipelines.router,
        customers.router,
        leads.router,
        products.router,
        mails.router,
        history.router,
    ]
