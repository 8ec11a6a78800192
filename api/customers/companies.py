"""Companies: list, make, read, change, archive and restore."""

from typing import Annotated, Any

from pydantic import Field

from api.addresses import merged
from api.customers import schemas
from api.dependencies import Caller, Clock, Companies, Filters, check_version, paging, query, router
from api.schema import IfMatch, RecordId, Search
from domain.customers import Company, CompanyRepository
from domain.leads import refresh_leads_of
from domain.repository import Paging
from domain.users import Right

routes = router("Companies")

CompanyPaging = Annotated[Paging, paging(CompanyRepository.sorts, "name")]


class CompanyQuery(Filters):
    """The filters of the list."""

    q: Search = None
    external_id: Annotated[str | None, Field(max_length=255)] = None
    archived: Annotated[bool, Field(description="Archived ones instead of the others.")] = False


@routes.get("/companies", response_model=schemas.CompanyList, summary="List companies")
def list_companies(
    companies: Companies,
    filters: Annotated[CompanyQuery, query(CompanyQuery)],
    paging: CompanyPaging,
) -> Any:
    """Organisations that the caller may see, by name."""
    page = companies.listed(filters.given(), paging)
    items = [schemas.company(row) for row in page.rows]
    return {"items": items, "next_cursor": page.next_cursor, "total": page.total}


@routes.post("/companies", status_code=201, response_model=schemas.Company, summary="Add a company")
def create_company(
    draft: schemas.CompanyDraft, companies: Companies, caller: Caller, clock: Clock
) -> Any:
    """Add an organisation; two may have the same name."""
    caller.demand(Right.WRITE_CUSTOMERS)
    company = Company(name=draft.name, created_at=clock.now)
    company.revise(_facts(draft, company))
    return schemas.company(companies.keep(company))


@routes.get("/companies/{id}", response_model=schemas.Company, summary="Read a company")
def get_company(id: RecordId, companies: Companies) -> Any:
    """One company."""
    return schemas.company(companies.get(id))


@routes.patch("/companies/{id}", response_model=schemas.Company, summary="Change a company")
def update_company(
    id: RecordId,
    change: schemas.CompanyChange,
    companies: Companies,
    caller: Caller,
    if_match: IfMatch = None,
) -> Any:
    """Change a company; its leads and people are found by the new name, issued papers stay."""
    caller.demand(Right.WRITE_CUSTOMERS)
    company = companies.claim(id)
    check_version(company, if_match)
    company.revise(_facts(change, company))
    companies.refresh(company)
    refresh_leads_of(companies.session, company)
    return schemas.company(company)


@routes.delete("/companies/{id}", response_model=schemas.Company, summary="Archive a company")
def archive_company(
    id: RecordId, companies: Companies, caller: Caller, clock: Clock, if_match: IfMatch = None
) -> Any:
    """Take a company out of the lists; `POST /companies/{id}/restore` brings it back."""
    caller.demand(Right.WRITE_CUSTOMERS)
    company = companies.claim(id)
    check_version(company, if_match)
    company.archive(clock.now)
    return schemas.company(companies.keep(company))


@routes.post("/companies/{id}/restore", response_model=schemas.Company, summary="Restore a company")
def restore_company(id: RecordId, companies: Companies, caller: Caller) -> Any:
    """Bring an archived company back into the lists."""
    caller.demand(Right.WRITE_CUSTOMERS)
    company = companies.claim(id)
    company.restore()
    return schemas.company(companies.keep(company))


def _facts(said: schemas.CompanyFields, company: Company) -> dict[str, Any]:
    facts = said.given()
    if "address" in facts:
        facts["address"] = merged(company.address, said.address)
    return facts
