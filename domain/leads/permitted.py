"""What may be done to a lead by whom: the rule that acts obey, and that answers tell."""

from enum import StrEnum
from uuid import UUID

from domain.errors import NotAllowed
from domain.leads.model import Lead, Visibility
from domain.users import Right, Viewer


class LeadAct(StrEnum):
    """One thing that can be done to a lead."""

    EDIT = "edit"
    """Changes of title, customer, owner, value, stage, tags and visibility."""
    PLAN = "plan"
    """Follow-ups, activities, notes and quotes."""


def permitted(owner_id: UUID, visibility: Visibility, viewer: Viewer) -> list[LeadAct]:
    """What a viewer may do to a lead of this owner and visibility, among those he sees."""
    acts = []
    if _may_write(owner_id, visibility, viewer):
        acts.append(LeadAct.EDIT)
    if _may_contribute(owner_id, viewer):
        acts.append(LeadAct.PLAN)
    return acts


def demand_contribution(lead: Lead, viewer: Viewer) -> None:
    """Refuse notes, activities, follow-ups and quotes to those who may only read the lead."""
    if not _may_contribute(lead.owner_id, viewer):
        viewer.demand(Right.CONTRIBUTE)


def demand_writing(lead: Lead, viewer: Viewer) -> None:
    """Refuse changes of owner, value, visibility or closing to those who do not own the lead."""
    if _may_write(lead.owner_id, lead.visibility, viewer):
        return
    viewer.demand(Right.WRITE_OWN_LEADS)
    raise NotAllowed(
        "This is a colleague's lead: you may add notes, activities, follow-ups and quotes, but "
        "its owner or a manager changes the rest."
    )


def _may_contribute(owner_id: UUID, viewer: Viewer) -> bool:
    is_own = owner_id == viewer.user_id and viewer.may(Right.WRITE_OWN_LEADS)
    return is_own or viewer.may(Right.CONTRIBUTE)


def _may_write(owner_id: UUID, visibility: Visibility, viewer: Viewer) -> bool:
    if viewer.may(Right.WRITE_ALL_LEADS):
        return True
    is_open = viewer.reps_edit_public and visibility == Visibility.PUBLIC
    return viewer.may(Right.WRITE_OWN_LEADS) and (is_open or owner_id == viewer.user_id)
