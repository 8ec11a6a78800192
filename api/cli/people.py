"""`throughline user …`."""

from typing import Annotated, Literal

import typer

app = typer.Typer(help="The people of the workspace.", no_args_is_help=True)

Email = Annotated[str, typer.Argument(help="The address with which they sign in.")]
RoleName = Literal["admin", "manager", "rep", "finance", "viewer"]
Password = Annotated[
    str | None, typer.Option(help="Asked for where it is left out.", envvar="THROUGHLINE_PASSWORD")
]


@app.command("list")
def list_users() -> None:
    """Name everybody, former colleagues too."""
    from api.cli.installation import opened
    from api.cli.staff import everybody
    from api.cli.tables import table

    with opened() as installation:
        rows = everybody(installation)
    typer.echo(table(("E-mail", "Name", "Role", "Active", "Last seen"), rows))


@app.command("add")
def add_user(
    email: Email,
    name: Annotated[str, typer.Option(help="The full name.")],
    role: Annotated[RoleName, typer.Option(help="What they may do.")] = "rep",
    password: Password = None,
    invite: Annotated[bool, typer.Option("--invite", help="Mail a link to choose one.")] = False,
) -> None:
    """Add somebody who signs in, with a password or by invitation."""
    from api.cli import staff
    from api.cli.installation import opened
    from api.cli.questions import asked

    with opened() as installation:
        if invite:
            link = staff.invite(installation, email, name, role)
            typer.echo(f"{name} is invited by mail, and chooses a password at:\n{link}")
        else:
            staff.add(installation, email, name, role, asked("Password", password, secret=True))
            typer.echo(f"{name} may sign in as {email}.")


@app.command("deactivate")
def deactivate_user(email: Email) -> None:
    """End somebody's access at once: sessions and keys too; nothing they did is lost."""
    from api.cli import staff
    from api.cli.installation import opened

    with opened() as installation:
        name = staff.change(installation, email, {"active": False})
    typer.echo(f"{name} may no longer sign in.")


@app.command("activate")
def activate_user(email: Email) -> None:
    """Let somebody sign in again."""
    from api.cli import staff
    from api.cli.installation import opened

    with opened() as installation:
        name = staff.change(installation, email, {"active": True})
    typer.echo(f"{name} may sign in again.")


@app.command("password")
def set_password(email: Email, password: Password = None) -> None:
    """Give somebody a new password and end their sessions."""
    from api.cli import staff
    from api.cli.installation import opened
    from api.cli.questions import asked

    with opened() as installation:
        installation.user(email)
        given = asked("New password", password, secret=True)
        name = staff.change(installation, email, {"password_hash": staff.hashed(given)})
    typer.echo(f"{name} has a new password.")
