"""Who may do what to a lead is one rule: told with the lead, and obeyed by every change."""

import pytest

from domain.entity import new_id
from domain.leads import LeadAct, Visibility, permitted
from domain.users import Role, Viewer

ADA, BOB = new_id(), new_id()
BOTH, PLAN_ALONE = (LeadAct.EDIT, LeadAct.PLAN), (LeadAct.PLAN,)


def viewer(role: Role, *, reps_edit_public: bool = False) -> Viewer:
    return Viewer(user_id=BOB, name="Bob", role=role, reps_edit_public=reps_edit_public)


def test_ones_own_lead_is_ones_to_change() -> None:
    assert permitted(BOB, Visibility.PUBLIC, viewer(Role.REP)) == BOTH


def test_of_a_colleagues_lead_reps_plan_the_next_step_alone() -> None:
    assert permitted(ADA, Visibility.PUBLIC, viewer(Role.REP)) == PLAN_ALONE


def test_a_workspace_may_let_reps_change_public_leads() -> None:
    rep = viewer(Role.REP, reps_edit_public=True)
    assert permitted(ADA, Visibility.PUBLIC, rep) == BOTH
    assert permitted(ADA, Visibility.PRIVATE, rep) == PLAN_ALONE


@pytest.mark.parametrize("role", [Role.VIEWER, Role.FINANCE])
def test_those_who_only_read_leads_change_nothing(role: Role) -> None:
    assert permitted(ADA, Visibility.PUBLIC, viewer(role, reps_edit_public=True)) == ()
    assert permitted(BOB, Visibility.PUBLIC, viewer(role)) == ()


@pytest.mark.parametrize("role", [Role.MANAGER, Role.ADMIN])
def test_managers_change_every_lead_they_see(role: Role) -> None:
    assert permitted(ADA, Visibility.PRIVATE, viewer(role)) == BOTH
