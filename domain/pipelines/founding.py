"""First-run setup: the workspace, its first administrator and the default pipeline."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from domain.pipelines.defaults import default_pipeline
from domain.users import Role, User
from domain.workspace import AlreadySetUp, Workspace, WorkspaceRepository, new_workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What first-run setup is told; the password comes as its hash, made before any lock."""

    company_name: str
    country: str
    currency: str
    time_zone: str
    admin_name: str
    admin_email: str
    password_hash: str


def refuse_second_setup(session: Session) -> None:
    """Refuse first-run setup where there is a workspace."""
    if WorkspaceRepository(session).found() is not None:
        raise AlreadySetUp("This installation is set up already. Sign in instead.")


def found_company(session: Session, founding: Founding, now: datetime) -> tuple[Workspace, User]:
    """Found the company of this installation, once; its first user administers it.

    Nothing is flushed yet, so that the caller may still say whose act this is.
    """
    refuse_second_setup(session)
    workspace = new_workspace(
        founding.company_name, founding.country, founding.currency, founding.time_zone
    )
    admin = User(
        name=founding.admin_name,
        email=founding.admin_email.strip().lower(),
        role=Role.ADMIN,
        password_hash=founding.password_hash,
        created_at=now,
    )
    session.add_all([workspace, default_pipeline(), admin])
    return workspace, admin
