"""`throughline setup`."""

from typing import Annotated, Any

import typer

from api.cli.sample import sample_data as fill

Option = typer.Option


def setup(
    company: Annotated[str | None, Option(help="The company's name.")] = None,
    country: Annotated[str | None, Option(help="Two letters, such as DE.")] = None,
    currency: Annotated[str | None, Option(help="Three letters, such as EUR.")] = None,
    time_zone: Annotated[str | None, Option(help="Such as Europe/Berlin.")] = None,
    admin_name: Annotated[str | None, Option(help="The first administrator.")] = None,
    admin_email: Annotated[str | None, Option(help="With which they sign in.")] = None,
    password: Annotated[
        str | None,
        Option(help="Of ten characters or more.", envvar="THROUGHLINE_ADMIN_PASSWORD"),
    ] = None,
    sample_data: Annotated[
        bool, Option("--sample-data", help="Fill it with an invented company's year too.")
    ] = False,
) -> None:
    """Set up the company and its first administrator; asks for what is left out."""
    from api.cli.founding import found, refuse_if_set_up
    from api.cli.installation import ready
    from api.cli.questions import asked, currency_of, time_zone_of
    from api.settings import Settings

    database = ready(Settings())
    try:
        refuse_if_set_up(database)
        answers: dict[str, Any] = {"company_name": asked("Company", company)}
        answers["country"] = place = asked("Country (two letters)", country).upper()
        answers["currency"] = asked("Currency", currency, guess=currency_of(place)).upper()
        answers["time_zone"] = asked("Time zone", time_zone, guess=time_zone_of(place))
        answers["admin"] = {
            "name": asked("Your name", admin_name),
            "email": asked("Your e-mail address", admin_email),
            "password": asked("Choose a password", password, secret=True),
        }
        found(database, answers)
    finally:
        database.close()
    typer.echo(f"{answers['company_name']} is set up. Serve it with: throughline serve")
    if sample_data:
        fill()
