"""Leads over HTTP."""

from fastapi import APIRouter

from api.leads import activities, acts, counting, routes

router = APIRouter()
router.include_router(acts.routes)
router.include_router(counting.routes)
router.include_router(routes.routes)
router.include_router(activities.routes)
