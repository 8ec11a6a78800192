"""Where the tests find the real data that lies beside the repository."""

from pathlib import Path

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def shared_data(*parts: str) -> Path:
    """Answer the path of one file or folder of the real data, or fail with what is missing."""
    path = SHARED_DATA.joinpath(*parts)
    if not path.exists():
        wanted = "/".join(("../shared/data", *parts))
        raise AssertionError(
            f"This test needs the real data at {wanted}, beside the repository, and it is missing."
        )
    return path
