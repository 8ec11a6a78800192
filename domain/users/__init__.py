"""Users: who may sign in, what each role may do, and who is acting now."""

from domain.users.model import (
    AddressTaken,
    AnsweredRequest,
    ApiKey,
    Invitation,
    LastAdmin,
    SignIn,
    User,
)
from domain.users.repository import (
    ApiKeyRepository,
    InvitationRepository,
    UserRepository,
    caller_by_key,
    caller_by_session,
)
from domain.users.rights import RIGHTS, Right, Role, lower_of
from domain.users.viewer import CUSTOMER, SYSTEM, Viewer

__all__ = [
    "CUSTOMER",
    "RIGHTS",
    "SYSTEM",
    "AddressTaken",
    "AnsweredRequest",
    "ApiKey",
    "ApiKeyRepository",
    "Invitation",
    "InvitationRepository",
    "LastAdmin",
    "Right",
    "Role",
    "SignIn",
    "User",
    "UserRepository",
    "Viewer",
    "caller_by_key",
    "caller_by_session",
    "lower_of",
]
