"""`throughline import`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

TargetName = Literal["leads", "companies", "contacts", "products", "users"]


def import_file(
    file: Annotated[Path, typer.Argument(help="A CSV file, or - for what is piped in.")],
    as_user: Annotated[str, typer.Option("--as", help="The address of whom it is done as.")],
    target: Annotated[TargetName, typer.Option(help="What the rows are.")] = "leads",
    map: Annotated[
        list[str] | None, typer.Option("--map", help="A column: “Their Header=field”.")
    ] = None,
    stage: Annotated[
        list[str] | None, typer.Option("--stage", help="A stage: “Their Stage=key”.")
    ] = None,
    dates: Annotated[
        Literal["ymd", "mdy", "dmy"] | None, typer.Option(help="The order of ambiguous dates.")
    ] = None,
    match: Annotated[
        Literal["external_id", "email", "row"] | None,
        typer.Option(help="By what a row is known again."),
    ] = None,
    create_users: Annotated[
        bool, typer.Option("--create-users", help="Make inactive users of unknown owners.")
    ] = False,
    atomic: Annotated[bool, typer.Option("--atomic", help="All rows, or none.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Report, and change nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Bring a CSV file in, by the rules of the API; the same file twice changes nothing.

    Exits with 1 where a row was refused; the others went in, unless --atomic.
    """
    from api.cli.installation import opened
    from api.cli.intake import taken_in
    from api.cli.reports import as_text
    from api.imports.options import Match, Options

    options = Options(
        mapping=_pairs("--map", map),
        stages=_pairs("--stage", stage),
        dates=dates,
        match=Match(match) if match else None,
        create_users=create_users,
        atomic=atomic,
        dry_run=dry_run,
    )
    with opened() as installation:
        report = taken_in(installation, file, target, as_user, options)
    typer.echo(as_text(report, as_json=as_json))
    if report["failed"]:
        raise typer.Exit(1)


def _pairs(option: str, given: list[str] | None) -> dict[str, str]:
    """`Their Header=field` as a pair; the heading itself may hold an equals sign."""
    pairs: dict[str, str] = {}
    for text in given or []:
        theirs, equals, ours = text.rpartition("=")
        if not equals or not theirs.strip() or not ours.strip():
            raise typer.BadParameter(f"Write it as {option} “Theirs=ours”.", param_hint=option)
        pairs[theirs.strip()] = ours.strip()
    return pairs
