"""Users over HTTP."""

from api.users.routes import routes as router

__all__ = ["router"]
