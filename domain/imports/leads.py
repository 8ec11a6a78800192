"""Taking in leads: their customers are found or made, their past is recorded where it happened."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.customers import Contact
from domain.errors import Invalid
from domain.imports.batch import Batch
from domain.imports.customers import Customers
from domain.imports.lead_making import make_lead
from domain.imports.lead_revising import plan_lead_revision
from domain.imports.rows import GivenRow
from domain.leads import Lead, LeadActs
from domain.numbering import Counter
from domain.pipelines import Outcome, Pipeline, PipelineRepository, Stage
from domain.search import folded
from domain.users import Right

TAKEN = "Another lead has this id."
_SEVERAL = "This contact has {} open leads. Name the lead by an external_id."


class LeadBatch(Batch[Lead]):
    """Rows that become leads, or change the leads that earlier imports made of them."""

    entity = Lead
    target = "leads"
    right = Right.WRITE_OWN_LEADS

    pipeline: Pipeline
    stages: dict[str, Stage]
    customers: Customers
    first_stage: Stage
    acts: LeadActs
    first_acts: LeadActs
    new_sources: set[str]

    def prepare(self) -> None:
        """Read pipeline, owners, customers, sources, and the leads that the rows may be."""
        self.pipeline = PipelineRepository(self.session).default()
        self.stages = {stage.key: stage for stage in self.pipeline.stages}
        self.first_stage = self.pipeline.first_stage
        self.acts = LeadActs(self.session, self.run.viewer, self.moment)
        # What begins and moves a new lead asks of its session only to add the recorded move, and
        # the moves of a batch are written in one statement.
        adding = cast(Session, self.additions)
        self.first_acts = LeadActs(adding, self.run.viewer, self.moment)
        self.run.owners.load(self.session)
        self.customers = Customers(self.session, self.additions, self.moment.now)
        self.customers.load(
            self._said("company"),
            self._said("contact_email"),
            {row.facts["contact_name"] for row in self.rows if _is_named_only(row)},
        )
        sources = {folded(source) for source in self._said("source")}
        self.new_sources = self.run.sources.unknown(self.session, sources)
        self._external = self._leads_with_external_ids()
        self._open = self._open_leads_by_email()
        found = [id for leads in self._open.values() for id in leads]
        self.hold([*self.remembered_records(), *self._external.values(), *found])
        self.run.agenda.load(self.session, self._owners())

    def find(self, row: GivenRow) -> Lead | None:
        """By external id, by the contact's only open lead, or as the row that it was before."""
        lead = self._found(row)
        external_id = row.facts.get("external_id")
        holder = self._external.get(external_id) if external_id else None
        if holder is not None and (lead is None or lead.id != holder):
            raise Invalid("external_id", TAKEN)
        return lead

    def make(self, row: GivenRow) -> Lead:
        """Open the lead; its id is taken for the rest of the batch."""
        lead = make_lead(self, row.facts)
        if lead.external_id:
            self._external[lead.external_id] = lead.id
        return lead

    def plan_revision(
        self, row: GivenRow, record: Lead, changed: dict[str, Any]
    ) -> Callable[[], bool]:
        """Colleagues' leads are changed by those who may; a stage that differs is a move."""
        return plan_lead_revision(self, row.facts, record, changed)

    def finish(self) -> None:
        """People who are better known now are found by what is known."""
        self.customers.write_found_by()

    def stage(self, facts: dict[str, Any]) -> Stage | None:
        """The stage that a row names."""
        return self.stages[facts["stage"]] if "stage" in facts else None

    def owner(self, text: str | None) -> UUID:
        """The owner that a row names."""
        return self.run.owners.id_of(text, self.moment.now, self.additions)

    def note_source(self, source: str | None) -> None:
        """List the source of a row that is taken in, where it is new."""
        key = folded(source) if source else ""
        if key in self.new_sources:
            self.run.sources.note(key, source or "")

    def _found(self, row: GivenRow) -> Lead | None:
        if row.key.startswith("id:"):
            by_id = self.held(self._external.get(row.facts["external_id"]))
            return by_id or self.held(self.remembered.record_of(row.key))
        if row.key.startswith("email:"):
            open_leads = self._open.get(row.facts["contact_email"], [])
            if len(open_leads) > 1:
                raise Invalid("contact_email", _SEVERAL.format(len(open_leads)))
            if open_leads:
                return self.held(open_leads[0])
        return self.held(self.remembered.record_of(row.key))

    def _said(self, field: str) -> list[str]:
        return [row.facts[field] for row in self.rows if field in row.facts]

    def _owners(self) -> set[UUID]:
        """Whose follow-ups may have to be planned: those who are named, and the caller."""
        known = map(self.run.owners.known, {*self._said("owner")})
        return {id for id in (*known, self.run.viewer.user_id) if id is not None}

    def _leads_with_external_ids(self) -> dict[str, UUID]:
        """Every lead with one of the rows' ids; of hidden ones nothing leaves but "taken"."""
        wanted = self._said("external_id")
        if not wanted:
            return {}
        statement = (
            select(Lead.external_id, Lead.id)
            .where(Lead.external_id.in_(wanted))
            .execution_options(seen_through=Counter)
        )
        return {text: id for text, id in self.session.execute(statement) if text}

    def _open_leads_by_email(self) -> dict[str, list[UUID]]:
        wanted = [row.facts["contact_email"] for row in self.rows if row.key.startswith("email:")]
        found: dict[str, list[UUID]] = {}
        for email, id in self._open_leads_of(wanted):
            found.setdefault(email, []).append(id)
        return found

    def _open_leads_of(self, emails: Sequence[str]) -> Iterable[tuple[Any, UUID]]:
        if not emails:
            return ()
        return self.session.execute(
            select(Contact.email, Lead.id)
            .join(Contact, Contact.id == Lead.contact_id)
            .where(
                Contact.email.in_(emails),
                Lead.outcome == Outcome.OPEN,
                Lead.archived_at.is_(None),
            )
        )


def _is_named_only(row: GivenRow) -> bool:
    facts = row.facts
    return "contact_name" in facts and "company" in facts and "contact_email" not in facts
