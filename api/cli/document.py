"""`throughline openapi`."""

from pathlib import Path
from typing import Annotated

import typer


def openapi(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write it to this file.", dir_okay=False)
    ] = None,
) -> None:
    """Print the description of the HTTP API, OpenAPI 3.1; no database is needed."""
    from api.app import create_app
    from api.openapi import as_text
    from api.settings import Settings

    text = as_text(create_app(Settings(DATABASE_URL="")).openapi())
    if output is None:
        typer.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8")
        typer.echo(f"Written to {output}.", err=True)
