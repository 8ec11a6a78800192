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
    import json

    from api.app import create_app

    text = json.dumps(create_app().openapi(), indent=2, ensure_ascii=False)
    if output is None:
        typer.echo(text)
    else:
        output.write_text(text + "\n", encoding="utf-8")
        typer.echo(f"Written to {output}.", err=True)
