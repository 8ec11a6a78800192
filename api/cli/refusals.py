"""What the command line says where something cannot be done: one sentence, never a traceback."""

from typing import Any

import typer
from typer.core import TyperGroup


class CannotDo(Exception):
    """A command cannot be carried out; the sentence says why and what to do."""


class Commands(TyperGroup):
    """Commands whose expected errors become one sentence on stderr and exit code 1."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command, and explain what stops it."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            sentence = explained(error)
            if sentence is None:
                raise
            typer.echo(f"Error: {sentence}", err=True)
            raise typer.Exit(1) from error


def explained(error: Exception) -> str | None:
    """The sentence for an expected error, and nothing for a fault of ours."""
    if isinstance(error, CannotDo):
        return str(error)
    if isinstance(error, typer.Exit | typer.Abort | typer.TyperException):
        return None
    return _of_domain(error) or _of_settings(error) or _of_database(error) or _of_machine(error)


def _of_domain(error: Exception) -> str | None:
    from api.adapters.smtp import BadSmtpUrl
    from domain.errors import Invalid, Refusal

    if isinstance(error, Invalid):
        named = ((problem.field, problem.message) for problem in error.problems)
        return " ".join(f"{field}: {message}" if field else message for field, message in named)
    return str(error) if isinstance(error, Refusal | BadSmtpUrl) else None


def _of_settings(error: Exception) -> str | None:
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return None
    return " ".join(_field(error.title, item["loc"], item["msg"]) for item in error.errors())


def _field(model: str, place: tuple[int | str, ...], message: str) -> str:
    name = ".".join(str(part) for part in place)
    if model == "Settings" and not name.isupper():
        name = f"THROUGHLINE_{name.upper()}"
    return f"{name}: {message.removeprefix('Value error, ').rstrip('.')}."


def _of_database(error: Exception) -> str | None:
    from alembic.util import CommandError
    from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, ProgrammingError

    if isinstance(error, ArgumentError | NoSuchModuleError):
        return (
            "DATABASE_URL cannot be read. Write sqlite:///path/to/file.db or "
            "postgresql://user:password@host/name."
        )
    if isinstance(error, CommandError):
        return "This database was written by a newer Throughline. Update the program."
    if isinstance(error, ProgrammingError):
        return "The database is not up to date. Run `throughline migrate`."
    if isinstance(error, DBAPIError):
        return f"The database cannot be used: {_first_line(error.orig)}"
    return None


def _of_machine(error: Exception) -> str | None:
    if not isinstance(error, OSError):
        return None
    return f"{error.strerror or error}: {error.filename}." if error.filename else f"{error}."


def _first_line(error: object) -> str:
    return next(iter(str(error).strip().splitlines()), "it does not answer").rstrip(".") + "."
