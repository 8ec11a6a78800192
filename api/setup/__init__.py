"""First-run setup over HTTP."""

from api.setup.routes import routes as router

__all__ = ["router"]
