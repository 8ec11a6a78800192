"""What may be done to a lead by whom: the rule that acts obey, and that answers tell."""

from enum import StrEnum
from functools import cache
from uuid import UUID

from domain.errors import NotAllowed
from domain.leads.model import Lead, Visibility
from domain.users import RIGHTS, Right, Role, Viewer


class LeadAct(StrEnum):
    """One thing that can be done to a lead."""

    EDIT = "edit"
    """Changes of title, customer, owner, value, stage, tags and visibility."""
    PLAN = "plan"
    """Follow-ups, activities, notes and quotes."""


def permitted(owner_id: UUID, visibility: Visibility, viewer: Viewer) -> tuple[LeadAct, ...]:
    """What a viewer may do to a lead of this owner and visibility, among those he sees."""
    is_open = viewer.reps_edit_public and visibility == Visibility.PUBLIC
    return _of_role(viewer.role, owner_id == viewer.user_id, is_open)


def demand_contribution(lead: Lead, viewer: Viewer) -> None:
    """Refuse notes, activities, follow-ups and quotes to those who may only read the lead."""
    if LeadAct.PLAN not in permitted(lead.owner_id, lead.visibility, viewer):
        viewer.demand(Right.CONTRIBUTE)


def demand_writing(lead: Lead, viewer: Viewer) -> None:
    """Refuse changes of owner, value, visibility or closing to those who do not own the lead."""
    if LeadAct.EDIT in permitted(lead.owner_id, lead.visibility, viewer):
        return
    viewer.demand(Right.WRITE_OWN_LEADS)
    raise NotAllowed(
        "This is a colleague's lead: you may add notes, activities, follow-ups and quotes, but "
        "its owner or a manager changes the rest."
    )


@cache
def _of_role(role: Role, is_own: bool, is_open: bool) -> tuple[LeadAct, ...]:
    rights = RIGHTS[role]
    writes = Right.WRITE_OWN_LEADS in rights
    acts = {
        LeadAct.EDIT: Right.WRITE_ALL_LEADS in rights or (writes and (is_own or is_open)),
        LeadAct.PLAN: Right.CONTRIBUTE in rights or (writes and is_own),
    }
    return tuple(act for act, is_permitted in acts.items() if is_permitted)
