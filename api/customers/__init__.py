"""Customers over HTTP: organisations and people."""

from fastapi import APIRouter

from api.customers import companies, contacts

router = APIRouter()
router.include_router(companies.routes)
router.include_router(contacts.routes)

__all__ = ["router"]
