"""Leads: one possible sale each, with its activities and its moves through the pipeline."""

from domain.leads.acting import (
    LeadActs,
    is_cold,
    is_stalled,
    search_texts,
)
from domain.leads.activity import (
    Activity,
    ActivityKind,
    ContactOutcome,
    Direction,
)
from domain.leads.changing import LeadChanges
from domain.leads.closing import OpenOffers, before_closing
from domain.leads.finding import refresh_leads_of
from domain.leads.listing import LeadRow
from domain.leads.model import (
    ExternalIdTaken,
    Lead,
    LeadClosed,
    LeadShare,
    LeadTag,
    LostReason,
    StageChange,
    Visibility,
    require_lost_reason,
)
from domain.leads.opening import Firm, NewLead, Person, find_or_make_customer, open_lead
from domain.leads.permitted import LeadAct, demand_contribution, demand_writing, permitted
from domain.leads.removing_stage import refuse_another_outcome, remove_stage
from domain.leads.repository import ActivityRepository, LeadRepository
from domain.leads.tallying import StageTally, sources_in_use, tally_by_stage
from domain.leads.timeline import MoveRepository, TimelineRepository

__all__ = [
    "Activity",
    "ActivityKind",
    "ActivityRepository",
    "ContactOutcome",
    "Direction",
    "ExternalIdTaken",
    "Firm",
    "Lead",
    "LeadAct",
    "LeadActs",
    "LeadChanges",
    "LeadClosed",
    "LeadRepository",
    "LeadRow",
    "LeadShare",
    "LeadTag",
    "LostReason",
    "MoveRepository",
    "NewLead",
    "OpenOffers",
    "Person",
    "StageChange",
    "StageTally",
    "TimelineRepository",
    "Visibility",
    "before_closing",
    "demand_contribution",
    "demand_writing",
    "find_or_make_customer",
    "is_cold",
    "is_stalled",
    "open_lead",
    "permitted",
    "refresh_leads_of",
    "refuse_another_outcome",
    "remove_stage",
    "require_lost_reason",
    "search_texts",
    "sources_in_use",
    "tally_by_stage",
]
