"""First-run setup as it travels."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from api.schema import Country, Currency, Email, Line, Password, Question, ShortLine
from api.users.schemas import User
from api.workspace.schemas import Workspace


class FirstAdmin(Question):
    """Who administers the workspace from its first day."""

    name: Annotated[Line, Field(examples=["Ada Example"])]
    email: Annotated[Email, Field(examples=["ada@example.com"])]
    password: Annotated[Password, Field(examples=["correct horse battery"])]


class Setup(Question):
    """The company that this installation is for; everything but the admin can be changed later."""

    company_name: Annotated[Line, Field(examples=["Fjord & Finch"])]
    country: Country
    currency: Currency
    time_zone: Annotated[ShortLine, Field(examples=["Europe/Berlin"])]
    admin: FirstAdmin
    sample_data: Annotated[
        bool, Field(description="Also fill the workspace with an invented company's year.")
    ] = False


class SetUp(TypedDict):
    """The workspace and its first administrator, who is signed in now."""

    workspace: Workspace
    user: User
