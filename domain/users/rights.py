"""The one table that says which role may do what."""

from enum import StrEnum

from domain.errors import NotAllowed


class Role(StrEnum):
    """What a user is in the company, from most to least powerful."""

    ADMIN = "admin"
    MANAGER = "manager"
    REP = "rep"
    FINANCE = "finance"
    VIEWER = "viewer"


class Right(StrEnum):
    """One thing that a role may or may not do."""

    READ = "read"
    WRITE_OWN_LEADS = "write own leads"
    CONTRIBUTE = "add notes, follow-ups and quotes to colleagues' public leads"
    WRITE_ALL_LEADS = "write every lead they see"
    REASSIGN = "give leads to other owners"
    WRITE_CUSTOMERS = "write contacts and companies"
    WRITE_PRODUCTS = "write products"
    BILL = "draft, issue and credit invoices and record payments"
    WITHDRAW_ACCEPTANCE = "withdraw an acceptance that staff recorded"
    SET_TARGETS = "set targets"
    ADMINISTER = "change users, settings and keys"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.ADMIN: frozenset(Right),
    Role.MANAGER: frozenset(Right) - {Right.ADMINISTER},
    Role.REP: frozenset(
        {Right.READ, Right.WRITE_OWN_LEADS, Right.CONTRIBUTE, Right.WRITE_CUSTOMERS}
    ),
    Role.FINANCE: frozenset({Right.READ, Right.WRITE_CUSTOMERS, Right.WRITE_PRODUCTS, Right.BILL}),
    Role.VIEWER: frozenset({Right.READ}),
}


def lower_of(one: Role, other: Role) -> Role:
    """The role with fewer rights; of two that differ in kind (rep, finance), the reader's."""
    if RIGHTS[one] <= RIGHTS[other]:
        return one
    return other if RIGHTS[other] <= RIGHTS[one] else Role.VIEWER


def demand(role: Role, right: Right) -> None:
    """Refuse an act that the role does not include."""
    if right not in RIGHTS[role]:
        raise NotAllowed(f"Your role ({role}) may not {right}.")
