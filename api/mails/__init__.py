"""Mails over HTTP: what was sent, how far it came, and trying again."""

from fastapi import APIRouter

from api.mails import delivery, routes

router = APIRouter()
router.include_router(delivery.routes)
router.include_router(routes.routes)

__all__ = ["router"]
