"""Figures and targets over HTTP."""

from fastapi import APIRouter

from api.metrics import routes, targets

router = APIRouter()
router.include_router(routes.routes)
router.include_router(targets.routes)

__all__ = ["router"]
