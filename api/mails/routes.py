"""Mails: list, read, and try a failed one again."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Query

from api.dependencies import Caller, Clock, Mails, paging, router
from api.errors import problems
from api.mails import schemas
from api.schema import RecordId
from domain.outbox import Delivery, MailNotFailed, MailRepository
from domain.repository import Paging

routes = router("Mails")

MailPaging = Annotated[Paging, paging(MailRepository.sorts, "-created_at")]


async def mail_filters(
    status: Annotated[Delivery | None, Query()] = None,
    lead: Annotated[UUID | None, Query(description="A lead's id.")] = None,
    quote: Annotated[UUID | None, Query(description="A quote's id.")] = None,
    invoice: Annotated[UUID | None, Query(description="An invoice's id.")] = None,
) -> dict[str, Any]:
    """The filters of the list."""
    return {"status": status, "lead_id": lead, "quote_id": quote, "invoice_id": invoice}


MailFilters = Annotated[dict[str, Any], Depends(mail_filters)]


@routes.get("/mails", response_model=schemas.MailList, summary="List mails")
def list_mails(mails: Mails, filters: MailFilters, paging: MailPaging) -> Any:
    """Mails of the deals that the caller may see, without their texts."""
    page = mails.listed(filters, paging)
    return {
        "items": [schemas.summary(row) for row in page.rows],
        "next_cursor": page.next_cursor,
        "total": page.total,
    }


@routes.get("/mails/{id}", response_model=schemas.Mail, summary="Read a mail")
def get_mail(id: RecordId, mails: Mails, viewer: Caller) -> Any:
    """One mail with its text and HTML, which readers do not get: they carry customers' links."""
    mail = mails.get(id)
    return schemas.whole(mail, with_texts=mail.may_be_read_by(viewer))


@routes.post(
    "/mails/{id}/retry",
    response_model=schemas.Mail,
    summary="Try a failed mail again",
    responses=problems(MailNotFailed),
)
def retry_mail(id: RecordId, mails: Mails, viewer: Caller, clock: Clock) -> Any:
    """Put a mail that was given up back into the queue, from its first try on."""
    mail = mails.claim(id)
    mail.demand_retry(viewer)
    mail.retry(clock.now)
    mails.session.flush()
    return schemas.whole(mail, with_texts=True)
