"""A mail server by SMTP: one connection a mail, and its answers in plain words."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qsl, unquote, urlsplit

from api.adapters.message import Message
from api.adapters.post import NotNow, Receipt, Undeliverable
from domain.outbox import Delivery

TIMEOUT = 20.0
"""Seconds for each step, so that one delivery ends well before its lease."""

NOT_LET_IN = frozenset({530, 534, 535, 538})
"""Answers to whoever does not sign in or encrypt as the server wants: no fault of the mail."""

Answers = dict[str, tuple[int, bytes]]


class BadSmtpUrl(ValueError):
    """The address of the mail server cannot be read."""

    def __init__(self) -> None:
        super().__init__(
            "THROUGHLINE_SMTP_URL must look like smtp://user:password@mail.example.com:587?starttls"
            " or smtps://user:password@mail.example.com."
        )


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """A mail server: `smtp://` in the clear or with `?starttls`, `smtps://` always encrypted."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    tls: bool = False
    starttls: bool = False

    @classmethod
    def at(cls, url: str) -> Self:
        """Read an address such as `smtp://user:password@host:587?starttls`."""
        try:
            parts = urlsplit(url.strip())
            options = dict(parse_qsl(parts.query, keep_blank_values=True))
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise BadSmtpUrl from error
        if parts.scheme not in ("smtp", "smtps") or not host or options.keys() - {"starttls"}:
            raise BadSmtpUrl
        tls, starttls = parts.scheme == "smtps", "starttls" in options
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        usual = 465 if tls else 587 if starttls else 25
        return cls(host, port or usual, user, password, tls, starttls)

    def deliver(self, message: Message) -> Receipt:
        """Hand the mail over to all recipients at once, or to none where one is asked to wait."""
        try:
            with self._connection(message.domain) as smtp:
                refused = _transaction(smtp, message)
        except smtplib.SMTPAuthenticationError as error:
            raise NotNow(f"The mail server refuses our user name: {_words(error)}") from error
        except smtplib.SMTPRecipientsRefused as error:
            raise _by_codes(error.recipients, error) from error
        except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
            raise _by_codes({"": (error.smtp_code, _bytes(error.smtp_error))}, error) from error
        except smtplib.SMTPResponseException as error:
            raise NotNow(f"The mail server is not ready: {_words(error)}") from error
        except (OSError, smtplib.SMTPException) as error:
            raise NotNow(f"The mail server {self.host} cannot be reached: {error}") from error
        return Receipt(Delivery.HANDED_OVER, _listed(refused) if refused else None)

    @contextmanager
    def _connection(self, own_name: str) -> Iterator[smtplib.SMTP]:
        smtp = self._connected(own_name)
        try:
            if self.starttls:
                smtp.starttls(context=ssl.create_default_context())
            if self.user:
                smtp.login(self.user, self.password)
            yield smtp
            _say_goodbye(smtp)
        finally:
            smtp.close()

    def _connected(self, own_name: str) -> smtplib.SMTP:
        if not self.tls:
            return smtplib.SMTP(self.host, self.port, own_name, TIMEOUT)
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(self.host, self.port, own_name, timeout=TIMEOUT, context=context)


def _transaction(smtp: smtplib.SMTP, message: Message) -> Answers:
    """Send one mail; answers the recipients whom the server refused while taking others."""
    smtp.ehlo_or_helo_if_needed()
    options = [f"SIZE={len(message.content)}"] if smtp.has_extn("size") else []
    if message.is_international:
        if not smtp.has_extn("smtputf8"):
            raise Undeliverable("The mail server takes no address with letters beyond ASCII.")
        options += ["SMTPUTF8", "BODY=8BITMIME"]
        smtp.command_encoding = "utf-8"
    code, answer = smtp.mail(message.sender, options)
    if code != 250:
        raise smtplib.SMTPSenderRefused(code, answer, message.sender)
    refused = _refused(smtp, message.recipients)
    code, answer = smtp.data(message.content)
    if code != 250:
        raise smtplib.SMTPDataError(code, answer)
    return refused


def _refused(smtp: smtplib.SMTP, recipients: tuple[str, ...]) -> Answers:
    refused: Answers = {}
    for recipient in recipients:
        code, answer = smtp.rcpt(recipient)
        if code not in (250, 251):
            refused[recipient] = (code, answer)
    # Handing over to some while others are asked to wait would send those some a second mail later.
    if len(refused) == len(recipients) or any(_may_pass(code) for code, _ in refused.values()):
        raise smtplib.SMTPRecipientsRefused(refused)
    return refused


def _say_goodbye(smtp: smtplib.SMTP) -> None:
    """Part politely; the mail is taken, so what goes wrong now does not matter."""
    try:
        smtp.quit()
    except (OSError, smtplib.SMTPException):
        return


def _by_codes(answers: Answers, error: Exception) -> Undeliverable | NotNow:
    passes = any(_may_pass(code) for code, _ in answers.values())
    return (NotNow if passes else Undeliverable)(f"The mail server refuses it: {_listed(answers)}")


def _may_pass(code: int) -> bool:
    """Whether a later try may be answered otherwise."""
    return code < 500 or code in NOT_LET_IN


def _listed(answers: Answers) -> str:
    said = ((who, code, _text(answer)) for who, (code, answer) in answers.items())
    return "; ".join(f"{who} {code} {words}".strip() for who, code, words in said)


def _words(error: smtplib.SMTPResponseException) -> str:
    return f"{error.smtp_code} {_text(_bytes(error.smtp_error))}"


def _bytes(answer: bytes | str) -> bytes:
    return answer if isinstance(answer, bytes) else answer.encode()


def _text(answer: bytes) -> str:
    return " ".join(answer.decode("utf-8", "replace").split())
