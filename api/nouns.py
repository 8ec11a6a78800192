"""The list of nouns that the API answers for."""

from fastapi import APIRouter

from api import leads


def routers() -> list[APIRouter]:
    """The router of each noun, in the order of the sales funnel."""
    return [leads.router]
