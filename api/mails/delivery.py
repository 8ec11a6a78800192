"""How mails leave this installation, which its operator decides."""

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypedDict

from api import adapters
from api.dependencies import Config, needs, router
from domain.users import Right

routes = router("Mails")


class MailDelivery(TypedDict):
    """By a mail server, or kept as files in `folder`; `links` is where the mails' links lead."""

    way: Annotated[Literal["smtp", "folder"], Field(examples=["smtp"])]
    server: Annotated[str | None, Field(examples=["mail.fjordfinch.example:587"])]
    encrypted: bool
    folder: str | None
    links: Annotated[str, Field(examples=["https://sales.fjordfinch.example"])]


@routes.get("/mail-delivery", response_model=MailDelivery, summary="Ask how mails are delivered")
def get_mail_delivery(_: Annotated[None, needs(Right.ADMINISTER)], settings: Config) -> Any:
    """The mail server without its password, or the folder where mails are kept as files."""
    post = adapters.post(settings)
    server = post if isinstance(post, adapters.SmtpServer) else None
    return {
        "way": "smtp" if server else "folder",
        "server": f"{server.host}:{server.port}" if server else None,
        "encrypted": bool(server and (server.tls or server.starttls)),
        "folder": str(post.path) if isinstance(post, adapters.Folder) else None,
        "links": settings.public_url,
    }
