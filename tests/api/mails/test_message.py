"""What a mail looks like on the wire."""

import re
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.utils import parseaddr
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from api.adapters.headers import BadAddress
from api.adapters.message import Attachment, Sender, compose
from domain.outbox import Mail

NORTHWIND = Sender("Northwind", "office@northwind.example", "Europe/Berlin")
PDF = Attachment("Q-2026-0001.pdf", "application/pdf", b"%PDF-1.7 \x00\xff\r\n.\r\n")


def a_mail(**facts: Any) -> Mail:
    return Mail(
        **{
            "cause": "quote",
            "kind": "quote",
            "recipients": ["nadia@contoso.example"],
            "sender_name": "Rita Rep",
            "reply_to": "rita@northwind.example",
            "subject": "Your quote",
            "text": "Hello Nadia",
            "html": "<p>Hello Nadia</p>",
            "created_at": datetime(2026, 11, 23, 11, tzinfo=UTC),
            **facts,
        }
    )


def written(mail: Mail, sender: Sender = NORTHWIND, *files: Attachment) -> EmailMessage:
    return message_from_bytes(compose(mail, sender, files).content, policy=policy.default)


def said(raw: Message, header: str) -> str:
    """A header as mail programs decode it."""
    return str(make_header(decode_header(str(raw[header]).replace("\r\n", ""))))


def test_text_and_html_are_alternatives_and_the_pdf_is_beside_them() -> None:
    message = written(a_mail(), NORTHWIND, PDF)
    assert message.get_content_type() == "multipart/mixed"
    alternative, pdf = message.iter_parts()
    assert [part.get_content_type() for part in alternative.iter_parts()] == [
        "text/plain",
        "text/html",
    ]
    assert pdf.get_content_type() == "application/pdf"
    assert pdf.get_content_disposition() == "attachment"
    assert pdf.get_filename() == "Q-2026-0001.pdf"
    assert pdf.get_content() == PDF.content


def test_the_workspace_writes_in_its_sellers_name_and_answers_go_to_the_seller() -> None:
    message = written(a_mail())
    sender = message["From"].addresses[0]
    assert sender.display_name == "Rita Rep (Northwind)"
    assert sender.addr_spec == "office@northwind.example"
    assert message["Reply-To"] == "rita@northwind.example"
    assert message["Auto-Submitted"] is None


def test_what_throughline_writes_by_itself_says_so() -> None:
    message = written(a_mail(sender_name="Northwind", reply_to=None))
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["From"].addresses[0].display_name == "Northwind"


def test_the_message_id_is_the_mails_at_the_workspaces_domain() -> None:
    mail = a_mail()
    assert written(mail)["Message-ID"] == f"<{mail.id}@northwind.example>"
    assert written(mail)["Message-ID"] == written(mail)["Message-ID"]


def test_the_date_is_that_of_the_workspace() -> None:
    assert written(a_mail())["Date"] == "Mon, 23 Nov 2026 12:00:00 +0100"


def test_recipients_and_copies_are_named_and_reached_once() -> None:
    mail = a_mail(recipients=["a@x.example", "b@x.example"], cc=["c@x.example", "a@x.example"])
    message = compose(mail, NORTHWIND)
    assert message.recipients == ("a@x.example", "b@x.example", "c@x.example")
    assert written(mail)["To"] == "a@x.example, b@x.example"
    assert written(mail)["Cc"] == "c@x.example, a@x.example"


def test_a_domain_in_other_letters_travels_in_ascii() -> None:
    message = compose(a_mail(recipients=["nadia@Müller.example"]), NORTHWIND)
    assert message.recipients == ("nadia@xn--mller-kva.example",)
    assert not message.is_international


def test_a_local_part_in_other_letters_needs_an_international_server() -> None:
    message = compose(a_mail(recipients=["zoë@x.example"]), NORTHWIND)
    assert message.is_international
    assert "To: zoë@x.example".encode() in message.content


@pytest.mark.parametrize("text", ["nobody", "@x.example", "a b@x.example", "a@x..example", "a@"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(BadAddress):
        compose(a_mail(recipients=[text]), NORTHWIND)


def test_a_newline_never_begins_a_header() -> None:
    evil = "x\r\nBcc: everybody@x.example\n\nBody"
    sender = Sender(evil, "office@northwind.example", "UTC")
    files = Attachment(evil, "application/pdf", b"")
    message = written(a_mail(subject=evil, sender_name=evil), sender, files)
    assert message["Bcc"] is None
    assert message["Subject"] == "x Bcc: everybody@x.example Body"
    assert [part.get_filename() for part in message.iter_attachments()] == [
        "x Bcc: everybody@x.example Body"
    ]


@given(name=st.text(max_size=120), company=st.text(max_size=60), subject=st.text(max_size=255))
def test_every_name_and_subject_arrives_as_it_was_written(
    name: str, company: str, subject: str
) -> None:
    assume(_plain(f"Ünal {company}") not in name)
    content = compose(
        a_mail(sender_name=f"Zoë {name}", subject=f"€ {subject}"),
        Sender(f"Ünal {company}", "office@northwind.example", "UTC"),
    ).content
    head = content.partition(b"\r\n\r\n")[0]
    assert all(len(line) <= 78 and line.isascii() for line in head.split(b"\r\n"))
    raw = message_from_bytes(content)
    person, address = parseaddr(str(raw["From"]).replace("\r\n", ""))
    expected = f"{_plain(f'Zoë {name}')} ({_plain(f'Ünal {company}')})"
    assert str(make_header(decode_header(person))) == expected
    assert address == "office@northwind.example"
    assert said(raw, "Subject") == _plain(f"€ {subject}")


@given(st.from_regex(r"[ -~]{1,200}", fullmatch=True))
def test_names_in_ascii_survive_quoting_and_folding(name: str) -> None:
    raw = message_from_bytes(
        compose(a_mail(sender_name=f"N{name}", subject=name), NORTHWIND).content
    )
    person, address = parseaddr(str(raw["From"]).replace("\r\n", ""))
    plain = _plain(f"N{name}")
    expected = plain if "Northwind" in plain else f"{plain} (Northwind)"
    assert str(make_header(decode_header(person))) == expected
    assert address == "office@northwind.example"
    assert said(raw, "Subject") == _plain(name)


def _plain(text: str) -> str:
    clean = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+", " ", text)
    return " ".join(clean.split())
