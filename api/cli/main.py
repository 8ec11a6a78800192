"""The commands, put together."""

import typer

from api.cli import database, document, importing, keys, people, sample, serving, setup, working
from api.cli.refusals import Commands

app = typer.Typer(
    name="throughline",
    help="Runs a company's sales from first contact to paid invoice.",
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command(short_help="Serve the app and its API.")(serving.serve)
app.command(short_help="Deliver mails, run daily jobs.")(working.worker)
app.command(short_help="Bring the database up to date.")(database.migrate)
app.command(short_help="Set up the company.")(setup.setup)
app.command("sample-data", short_help="Fill it with an invented year.")(sample.sample_data)
app.add_typer(people.app, name="user")
app.add_typer(keys.app, name="api-key")
app.command("import", short_help="Bring a CSV file in.")(importing.import_file)
app.command(short_help="Print the API's description.")(document.openapi)


def main() -> None:
    """Run the command that was typed."""
    app()
