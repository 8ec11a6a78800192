"""The command line: `throughline …`; heavy modules are imported by the command that needs them."""

from api.cli.main import app, main

__all__ = ["app", "main"]
