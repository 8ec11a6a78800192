"""What endpoints ask for: the clock, the viewer, repositories, paging and version checks."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query

from api.database import OpenRoute, UnitOfWork, Work, later
from api.errors import MissingIfMatch
from api.schema import Count, Cursor, Limit
from api.settings import Settings
from domain.calendar import Moment
from domain.customers import CompanyRepository, ContactRepository
from domain.entity import Root
from domain.errors import Stale
from domain.history import AuditRepository
from domain.leads import ActivityRepository, LeadActs, LeadRepository, TimelineRepository
from domain.numbering import Numbers
from domain.outbox import MailRepository
from domain.pipelines import PipelineRepository
from domain.products import ProductRepository
from domain.repository import Paging, Sort
from domain.users import ApiKeyRepository, Right, UserRepository, Viewer
from domain.workspace import WorkspaceRepository

CurrentWork = Annotated[Work, Depends(later(lambda work: work))]
Caller = Annotated[Viewer, Depends(later(lambda work: work.viewer))]
Clock = Annotated[Moment, Depends(later(lambda work: work.moment))]
Config = Annotated[Settings, Depends(later(lambda work: work.request.app.state.settings))]

Leads = Annotated[LeadRepository, Depends(later(lambda work: LeadRepository(work.session)))]
Activities = Annotated[
    ActivityRepository, Depends(later(lambda work: ActivityRepository(work.session)))
]
Timelines = Annotated[
    TimelineRepository, Depends(later(lambda work: TimelineRepository(work.session)))
]
Acts = Annotated[
    LeadActs, Depends(later(lambda work: LeadActs(work.session, work.viewer, work.moment)))
]
Contacts = Annotated[
    ContactRepository, Depends(later(lambda work: ContactRepository(work.session)))
]
Companies = Annotated[
    CompanyRepository, Depends(later(lambda work: CompanyRepository(work.session)))
]
Pipelines = Annotated[
    PipelineRepository, Depends(later(lambda work: PipelineRepository(work.session)))
]
Products = Annotated[
    ProductRepository, Depends(later(lambda work: ProductRepository(work.session)))
]
Users = Annotated[UserRepository, Depends(later(lambda work: UserRepository(work.session)))]
ApiKeys = Annotated[ApiKeyRepository, Depends(later(lambda work: ApiKeyRepository(work.session)))]
Workspaces = Annotated[
    WorkspaceRepository, Depends(later(lambda work: WorkspaceRepository(work.session)))
]
Mails = Annotated[MailRepository, Depends(later(lambda work: MailRepository(work.session)))]
Audit = Annotated[AuditRepository, Depends(later(lambda work: AuditRepository(work.session)))]
Numbering = Annotated[Numbers, Depends(later(lambda work: Numbers(work.session)))]


def router(tag: str) -> APIRouter:
    """A noun's operations for callers who are signed in."""
    return APIRouter(route_class=UnitOfWork, tags=[tag])


def open_router(tag: str) -> APIRouter:
    """A noun's operations for anybody."""
    return APIRouter(route_class=OpenRoute, tags=[tag])


def needs(right: Right) -> Any:
    """A parameter that refuses callers whose role lacks a right: `_: Annotated[None, needs(Right.BILL)]`."""
    return Depends(later(lambda work: work.viewer.demand(right)))


def paging(sorts: Mapping[str, Sort], default: str) -> Any:
    """The paging parameters of a list with its closed list of sorts."""
    names = Literal[tuple(sorts)]  # type: ignore[valid-type]

    async def read(
        limit: Limit = 50,
        cursor: Cursor = None,
        sort: Annotated[names, Query(description="A leading `-` means descending.")] = default,  # type: ignore[valid-type]
        count: Count = False,
    ) -> Paging:
        return Paging(limit=limit, cursor=cursor or None, sort=sort, count=count)

    return Depends(read)


def check_version(record: Root, if_match: str | None, *, required: bool = False) -> None:
    """Refuse a change based on another version of the record than the present one."""
    if if_match is None:
        if required:
            raise MissingIfMatch
        return
    marks = {mark.strip().removeprefix("W/").strip('"') for mark in if_match.split(",")}
    if "*" not in marks and str(record.version) not in marks:
        raise Stale
