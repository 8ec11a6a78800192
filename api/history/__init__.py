"""The audit log over HTTP."""

from api.history.routes import routes as router

__all__ = ["router"]
