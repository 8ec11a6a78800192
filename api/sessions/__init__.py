"""Signing in and out over HTTP, and who is signed in."""

from fastapi import APIRouter

from api.sessions import me, routes

router = APIRouter()
router.include_router(routes.routes)
router.include_router(me.routes)

__all__ = ["router"]
