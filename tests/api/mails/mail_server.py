"""A real SMTP server for tests, which keeps what it takes and refuses what it is told to refuse."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


@dataclass
class Inbox:
    """What the server took, and its answers to the next commands where they are not 250."""

    url: str = ""
    envelopes: list[Envelope] = field(default_factory=list)
    recipient_answers: dict[str, str] = field(default_factory=dict)
    data_answers: list[str] = field(default_factory=list)
    logins: list[tuple[str, str]] = field(default_factory=list)
    holds: bool = False
    arrived: threading.Event = field(default_factory=threading.Event)

    @property
    def messages(self) -> list[EmailMessage]:
        """The mails as a mail program reads them."""
        return [message_from_bytes(content, policy=policy.default) for content in self.contents]

    @property
    def contents(self) -> list[bytes]:
        """The bytes that travelled."""
        return [content for one in self.envelopes if isinstance(content := one.content, bytes)]

    async def handle_RCPT(  # noqa: N802 (aiosmtpd calls it by this name)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient, or answer what the test wants."""
        if address in self.recipient_answers:
            return self.recipient_answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 (aiosmtpd calls it by this name)
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Keep a mail, or answer what the test wants, or never answer."""
        self.arrived.set()
        if self.holds:
            await asyncio.Event().wait()
        answer = self.data_answers.pop(0) if self.data_answers else "250 OK"
        if answer.startswith("250"):
            self.envelopes.append(envelope)
        return answer


class _AnyPort(Controller):
    def _trigger_server(self) -> None:
        server: Any = self.server
        self.port = server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


@contextmanager
def running(password: str | None = None) -> Iterator[Inbox]:
    """A server on a free port; with a password it lets nobody in who shows another."""
    inbox = Inbox()

    def authenticate(
        server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        inbox.logins.append((data.login.decode(), data.password.decode()))
        return AuthResult(success=data.password.decode() == password, handled=False)

    options: dict[str, Any] = {"enable_SMTPUTF8": True}
    if password is not None:
        options |= {"auth_require_tls": False, "authenticator": authenticate}
    controller = _AnyPort(inbox, hostname="127.0.0.1", port=0, **options)
    controller.start()
    try:
        inbox.url = f"smtp://127.0.0.1:{controller.port}"
        yield inbox
    finally:
        controller.stop()
