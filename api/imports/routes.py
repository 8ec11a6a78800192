"""Imports: files of leads, companies, contacts, products and users; and what became of them."""

from typing import Annotated, Any

from fastapi import Depends
from pydantic import Field
from starlette.responses import Response

from api import csv, idempotency
from api.dependencies import CurrentWork, Filters, paging, query, router
from api.errors import TooLarge, WrongType, problems
from api.failures import Busy
from api.imports import schemas
from api.imports.options import Match, Options
from api.imports.reading import FIELDS, Target, bracketed
from api.imports.reading.values import DayOrder
from api.imports.running import run
from api.imports.upload import TheFile, Upload, documented
from api.schema import RecordId
from api.work import Work, later, reads_first
from domain.imports import ImportRepository
from domain.repository import Paging

routes = router("Imports")

REASON = "Refused because"

Imports = Annotated[ImportRepository, Depends(later(lambda work: ImportRepository(work.session)))]
ImportPaging = Annotated[Paging, paging(ImportRepository.sorts, "-created_at")]


class ImportQuery(Filters):
    """How a file is read and taken in."""

    dates: Annotated[
        DayOrder | None,
        Field(description="The order of day and month where a date can be read in two ways."),
    ] = None
    match: Annotated[
        Match | None,
        Field(
            description="By what a row is known again: its external_id (the default where a column "
            "is), the e-mail address, or the row itself."
        ),
    ] = None
    atomic: Annotated[
        bool, Field(description="All rows or none, where one is refused; up to 10,000 rows.")
    ] = False
    dry_run: Annotated[bool, Field(description="Report, and change nothing.")] = False


class LeadImportQuery(ImportQuery):
    """How a file of leads is read and taken in."""

    create_users: Annotated[
        bool,
        Field(description="Make inactive users without an address of owners who are unknown."),
    ] = False


ImportOptions = Annotated[ImportQuery, query(ImportQuery)]
LeadImportOptions = Annotated[LeadImportQuery, query(LeadImportQuery)]


def _documented(target: Target) -> dict[str, Any]:
    """What FastAPI cannot see: the body, and the parameters with names of the caller's own."""
    fields = [*FIELDS[target], "ignore"]
    columns = {"type": "object", "additionalProperties": {"type": "string", "enum": fields}}
    mapping = "Which field a column of the file feeds: `map[Their Header]=field`."
    parameters = [_bracketed("map", columns, mapping, {"Deal Name": fields[0]})]
    if target is Target.LEADS:
        keys = {"type": "object", "additionalProperties": {"type": "string", "maxLength": 64}}
        naming = "Which of our stages theirs is, by its key: `stage[Their Stage]=key`."
        parameters.append(_bracketed("stage", keys, naming, {"Engaging": "contacted"}))
    return {"requestBody": documented(target), "parameters": parameters}


def _bracketed(name: str, schema: Any, description: str, example: Any) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "style": "deepObject",
        "explode": True,
        "description": description,
        "schema": schema,
        "example": example,
    }


_REFUSED = problems(Busy, WrongType, TooLarge)


@routes.post(
    "/leads/import",
    response_model=schemas.ImportReport,
    summary="Import leads",
    openapi_extra=_documented(Target.LEADS),
    responses=_REFUSED,
)
@reads_first
def import_leads(upload: TheFile, options: LeadImportOptions, work: CurrentWork) -> Any:
    """Bring in a CSV file of leads; rows that fit go in, the others are named in the report.

    The same file twice changes nothing, and what people changed meanwhile stays.
    """
    return _imported(Target.LEADS, upload, options, work)


@routes.post(
    "/companies/import",
    response_model=schemas.ImportReport,
    summary="Import companies",
    openapi_extra=_documented(Target.COMPANIES),
    responses=_REFUSED,
)
@reads_first
def import_companies(upload: TheFile, options: ImportOptions, work: CurrentWork) -> Any:
    """Bring in a CSV file of companies, known again by their external id, else by name."""
    return _imported(Target.COMPANIES, upload, options, work)


@routes.post(
    "/contacts/import",
    response_model=schemas.ImportReport,
    summary="Import contacts",
    openapi_extra=_documented(Target.CONTACTS),
    responses=_REFUSED,
)
@reads_first
def import_contacts(upload: TheFile, options: ImportOptions, work: CurrentWork) -> Any:
    """Bring in a CSV file of contacts, known again by their external id, else by address."""
    return _imported(Target.CONTACTS, upload, options, work)


@routes.post(
    "/products/import",
    response_model=schemas.ImportReport,
    summary="Import products",
    openapi_extra=_documented(Target.PRODUCTS),
    responses=_REFUSED,
)
@reads_first
def import_products(upload: TheFile, options: ImportOptions, work: CurrentWork) -> Any:
    """Bring in a CSV file of products, known again by their code, else by name."""
    return _imported(Target.PRODUCTS, upload, options, work)


@routes.post(
    "/users/import",
    response_model=schemas.ImportReport,
    summary="Import users",
    openapi_extra=_documented(Target.USERS),
    responses=_REFUSED,
)
@reads_first
def import_users(upload: TheFile, options: ImportOptions, work: CurrentWork) -> Any:
    """Bring in a CSV file of users, known again by their address, else by name.

    Nobody is invited by it; without an address a user is inactive and may own leads.
    """
    return _imported(Target.USERS, upload, options, work)


@routes.get("/imports", response_model=schemas.ImportList, summary="List imports")
def list_imports(imports: Imports, paging: ImportPaging) -> Any:
    """The imports that the caller started; administrators see everybody's."""
    return schemas.summaries(imports.listed(paging))


@routes.get("/imports/{id}", response_model=schemas.ImportReport, summary="Read an import")
def get_import(id: RecordId, imports: Imports) -> Any:
    """The whole report of one import."""
    return schemas.report(imports.get(id))


@routes.get(
    "/imports/{id}/refused-rows",
    response_class=Response,
    summary="Download the refused rows",
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
)
def export_refused_rows(id: RecordId, imports: Imports) -> Response:
    """The rows that did not go in, under their own headings, each with its reason first.

    CSV in UTF-8, up to 10,000 rows: mend them and import the file.
    """
    heading = [REASON, *imports.get(id).report.get("headings", [])]
    rows = ([row.reason, *row.cells] for row in imports.refused(id))
    return Response(csv.written(heading, rows), media_type="text/csv; charset=utf-8")


def _imported(target: Target, upload: Upload, said: ImportQuery, work: Work) -> Any:
    """Run the import in its own transactions; under an Idempotency-Key one at a time."""
    has_key = "idempotency-key" in work.request.headers
    if has_key:
        work.session.close()
        work.stay_alone(_name_of(work))
        answered: Response | None = idempotency.begin(work)
        if answered is not None:
            return answered
    work.session.close()
    clock = work.request.app.state.clock
    options = _options(said, work)
    report = run(work.database, work.viewer, work.moment, target, upload.file, options, clock=clock)
    if has_key:
        work.start_writing()
    return report


def _name_of(work: Work) -> str:
    request = work.request
    key = request.headers["idempotency-key"]
    return f"{work.viewer.key_id or work.viewer.user_id} {request.url.path} {key}"


def _options(said: ImportQuery, work: Work) -> Options:
    parameters = work.request.query_params.multi_items()
    return Options(
        mapping=bracketed(parameters, "map"),
        stages=bracketed(parameters, "stage"),
        dates=said.dates,
        match=said.match,
        create_users=isinstance(said, LeadImportQuery) and said.create_users,
        atomic=said.atomic,
        dry_run=said.dry_run,
    )
