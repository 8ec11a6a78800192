"""What the owner of a lead does with it: opens, calls, writes, meets, notes, plans and moves it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from api.sample_data import words
from api.sample_data.basket import Item, basket, worth
from api.sample_data.office import Office
from api.sample_data.pace import Pace
from api.sample_data.plan import Deal
from domain.leads import (
    Activity,
    ActivityKind,
    ContactOutcome,
    Direction,
    Lead,
    LeadActs,
    LeadChanges,
    LostReason,
    NewLead,
    Visibility,
    open_lead,
)
from domain.users import User, Viewer


@dataclass
class Talks:
    """One deal as its owner works on it; every text is filled in with the customer's facts."""

    office: Office
    deal: Deal
    lead: Lead = field(init=False)
    items: tuple[Item, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.random = self.deal.random
        self.pace = Pace(self.random, self.office.diary.end.zone_name)
        self.items = basket(self.deal.kind, self.deal.customer.staff, self.random)

    @property
    def owner(self) -> User:
        """Whose deal it is."""
        return self.office.team.users[self.deal.owner]

    @property
    def viewer(self) -> Viewer:
        """The owner, acting."""
        return self.office.team.viewers[self.deal.owner]

    def open(self) -> None:
        """Write the lead, with the customer where he is new, and the first note on it."""
        deal, diary = self.deal, self.office.diary
        with diary.act(self.viewer) as acts:
            company = self.office.company(deal.customer, diary.now)
            contact = self.office.contact(deal.human, company, diary.now)
            guess = worth(self.items, self.office.catalogue)
            new = NewLead(
                currency=self.office.workspace.currency,
                owner_id=self.owner.id,
                title=self.said(words.TITLES[deal.kind]),
                source=deal.source,
                value=guess if self.random.random() < 0.85 else Decimal(0),
                expected_close_on=self._guessed_close(),
                visibility=Visibility.PRIVATE if deal.is_private else Visibility.PUBLIC,
                tags=self._tags(),
            )
            pipeline = self.office.pipeline
            self.lead = open_lead(acts, new, pipeline, pipeline.first_stage, contact, company)
            self._write(acts, ActivityKind.NOTE, words.FIRST_NOTES[deal.source])
            if deal.is_private and deal.number % 2:
                acts.share(self.lead, [self.office.user_id("sofia")])

    def call(
        self,
        texts: Sequence[str],
        then: datetime | None = None,
        *,
        to: str = "",
        reached: bool = True,
    ) -> None:
        """Call the customer; a stage may follow from the talk, and the next follow-up is agreed."""
        self._contact(ActivityKind.CALL, texts, then, to, reached=reached)

    def mail(self, texts: Sequence[str], then: datetime | None = None) -> None:
        """Write to the customer."""
        self._contact(ActivityKind.EMAIL, texts, then, "", reached=True)

    def meet(self, texts: Sequence[str], then: datetime | None = None, *, to: str = "") -> None:
        """Meet the customer, with a tasting as a rule."""
        self._contact(ActivityKind.MEETING, texts, then, to, reached=True)

    def hear(self, texts: Sequence[str]) -> None:
        """Get a mail from the customer."""
        with self.office.diary.act(self.viewer) as acts:
            self._write(acts, ActivityKind.EMAIL, texts, direction=Direction.IN)

    def note(self, texts: Sequence[str]) -> None:
        """Write down what is worth remembering."""
        with self.office.diary.act(self.viewer) as acts:
            self._write(acts, ActivityKind.NOTE, texts)

    def plan(self, texts: Sequence[str], due_on: date) -> Activity:
        """Write down something to be done, by the owner."""
        with self.office.diary.act(self.viewer) as acts:
            return self._write(
                acts, ActivityKind.TASK, texts, due_on=due_on, assignee_id=self.owner.id
            )

    def done(self, task: Activity) -> None:
        """Tick a task off."""
        with self.office.diary.act(self.viewer) as acts:
            task.done_at = acts.moment.now

    def move(self, stage: str, **fields: Any) -> None:
        """Move the lead by hand."""
        with self.office.diary.act(self.viewer) as acts:
            self.change(acts, stage=stage, **fields)

    def lose(self, reason: LostReason) -> None:
        """Close the lead as lost, with the reason and a word on it."""
        note = self.said(words.LOST_NOTES[reason])
        self.move("lost", lost_reason=reason, lost_note=note)

    def change(self, acts: LeadActs, **fields: Any) -> None:
        """Change fields of the lead by the rules for doing it by hand."""
        given = {name: value for name, value in fields.items() if value not in (None, "")}
        if given:
            LeadChanges(given).apply(self.lead, self.office.pipeline, acts)

    def said(self, texts: Sequence[str]) -> str:
        """One of some texts, about this customer."""
        staff = self.deal.customer.staff
        return self.random.choice(texts).format(
            first=self.deal.human.name.replace("Dr. ", "").replace("Prof. ", "").split()[0],
            company=self.deal.customer.name,
            city=self.deal.customer.address.city,
            staff=staff,
            cups=round(staff * 2.4, -1),
        )

    def _contact(
        self,
        kind: ActivityKind,
        texts: Sequence[str],
        then: datetime | None,
        to: str,
        *,
        reached: bool,
    ) -> None:
        with self.office.diary.act(self.viewer) as acts:
            follow_up = acts.moment.day_of(then) if then else None
            outcome = ContactOutcome.REACHED if reached else ContactOutcome.NO_ANSWER
            self._write(acts, kind, texts, follow_up, outcome=outcome)
            self.change(acts, stage=to)

    def _write(
        self,
        acts: LeadActs,
        kind: ActivityKind,
        texts: Sequence[str],
        follow_up: date | None = None,
        **facts: Any,
    ) -> Activity:
        activity = Activity(
            lead_id=self.lead.id,
            kind=kind,
            body=self.said(texts),
            happened_at=acts.moment.now,
            by_id=self.owner.id,
            by_name=self.owner.name,
            **facts,
        )
        acts.log(self.lead, activity, self.office.pipeline, follow_up)
        return activity

    def _guessed_close(self) -> date | None:
        """Some sellers guess at once when a deal will be closed, and guess too early."""
        if self.random.random() > 0.55:
            return None
        return self.office.diary.today + timedelta(days=self.random.randint(25, 60))

    def _tags(self) -> tuple[str, ...]:
        count = self.random.choices((0, 1, 2), (60, 30, 10))[0]
        return tuple(self.random.sample(words.TAGS, count))
