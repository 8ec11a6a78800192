"""Reaching the outside world: mail servers, or a folder where there is none."""

from api.adapters.folder import Folder
from api.adapters.post import Post
from api.adapters.smtp import SmtpServer
from api.settings import Settings

__all__ = ["Folder", "Post", "SmtpServer", "post"]


def post(settings: Settings) -> Post:
    """The way by which this installation's mails leave; a bad `THROUGHLINE_SMTP_URL` is refused."""
    if settings.smtp_url.strip():
        return SmtpServer.at(settings.smtp_url)
    return Folder(settings.data_dir / "mail")
