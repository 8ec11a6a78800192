"""One mail of the outbox as an internet message: text, HTML and attachments in UTF-8."""

from collections.abc import Iterable
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from api.adapters.headers import address, address_header, on_one_line, text_header
from domain.calendar import zone
from domain.outbox import Mail

_BODY = SMTP.clone(cte_type="7bit")


@dataclass(frozen=True, slots=True)
class Sender:
    """The workspace as it signs mails: its name, its address, and the zone of its dates."""

    company: str
    address: str
    zone_name: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels with a mail."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """A mail written out: from whom, to whom, and the bytes that travel."""

    mail: Mail
    sender: str
    recipients: tuple[str, ...]
    content: bytes

    @property
    def domain(self) -> str:
        """The sender's domain."""
        return self.sender.rpartition("@")[2]

    @property
    def is_international(self) -> bool:
        """Whether an address needs a mail server that takes addresses in UTF-8."""
        return not all(one.isascii() for one in (self.sender, *self.recipients))


def compose(mail: Mail, sender: Sender, attachments: Iterable[Attachment] = ()) -> Message:
    """Write a mail out; the same mail always has the same Message-ID and date.

    Refuses addresses that cannot exist with `BadAddress`.
    """
    origin = address(sender.address)
    to, cc = [address(text) for text in mail.recipients], [address(text) for text in mail.cc]
    head = [
        address_header("From", [(_signature(mail.sender_name, sender.company), origin)]),
        address_header("To", [("", one) for one in to]),
        address_header("Cc", [("", one) for one in cc]) if cc else "",
        address_header("Reply-To", [("", address(mail.reply_to))]) if mail.reply_to else "",
        text_header("Subject", mail.subject),
        f"Date: {format_datetime(mail.created_at.astimezone(zone(sender.zone_name)))}\r\n",
        f"Message-ID: <{mail.id}@{origin.rpartition('@')[2]}>\r\n",
        "Auto-Submitted: auto-generated\r\n" if mail.is_automatic else "",
    ]
    content = "".join(head).encode() + _body(mail, attachments)
    return Message(mail, origin, tuple(dict.fromkeys([*to, *cc])), content)


def _body(mail: Mail, attachments: Iterable[Attachment]) -> bytes:
    body = EmailMessage(policy=_BODY)
    body.set_content(mail.text)
    if mail.html:
        body.add_alternative(mail.html, subtype="html")
    for attachment in attachments:
        maintype, _, subtype = attachment.media_type.partition("/")
        body.add_attachment(
            attachment.content,
            maintype=maintype,
            subtype=subtype or "octet-stream",
            filename=on_one_line(attachment.name),
        )
    return body.as_bytes()


def _signature(person: str, company: str) -> str:
    """`Rita Rep (Northwind)`, or the company alone where no person signs."""
    name, firm = on_one_line(person), on_one_line(company)
    if not name or not firm or firm in name:
        return name or firm
    return f"{name} ({firm})"
