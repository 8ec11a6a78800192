"""Write `openapi/openapi.json` from the code, without a server: `python -m openapi.export`."""

import sys
from pathlib import Path

from api.app import create_app
from api.openapi import as_text
from api.settings import Settings

COMMITTED = Path(__file__).parent / "openapi.json"


def current() -> str:
    """The description of the API as the code has it, the same text for the same code."""
    return as_text(create_app(Settings(DATABASE_URL="")).openapi())


def main() -> None:
    """Write the file anew."""
    COMMITTED.write_text(current(), encoding="utf-8")
    sys.stdout.write(f"Wrote {COMMITTED.name}.\n")


if __name__ == "__main__":
    main()
