"""Products over HTTP."""

from api.products.routes import routes as router

__all__ = ["router"]
