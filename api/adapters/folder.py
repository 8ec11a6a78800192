"""Without a mail server: each mail is kept as an .eml file that any mail program opens."""

import os
import re
import unicodedata
from pathlib import Path

from api.adapters.message import Message
from api.adapters.post import NotNow, Receipt
from domain.outbox import Delivery, Mail


class Folder:
    """A folder of .eml files, readable by the operator alone: mails carry invitations and links."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def deliver(self, message: Message) -> Receipt:
        """Write the mail's file, whole or not at all; a second time it is the same file."""
        place = self.path / file_name(message.mail)
        half = place.with_suffix(".part")
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            with open(half, "wb", opener=_private) as file:
                file.write(message.content)
                file.flush()
                os.fsync(file.fileno())
            half.replace(place)
        except OSError as error:
            raise NotNow(f"The mail cannot be kept in {self.path}: {error.strerror}.") from error
        return Receipt(Delivery.KEPT)


def file_name(mail: Mail) -> str:
    """`2026-11-23-110000-your-quote-01a2….eml`: in order of time, told apart by the id."""
    plain = unicodedata.normalize("NFKD", mail.subject).encode("ascii", "ignore").decode("ascii")
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].rstrip("-")
    written = f"{mail.created_at:%Y-%m-%d-%H%M%S}"
    return "-".join(part for part in (written, slug, str(mail.id)) if part) + ".eml"


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
