"""What delivering a mail can come to, whatever way it goes."""

from dataclasses import dataclass
from typing import Protocol

from api.adapters.message import Message
from domain.outbox import Delivery


class Undeliverable(Exception):
    """This mail will never be taken as it is; trying again is of no use."""


class NotNow(Exception):
    """This try failed; a later one may not."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """How far the mail came; `refused` says which of several recipients the server did not take."""

    status: Delivery
    refused: str | None = None


class Post(Protocol):
    """A way by which mails leave."""

    def deliver(self, message: Message) -> Receipt:
        """Deliver one mail, or raise `Undeliverable` or `NotNow` with the reason in plain words."""
