"""What `throughline import` does, by the rules of the API."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from api.cli.installation import Installation, clock
from api.cli.progress import Progress
from api.imports.options import Options
from api.imports.reading import Target
from api.imports.running import run
from api.imports.schemas import ImportReport


def taken_in(
    installation: Installation, path: Path, target: str, email: str, options: Options
) -> ImportReport:
    """Import a file as somebody, and say how it goes meanwhile."""
    viewer = installation.viewer(email)
    with _opened(path) as file, Progress("rows") as progress:
        return run(
            installation.database,
            viewer,
            installation.moment,
            Target(target),
            file,
            options,
            progress=progress,
            clock=clock,
        )


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """A file, or what is piped in, kept beside the memory because it is read more than once."""
    if str(path) != "-":
        with path.open("rb") as file:
            yield file
        return
    with tempfile.TemporaryFile() as kept:
        shutil.copyfileobj(sys.stdin.buffer, kept)
        kept.seek(0)
        yield cast(BinaryIO, kept)
