"""The company whose year is told: what every story of it needs at hand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from uuid import UUID

from sqlalchemy.orm import Session

from api.sample_data.catalogue import Catalogue
from api.sample_data.diary import Diary
from api.sample_data.tables import Customer, Human
from api.sample_data.team import Team
from api.settings import Settings
from domain.customers import Company, CompanyRepository, Contact, ContactRepository
from domain.outbox import Delivery, Mail
from domain.pipelines import Pipeline
from domain.workspace import Workspace

PAYMENT_DAYS = {"FR": 30, "IT": 30, "ES": 30, "GR": 45}


@dataclass
class Office:
    """People, prices, papers and customers of one workspace."""

    session: Session
    diary: Diary
    settings: Settings
    workspace: Workspace
    pipeline: Pipeline
    team: Team
    catalogue: Catalogue
    invoices: Iterator[int] = field(default_factory=count)
    _sent: Iterator[int] = field(default_factory=count)
    _has_failed: bool = False
    _companies: dict[str, Company] = field(default_factory=dict)
    _contacts: dict[str, Contact] = field(default_factory=dict)

    def company(self, customer: Customer, now: datetime) -> Company:
        """The customer's record, made when it is first heard of."""
        if customer.name not in self._companies:
            self._companies[customer.name] = CompanyRepository(self.session).keep(
                Company(
                    name=customer.name,
                    legal_name=customer.legal_name,
                    address=customer.address,
                    vat_id=customer.vat_id,
                    billing_email=customer.billing_email if customer.staff > 80 else None,
                    payment_days=PAYMENT_DAYS.get(customer.address.country or ""),
                    created_at=now,
                )
            )
        return self._companies[customer.name]

    def contact(self, human: Human, company: Company, now: datetime) -> Contact:
        """The person's record, made when they are first talked to."""
        if human.email not in self._contacts:
            self._contacts[human.email] = ContactRepository(self.session).keep(
                Contact(
                    name=human.name,
                    email=human.email,
                    phone=human.phone,
                    company_id=company.id,
                    created_at=now,
                ),
                company,
            )
        return self._contacts[human.email]

    def user_id(self, key: str) -> UUID:
        """The id of a colleague."""
        return self.team.id_of(key)

    def is_to_fail(self) -> bool:
        """Whether the next offer does not reach its customer: one of sixty, and one lately."""
        if next(self._sent) % 60 == 29:
            return True
        is_recent = self.diary.end.now - self.diary.now < timedelta(days=8)
        if is_recent and not self._has_failed:
            self._has_failed = True
            return True
        return False

    def hand_over(self, mail: Mail, error: str = "") -> Mail:
        """Keep a mail as the worker would have left it, so that none of these is ever sent."""
        now = self.diary.now
        mail.lease(now)
        if error:
            mail.not_delivered(error, now, for_good=True)
        else:
            mail.delivered(now, Delivery.HANDED_OVER)
        self.session.add(mail)
        self.session.flush()
        return mail
