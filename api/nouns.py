"""The list of nouns that the API answers for."""

from fastapi import APIRouter

from api import (
    api_keys,
    customers,
    events,
    health,
    history,
    imports,
    invoices,
    leads,
    mails,
    metrics,
    pipelines,
    products,
    quotes,
    sessions,
    setup,
    users,
    workspace,
)


def routers() -> list[APIRouter]:
    """The router of each noun, in the order of the sales funnel."""
    return [
        health.router,
        setup.router,
        sessions.router,
        workspace.router,
        users.router,
        api_keys.router,
        pipelines.router,
        customers.router,
        imports.router,
        leads.router,
        products.router,
        quotes.router,
        invoices.router,
        mails.router,
        metrics.router,
        history.router,
        events.router,
    ]
