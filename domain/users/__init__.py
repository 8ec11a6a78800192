"""Users: who may sign in, what each role may do, and who is acting now."""

from domain.users.changing import UserActs
from domain.users.inviting import INVITATION_LIFE, InvitationOver, Invitations, NotInvitable
from domain.users.keys import KeyAboveMaker, new_key
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
    UserRepository,
    caller_by_key,
    caller_by_session,
)
from domain.users.rights import RIGHTS, Right, Role, lower_of
from domain.users.signing_in import SESSION_LIFE, SignIns
from domain.users.viewer import CUSTOMER, SYSTEM, Viewer

__all__ = [
    "CUSTOMER",
    "INVITATION_LIFE",
    "RIGHTS",
    "SESSION_LIFE",
    "SYSTEM",
    "AddressTaken",
    "AnsweredRequest",
    "ApiKey",
    "ApiKeyRepository",
    "Invitation",
    "InvitationOver",
    "Invitations",
    "KeyAboveMaker",
    "LastAdmin",
    "NotInvitable",
    "Right",
    "Role",
    "SignIn",
    "SignIns",
    "User",
    "UserActs",
    "UserRepository",
    "Viewer",
    "caller_by_key",
    "caller_by_session",
    "lower_of",
    "new_key",
]
