"""API keys over HTTP."""

from api.api_keys.routes import routes as router

__all__ = ["router"]
