"""Health over HTTP."""

from api.health.routes import routes as router

__all__ = ["router"]
