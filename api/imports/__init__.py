"""Imports: files of leads, companies, contacts, products and users, brought in over HTTP."""

from api.imports.routes import routes as router

__all__ = ["router"]
