"""What commands ask at the terminal, and guesses that spare an answer."""

import sys
from importlib.resources import files
from pathlib import Path

import typer


def asked(label: str, given: str | None, *, guess: str | None = None, secret: bool = False) -> str:
    """An option's value, or the answer to a question where it was left out."""
    if given is not None:
        return given
    answer: str = typer.prompt(
        label, default=guess, hide_input=secret and sys.stdin.isatty(), confirmation_prompt=secret
    )
    return answer.strip() if not secret else answer


def currency_of(country: str) -> str | None:
    """The currency that a country pays with."""
    from babel.numbers import get_territory_currencies

    found = get_territory_currencies(country.upper())
    return str(found[0]) if found else None


def time_zone_of(country: str) -> str | None:
    """This machine's time zone where it has one, else the country's first."""
    here = Path("/etc/localtime").resolve().as_posix().partition("/zoneinfo/")[2]
    if here and here not in ("UTC", "Etc/UTC"):
        return here
    table = files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        code, _, rest = line.partition("\t")
        if code == country.upper():
            return rest.split("\t")[1]
    return None
