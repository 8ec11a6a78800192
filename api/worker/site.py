"""Where mails say they come from."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from api.adapters.message import Sender
from domain.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Site:
    """The sender's address, if the operator set one, and where the app is reached."""

    mail_from: str
    public_url: str

    def sender(self, workspace: Workspace) -> Sender:
        """The workspace as it signs its mails."""
        address = self._own_address() or workspace.email or f"throughline@{self._domain()}"
        return Sender(workspace.name, address, workspace.time_zone)

    def _own_address(self) -> str:
        """The address in `Sales <sales@example.com>`, or the whole."""
        _, bracket, rest = self.mail_from.partition("<")
        return (rest.rstrip("> ") if bracket else self.mail_from).strip()

    def _domain(self) -> str:
        host = urlsplit(self.public_url).hostname or ""
        is_a_name = "." in host and not host.replace(".", "").isdigit() and ":" not in host
        return host if is_a_name else "localhost"
