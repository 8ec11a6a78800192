"""What browsers get besides the API: the built front end, the API documentation and its assets."""

from fastapi import FastAPI


def install(app: FastAPI) -> None:
    """Serve the front end at `/` and the API documentation at `/api/docs`."""
