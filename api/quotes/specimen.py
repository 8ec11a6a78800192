"""An invented quote on the company's paper, to see its logo and details before a customer does."""

from decimal import Decimal
from typing import Annotated

from fastapi.responses import Response

from api.dependencies import CurrentWork, Workspaces, needs, router
from api.quotes import pdf
from domain.calendar import Moment
from domain.documents import Party, TaxCategory, price
from domain.entity import new_id
from domain.numbering import Numbers
from domain.quotes import Quote, QuoteLine, usual_last_day
from domain.users import Right
from domain.workspace import Address, Workspace

routes = router("Workspace")

AdminOnly = Annotated[None, needs(Right.ADMINISTER)]
PDF = {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}
SERIES = "quote"
_LINES = (
    ("Site visit and survey, with a written report", "1", "pc", "480"),
    ("Installation by two fitters", "14", "h", "86.50"),
    ("Mounting material", "1", "set", "1240"),
)


@routes.get(
    "/workspace/preview",
    summary="Show the company's paper",
    response_class=Response,
    responses={200: {"content": PDF}},
)
def preview_workspace(_: AdminOnly, workspaces: Workspaces, work: CurrentWork) -> Response:
    """An invented quote as a PDF, with the logo, details, terms and number format of now."""
    workspace = workspaces.the_one()
    number = Numbers(work.session).ahead(SERIES, workspace.quote_number_format, work.moment.today)
    quote = _invented(workspace, number.text, work.moment)
    issue = pdf.Issue(work.moment.today, quote.valid_until, work.viewer.name)
    content = pdf.preview(quote, workspace, issue, mark="SAMPLE")
    response = pdf.response(content, "preview")
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _invented(workspace: Workspace, number: str, moment: Moment) -> Quote:
    """A quote that belongs to no lead and is never kept."""
    quote = Quote(
        lead_id=new_id(),
        number=number,
        currency=workspace.currency,
        valid_until=usual_last_day(workspace, moment),
        customer=_customer(workspace),
        subject="A sample, to show how your quotes look",
        terms=workspace.quote_terms,
        created_at=moment.now,
    )
    quote.lines.extend(_lines(workspace))
    price(quote, quote.lines)
    return quote


def _customer(workspace: Workspace) -> Party:
    home = Address(
        "12 Example Street", None, "10115", "Sampletown", None, workspace.address.country
    )
    return Party(name="Sample Customer Ltd", contact_name="Nadia Okafor", address=home)


def _lines(workspace: Workspace) -> list[QuoteLine]:
    tax = next(tax for tax in workspace.taxes if tax.default)
    return [
        QuoteLine(
            position=position,
            description=description,
            quantity=Decimal(quantity),
            unit=unit,
            unit_price=Decimal(unit_price),
            tax_rate=tax.rate,
            tax_category=TaxCategory(tax.category),
            tax_reason=tax.reason,
        )
        for position, (description, quantity, unit, unit_price) in enumerate(_LINES)
    ]
