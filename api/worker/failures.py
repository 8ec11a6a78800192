"""What follows when a mail is given up: its deal is due today and its owner is told."""

from sqlalchemy.orm import Session

from api.mails.notices import DELIVERY_FAILED, not_delivered
from domain.calendar import Moment
from domain.invoices import Invoice
from domain.leads import Lead
from domain.outbox import Mail
from domain.users import Role, User, UserRepository
from domain.workspace import WorkspaceRepository


def tell_of_failure(
    session: Session, moment: Moment, mail: Mail, lead: Lead | None, public_url: str
) -> None:
    """Write to the lead's owner, unless the lost mail was to him, and let the lead be due.

    A lost mail to a colleague does not make the lead due.
    """
    told = [user for user in _responsible(session, mail, lead) if user.active and user.email]
    wanted = {address.lower() for address in mail.recipients}
    if mail.kind == DELIVERY_FAILED or any(user.email in wanted for user in told):
        return
    is_ours = all(UserRepository(session).by_email(address) for address in wanted)
    if lead is not None and lead.is_open and not is_ours:
        lead.follow_up(moment.today)
    if told:
        company = WorkspaceRepository(session).the_one().name
        session.add(not_delivered(mail, lead, told, company, moment.now, public_url))


def _responsible(session: Session, mail: Mail, lead: Lead | None) -> list[User]:
    """The deal's owner, else the invoice's, else the administrators."""
    invoice = session.get(Invoice, mail.invoice_id) if mail.invoice_id else None
    owner_id = lead.owner_id if lead else invoice.owner_id if invoice else None
    if owner_id is None:
        return UserRepository(session).active_with_roles(Role.ADMIN)
    owner = session.get(User, owner_id)
    return [owner] if owner else []
