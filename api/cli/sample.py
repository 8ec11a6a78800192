"""`throughline sample-data`."""

import typer


def sample_data() -> None:
    """Fill an empty workspace with the invented year of a company, to look around in."""
    from api.cli.founding import filled
    from api.cli.installation import opened

    with opened() as installation:
        summary = filled(installation)
    typer.echo(f"There are {summary} now.")
