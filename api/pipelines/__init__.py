"""Pipelines over HTTP."""

from api.pipelines.routes import routes as router

__all__ = ["router"]
