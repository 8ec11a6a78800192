"""Mails over HTTP: what was sent, how far it came, and trying again."""

from api.mails.routes import routes as router

__all__ = ["router"]
