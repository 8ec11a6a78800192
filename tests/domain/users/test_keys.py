"""API keys are never more powerful than their maker."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from domain.calendar import Moment
from domain.errors import Invalid
from domain.users import RIGHTS, SYSTEM, ApiKey, KeyAboveMaker, Role, Viewer, new_key

LATE = Moment(datetime(2026, 11, 23, 23, 30, tzinfo=UTC), "Europe/Berlin")


def key_of(maker: Viewer, role: Role, expires_on: date | None = None) -> ApiKey:
    return new_key(
        maker, LATE, name="Shop", role=role, secret_hash="0" * 64, hint="tl_", expires_on=expires_on
    )


def maker(role: Role) -> Viewer:
    return Viewer(user_id=uuid4(), name="Maker", role=role)


@pytest.mark.parametrize("mine", Role)
@pytest.mark.parametrize("wanted", Role)
def test_a_key_has_a_role_within_its_makers(mine: Role, wanted: Role) -> None:
    if RIGHTS[wanted] <= RIGHTS[mine]:
        assert key_of(maker(mine), wanted).role is wanted
    else:
        with pytest.raises(KeyAboveMaker):
            key_of(maker(mine), wanted)


def test_the_system_has_no_keys() -> None:
    with pytest.raises(KeyAboveMaker):
        key_of(SYSTEM, Role.VIEWER)


def test_the_last_day_is_one_of_the_workspace() -> None:
    assert key_of(maker(Role.ADMIN), Role.REP, date(2026, 11, 24)).expires_on is not None
    with pytest.raises(Invalid):
        key_of(maker(Role.ADMIN), Role.REP, date(2026, 11, 23))


def test_a_key_is_revoked_once() -> None:
    key = key_of(maker(Role.ADMIN), Role.REP)
    key.revoke(LATE.now)
    key.revoke(datetime(2027, 1, 1, tzinfo=UTC))
    assert key.revoked_at == LATE.now
