"""The workspace over HTTP."""

from fastapi import APIRouter

from api.workspace import logo, numbers, routes

router = APIRouter()
router.include_router(routes.routes)
router.include_router(logo.routes)
router.include_router(numbers.routes)

__all__ = ["router"]
