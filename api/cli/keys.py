"""`throughline api-key …`."""

from typing import Annotated

import typer

from api.cli.people import RoleName

app = typer.Typer(help="The secrets with which integrations call the API.", no_args_is_help=True)


@app.command("list")
def list_keys() -> None:
    """Name the keys in use, newest first."""
    from api.cli.installation import opened
    from api.cli.secrets import keys_in_use
    from api.cli.tables import table

    with opened() as installation:
        rows = keys_in_use(installation)
    typer.echo(table(("Id", "Name", "Begins", "Role", "User", "Expires", "Last used"), rows))


@app.command("create")
def create_key(
    name: Annotated[str, typer.Argument(help="What it is for.")],
    as_user: Annotated[str, typer.Option("--as", help="The address of whose key it is.")],
    role: Annotated[RoleName | None, typer.Option(help="Fewer rights than the user's.")] = None,
    expires: Annotated[str | None, typer.Option(help="Its last day, as YYYY-MM-DD.")] = None,
) -> None:
    """Make a key and print its secret, which is shown this once."""
    from api.cli.installation import opened
    from api.cli.secrets import make_key

    with opened() as installation:
        secret = make_key(installation, name, as_user, role, expires)
    typer.echo("Keep this secret; it is not shown again:", err=True)
    typer.echo(secret)


@app.command("revoke")
def revoke_key(
    key: Annotated[str, typer.Argument(help="Its id, or its name where no other has it.")],
) -> None:
    """End a key at once."""
    from api.cli.installation import opened
    from api.cli.secrets import revoke

    with opened() as installation:
        name = revoke(installation, key)
    typer.echo(f"“{name}” is revoked.")
