"""How an installation stands, as it travels."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict


class Live(TypedDict):
    """The process answers."""

    status: Literal["live"]


class Ready(TypedDict):
    """The database is reachable and current; `set_up` says whether there is a workspace.

    `needs_setup_token` says that whoever asks can only set it up with the operator's token.
    """

    status: Literal["ready"]
    set_up: Annotated[bool, Field(examples=[True])]
    needs_setup_token: bool
