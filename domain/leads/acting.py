"""What may be done to a lead by whom, and the acts that change more than its own row."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from domain import search
from domain.calendar import Moment, Month, add_working_days
from domain.customers import Company, Contact
from domain.leads.activity import Activity
from domain.leads.model import Lead, LeadShare, LeadTag, LostReason, StageChange
from domain.pipelines import Outcome, Pipeline, Stage
from domain.search import folded
from domain.users import Viewer


@dataclass
class LeadActs:
    """Acts of one viewer at one moment that write a lead together with its records."""

    session: Session
    viewer: Viewer
    moment: Moment

    def begin(self, lead: Lead, stage: Stage, pipeline: Pipeline) -> StageChange:
        """Put a new lead into its first recorded stage."""
        return self._record(lead, None, stage, pipeline, at=lead.created_at)

    def move(
        self,
        lead: Lead,
        stage: Stage,
        pipeline: Pipeline,
        *,
        lost_reason: LostReason | None = None,
        lost_note: str | None = None,
        at: datetime | None = None,
    ) -> StageChange | None:
        """Move a lead to a stage and record the move.

        Nothing happens where it stands there already.
        """
        if lead.stage_id == stage.id:
            return None
        before = pipeline.stage_by_id(lead.stage_id)
        if stage.outcome is Outcome.LOST:
            lead.lost_reason, lead.lost_note = lost_reason, lost_note
        lead.happened(_word(stage), **{"from": before.key, "to": stage.key})
        return self._record(lead, before, stage, pipeline, at=at or self.moment.now)

    def log(
        self, lead: Lead, activity: Activity, pipeline: Pipeline, follow_up: date | None
    ) -> None:
        """Add an activity.

        A contact counts, and sets the next follow-up when the present one is due.
        """
        self.session.add(activity)
        activity.happened(f"activity.{'planned' if activity.due_on else 'logged'}")
        if follow_up is not None:
            lead.follow_up(follow_up)
        if activity.is_contact:
            lead.contacted(
                activity.happened_at,
                self.moment,
                reached=activity.reached_somebody,
                outgoing=activity.is_outgoing,
            )
            self._follow_up_after_contact(lead, pipeline, follow_up)

    def share(self, lead: Lead, user_ids: list[UUID]) -> None:
        """Replace the people who may see a private lead besides its owner."""
        self.session.execute(
            delete(LeadShare).where(LeadShare.lead_id == lead.id),
            execution_options={"history": False, "synchronize_session": False},
        )
        distinct = list(dict.fromkeys(user_ids))
        self.session.add_all(LeadShare(lead_id=lead.id, user_id=id) for id in distinct)
        lead.shared_with = [str(id) for id in distinct]
        lead.happened("lead.shared")

    def tag(self, lead: Lead, tags: list[str]) -> None:
        """Replace a lead's tags."""
        lead.tag(tags)
        self.session.execute(
            delete(LeadTag).where(LeadTag.lead_id == lead.id),
            execution_options={"history": False, "synchronize_session": False},
        )
        self.session.add_all(LeadTag(lead_id=lead.id, tag=folded(tag)) for tag in lead.tags)

    def index(self, lead: Lead) -> None:
        """Make the lead findable by its title, customer and external id."""
        contact = self.session.get(Contact, lead.contact_id) if lead.contact_id else None
        company = self.session.get(Company, lead.company_id) if lead.company_id else None
        search.index(self.session, "lead", lead.id, *search_texts(lead, contact, company))

    def _record(
        self, lead: Lead, before: Stage | None, stage: Stage, pipeline: Pipeline, at: datetime
    ) -> StageChange:
        entered = lead.stage_entered_at
        change = StageChange(
            lead_id=lead.id,
            from_stage_id=before.id if before else None,
            to_stage_id=stage.id,
            to_outcome=stage.outcome,
            at=at,
            on_day=self.moment.day_of(at),
            month=Month.of(self.moment.day_of(at)).first,
            closes=not stage.is_open and (before is None or before.outcome is not stage.outcome),
            by_id=self.viewer.user_id,
            by_name=self.viewer.name,
            stayed=max(0, int((at - entered).total_seconds())) if before else None,
            value=lead.value,
            currency=lead.currency,
            owner_id=lead.owner_id,
            source=lead.source,
            source_key=lead.source_key,
            lost_reason=lead.lost_reason if stage.outcome is Outcome.LOST else None,
        )
        self.session.add(change)
        lead.enter(stage, pipeline, self.moment, at)
        return change

    def _follow_up_after_contact(
        self, lead: Lead, pipeline: Pipeline, follow_up: date | None
    ) -> None:
        present = lead.next_follow_up_on
        if follow_up is None and lead.is_open and (present is None or present <= self.moment.today):
            lead.plan_follow_up(pipeline.stage_by_id(lead.stage_id), self.moment)


def search_texts(
    lead: Lead, contact: Contact | None, company: Company | None
) -> tuple[str | None, ...]:
    """What a lead is found by."""
    person = (contact.name, contact.email, contact.phone) if contact else ()
    firm = (company.name, company.legal_name) if company else ()
    return (lead.title, *person, *firm, lead.external_id)


def is_cold(
    *, overdue: bool, contacted_on: date, next_on: date | None, limit: int, today: date
) -> bool:
    """Overdue, or no contact for the stage's limit of working days and nothing planned within it.

    `contacted_on` is the day of the last contact, or of the lead's creation where there was none.
    """
    if overdue:
        return True
    silent = contacted_on < add_working_days(today, -limit)
    planned = next_on is not None and next_on <= add_working_days(today, limit)
    return silent and not planned


def is_stalled(*, entered_on: date, limit: int, today: date) -> bool:
    """Longer in its stage than the stage's limit of working days."""
    return entered_on < add_working_days(today, -limit)


def _word(stage: Stage) -> str:
    return "lead.stage_changed" if stage.is_open else f"lead.{stage.outcome.value}"
