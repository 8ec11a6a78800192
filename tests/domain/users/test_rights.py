"""The one table of rights, and who is the lower of two."""

import pytest

from domain.errors import NotAllowed
from domain.users import RIGHTS, SYSTEM, Right, Role, Viewer, lower_of


def test_the_table_names_every_role_and_admins_may_do_everything() -> None:
    assert RIGHTS.keys() == set(Role)
    assert RIGHTS[Role.ADMIN] == set(Right)


def test_only_admins_administer() -> None:
    assert [role for role in Role if Right.ADMINISTER in RIGHTS[role]] == [Role.ADMIN]


def test_everybody_reads_and_viewers_do_nothing_else() -> None:
    assert all(Right.READ in RIGHTS[role] for role in Role)
    assert RIGHTS[Role.VIEWER] == {Right.READ}


def test_managers_may_do_what_reps_and_finance_may() -> None:
    assert RIGHTS[Role.MANAGER] >= RIGHTS[Role.REP] | RIGHTS[Role.FINANCE]


@pytest.mark.parametrize("one", Role)
@pytest.mark.parametrize("other", Role)
def test_the_lower_role_has_no_right_that_either_lacks(one: Role, other: Role) -> None:
    lower = lower_of(one, other)
    assert RIGHTS[lower] <= RIGHTS[one] & RIGHTS[other]
    assert lower is lower_of(other, one)


def test_a_rep_and_finance_have_only_reading_in_common() -> None:
    assert lower_of(Role.REP, Role.FINANCE) is Role.VIEWER


def test_a_refusal_names_role_and_right() -> None:
    viewer = Viewer(user_id=None, name="Vera", role=Role.VIEWER)
    with pytest.raises(NotAllowed, match=r"\(viewer\) may not write products"):
        viewer.demand(Right.WRITE_PRODUCTS)


def test_managers_see_everything_unless_the_workspace_turns_that_off() -> None:
    assert SYSTEM.sees_everything
    seeing = Viewer(user_id=None, name="Max", role=Role.MANAGER)
    kept_out = Viewer(user_id=None, name="Max", role=Role.MANAGER, managers_see_private=False)
    assert seeing.sees_everything
    assert not kept_out.sees_everything
