"""What endpoints ask for: the clock, the viewer, repositories, paging and version checks."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.exceptions import RequestValidationError
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    create_model,
    field_validator,
)

from api.errors import MissingIfMatch
from api.schema import one_line
from api.settings import Settings
from api.unit_of_work import OpenRoute, UnitOfWork
from api.work import Work, later
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

PREFIX = "/api/v1"

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
    return APIRouter(
        prefix=PREFIX, route_class=UnitOfWork, tags=[tag], generate_unique_id_function=_name_of
    )


def open_router(tag: str) -> APIRouter:
    """A noun's operations for anybody."""
    return APIRouter(
        prefix=PREFIX, route_class=OpenRoute, tags=[tag], generate_unique_id_function=_name_of
    )


def _name_of(route: Any) -> str:
    return str(route.name)


def needs(right: Right) -> Any:
    """Refuses callers whose role lacks a right: `_: Annotated[None, needs(Right.BILL)]`."""
    return Depends(later(lambda work: work.viewer.demand(right)))


class Filters(BaseModel):
    """Base of what a query string may say."""

    model_config = ConfigDict(extra="ignore")

    @field_validator("*", mode="before")
    @classmethod
    def _is_one_line(cls, value: Any) -> Any:
        """No filter looks for control characters, and PostgreSQL does not take NUL at all."""
        return one_line(value) if isinstance(value, str) else value

    def given(self) -> dict[str, Any]:
        """The filters that were set, by name."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: value for name, value in values.items() if value not in (None, False, "")}


def query(model: type[Filters]) -> Any:
    """The query string as one model: validated at once, documented like any parameter."""
    dependency = later(lambda work: _read(model, work.request))
    dependency.promise.query_model = model  # type: ignore[attr-defined]
    return Depends(dependency)


def paging(sorts: Mapping[str, Sort], default: str) -> Any:
    """The paging parameters of a list with its closed list of sorts."""
    names: Any = Literal[tuple(sorts)]
    sort = Field(default=default, description="A leading `-` means descending.")
    model = create_model("PagingQuery", __base__=_PagingQuery, sort=(names, sort))
    dependency = later(lambda work: _page_wanted(_read(model, work.request)))
    dependency.promise.query_model = model  # type: ignore[attr-defined]
    return Depends(dependency)


class _PagingQuery(Filters):
    limit: Annotated[
        int, Field(ge=1, le=1_000_000, description="How many; more than 200 is cut to 200.")
    ] = 50
    cursor: Annotated[
        str | None,
        Field(
            max_length=600,
            description="`next_cursor` of the page before.",
            json_schema_extra={"pattern": "^[A-Za-z0-9_-]*$"},
        ),
    ] = None
    count: Annotated[bool, Field(description="Also count all records of the filter.")] = False


def _page_wanted(found: Any) -> Paging:
    return Paging(
        limit=found.limit, cursor=found.cursor or None, sort=found.sort, count=found.count
    )


def _read(model: type[Filters], request: Request) -> Any:
    try:
        return model.model_validate(dict(request.query_params))
    except ValidationError as error:
        raise RequestValidationError(
            [{**problem, "loc": ("query", *problem["loc"])} for problem in error.errors()]
        ) from error


def check_version(record: Root, if_match: str | None, *, required: bool = False) -> None:
    """Refuse a change based on another version of the record than the present one."""
    if if_match is None:
        if required:
            raise MissingIfMatch
        return
    marks = {mark.strip().removeprefix("W/").strip('"') for mark in if_match.split(",")}
    if "*" not in marks and str(record.version) not in marks:
        raise Stale
