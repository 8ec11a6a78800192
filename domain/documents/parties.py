"""Who sells and who buys, as a document names them."""

from domain.customers import Company, Contact
from domain.documents.model import Party
from domain.workspace import Address, Workspace


def seller_of(workspace: Workspace) -> Party:
    """The seller as the workspace knows itself now."""
    return Party(
        name=workspace.legal_name or workspace.name,
        address=workspace.address,
        vat_id=workspace.vat_id,
        tax_number=workspace.tax_number,
        registration=workspace.registration,
        email=workspace.email,
        phone=workspace.phone,
        website=workspace.website,
        iban=workspace.iban,
        bic=workspace.bic,
    )


def buyer_of(company: Company | None, contact: Contact | None, *, bills: bool = False) -> Party:
    """The buyer: the organisation in the care of its contact, or the person alone.

    `bills` prefers the organisation's billing address for e-mail to the contact's.
    """
    if company is None:
        return _person(contact)
    addresses = [company.billing_email, contact.email if contact else None]
    return Party(
        name=company.legal_name or company.name,
        contact_name=contact.name if contact else None,
        address=company.address,
        vat_id=company.vat_id,
        tax_number=company.tax_number,
        email=next((one for one in (addresses if bills else addresses[::-1]) if one), None),
        phone=contact.phone if contact else None,
    )


def _person(contact: Contact | None) -> Party:
    if contact is None:
        return Party()
    return Party(name=contact.name, address=Address(), email=contact.email, phone=contact.phone)
