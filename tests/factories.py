"""What tests begin with: a company with its people, and the API as each of them uses it."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from fastapi import FastAPI
from fastapi.testclient import TestClient

from api import auth
from domain.calendar import Moment
from domain.pipelines import default_pipeline
from domain.users import SYSTEM, ApiKey, Role, User
from domain.workspace import Address, Tax, Workspace

PEOPLE = {
    "admin": ("Ada Admin", Role.ADMIN),
    "manager": ("Max Manager", Role.MANAGER),
    "rep": ("Rita Rep", Role.REP),
    "other_rep": ("Otto Rep", Role.REP),
    "finance": ("Fay Finance", Role.FINANCE),
    "viewer": ("Vera Viewer", Role.VIEWER),
}
PASSWORD = "correct horse battery"
BERLIN = Address(line1="Torstraße 1", postcode="10119", city="Berlin", country="DE")


@dataclass
class Staff:
    """The people of a test company, each with an API key."""

    app: FastAPI
    ids: dict[str, UUID] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)

    def client(self, who: str) -> TestClient:
        """The API as one of them calls it."""
        return TestClient(
            self.app,
            headers={"Authorization": f"Bearer {self.keys[who]}"},
            raise_server_exceptions=False,
        )

    def stranger(self) -> TestClient:
        """The API as somebody calls it who is not signed in."""
        return TestClient(self.app, raise_server_exceptions=False)


def set_up(app: FastAPI, moment: Moment) -> Staff:
    """Make the workspace, its pipeline, its people and their keys."""
    staff = Staff(app)
    with app.state.database.writing(SYSTEM, moment) as session:
        session.add(a_workspace(moment))
        session.add(default_pipeline())
        for who, (name, role) in PEOPLE.items():
            user = User(name=name, email=f"{who}@example.com", role=role, created_at=moment.now)
            session.add(user)
            session.flush()
            secret = auth.new_token(auth.KEY_PREFIX)
            session.add(
                ApiKey(
                    name=f"{who}'s key",
                    user_id=user.id,
                    role=role,
                    secret_hash=auth.token_hash(secret),
                    hint=secret[:6],
                    created_at=moment.now,
                )
            )
            staff.ids[who], staff.keys[who] = user.id, secret
    return staff


def a_workspace(moment: Moment) -> Workspace:
    """A seller in Berlin with everything that an invoice needs."""
    workspace = Workspace(
        name="Throughline Test",
        legal_name="Throughline Test GmbH",
        currency="EUR",
        time_zone=moment.zone_name,
        address=BERLIN,
        vat_id="DE123456789",
        email="office@example.com",
    )
    workspace.taxes = [
        Tax("Standard", Decimal(19), "standard", default=True),
        Tax("Reduced", Decimal(7), "standard"),
    ]
    return workspace


def a_lead(client: TestClient, **fields: Any) -> dict[str, Any]:
    """A lead opened through the API."""
    body = {
        "title": "CNC retrofit",
        "contact": {"name": "Nadia Okafor", "email": "nadia@northwind.example"},
        "company": {
            "name": "Northwind Traders",
            "address": {
                "line1": "Hafenstraße 5",
                "postcode": "20457",
                "city": "Hamburg",
                "country": "DE",
            },
        },
        "value": "1250.00",
        **fields,
    }
    answer = client.post("/api/v1/leads", json=body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made
