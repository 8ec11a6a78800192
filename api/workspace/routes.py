"""The workspace: read and change."""

from typing import Annotated, Any

from api.addresses import merged
from api.dependencies import (
    Clock,
    CurrentWork,
    Numbering,
    Workspaces,
    check_version,
    needs,
    router,
)
from api.errors import problems
from api.schema import IfMatch
from api.workspace import schemas
from api.workspace.numbers import refuse_taken
from domain.documents import TaxCategory
from domain.documents.taxes import rate_problem
from domain.errors import FieldProblem, Invalid
from domain.invoices import Invoice
from domain.leads import Lead
from domain.numbering import SeriesStarted
from domain.products import Product
from domain.quotes import Quote
from domain.repository import holds_any
from domain.users import Right
from domain.workspace import CurrencyInUse, Tax, TimeZoneInUse, change_workspace

routes = router("Workspace")

AdminOnly = Annotated[None, needs(Right.ADMINISTER)]
INVOICES = "invoice"


@routes.get("/workspace", response_model=schemas.Workspace, summary="Read the workspace")
def get_workspace(workspaces: Workspaces) -> Any:
    """The company that sells, and the terms it sells on; every user may know them."""
    return schemas.workspace(workspaces.the_one())


@routes.patch(
    "/workspace",
    response_model=schemas.Workspace,
    summary="Change the workspace",
    responses=problems(CurrencyInUse, TimeZoneInUse, SeriesStarted),
)
def update_workspace(
    change: schemas.WorkspaceChange,
    _: AdminOnly,
    workspaces: Workspaces,
    numbers: Numbering,
    work: CurrentWork,
    clock: Clock,
    if_match: IfMatch = None,
) -> Any:
    """Change names, address, registrations, bank, taxes, number formats, terms and visibility."""
    workspace = workspaces.claim_the_one()
    check_version(workspace, if_match)
    given = change.given("invoice_number_start")
    if "address" in given:
        given["address"] = merged(workspace.address, change.address)
    if "taxes" in given:
        given["taxes"] = _taxes(change.taxes)
    in_use = bool({"currency", "time_zone"} & given.keys()) and holds_any(
        work.session, Lead, Quote, Invoice, Product
    )
    change_workspace(workspace, given, in_use=in_use)
    refuse_taken(numbers, given, clock.today)
    if "invoice_number_start" in change.model_fields_set:
        start = change.invoice_number_start
        numbers.begin_at(INVOICES, workspace.invoice_number_format, start, clock.today)
        workspace.happened("workspace.updated", invoice_number_start=start)
    work.session.flush()
    return schemas.workspace(workspace)


def _taxes(drafts: list[schemas.TaxDraft]) -> list[Tax]:
    """The taxes of a change; rates and reasons that do not go with their category are refused."""
    problems: list[FieldProblem] = []
    taxes = []
    for place, draft in enumerate(drafts):
        category = draft.category or (TaxCategory.STANDARD if draft.rate else TaxCategory.ZERO)
        if problem := rate_problem(category, draft.rate):
            problems.append(FieldProblem(f"taxes.{place}.rate", problem))
        if category.needs_reason and draft.reason is None:
            message = "Give the reason to print why no tax is due."
            problems.append(FieldProblem(f"taxes.{place}.reason", message))
        taxes.append(Tax(draft.name, draft.rate, category.value, draft.reason, draft.default))
    if problems:
        raise Invalid(problems=tuple(problems))
    return taxes
