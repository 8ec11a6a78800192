"""Where long-running commands say what they do."""

import logging


def show_logs(level: str) -> None:
    """Write the log to stderr, from a level on."""
    logging.basicConfig(
        level=level.upper(), format="%(asctime)s %(levelname)s %(message)s", force=True
    )
    for noisy in ("alembic", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
