"""How mails leave this installation, as administrators are told."""

from fastapi import FastAPI

from tests.factories import Staff

PATH = "/api/v1/mail-delivery"


def test_without_a_mail_server_mails_are_kept_as_files(company: Staff) -> None:
    told = company.client("admin").get(PATH).json()
    assert told["way"] == "folder"
    assert told["folder"].endswith("mail")
    assert told["server"] is None
    assert told["links"] == "http://testserver"


def test_a_mail_server_is_named_without_its_password(app: FastAPI, company: Staff) -> None:
    app.state.settings.smtp_url = "smtp://sales:geheim@mail.example.com:2525?starttls"
    answer = company.client("admin").get(PATH)
    told = answer.json()
    assert (told["way"], told["server"], told["encrypted"], told["folder"]) == (
        "smtp",
        "mail.example.com:2525",
        True,
        None,
    )
    assert "geheim" not in answer.text


def test_only_administrators_are_told(company: Staff) -> None:
    for who in ("manager", "rep", "finance", "viewer"):
        assert company.client(who).get(PATH).status_code == 403
