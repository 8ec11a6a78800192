"""Live events over HTTP: server-sent, to each caller what the caller may see."""

from api.events.feed import Feed
from api.events.routes import routes as router

__all__ = ["Feed", "router"]
