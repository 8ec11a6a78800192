"""Metrics: every figure, and the very records behind it."""

from domain.metrics.behind import CountedLead, LeadsBehind
from domain.metrics.breakdown import Breakdown, RepFigures, SourceFigures
from domain.metrics.counted import Figure
from domain.metrics.groups import FigureGroups, Groups, Share
from domain.metrics.model import ForecastDay, ForecastSnapshot, Target
from domain.metrics.months import MOST_MONTHS, Months
from domain.metrics.pipeline import Board, StageFigures
from domain.metrics.tallies import Closings, Created, Heap, MonthFigures
from domain.metrics.targets import TargetRepository

__all__ = [
    "MOST_MONTHS",
    "Board",
    "Breakdown",
    "Closings",
    "CountedLead",
    "Created",
    "Figure",
    "FigureGroups",
    "ForecastDay",
    "ForecastSnapshot",
    "Groups",
    "Heap",
    "LeadsBehind",
    "MonthFigures",
    "Months",
    "RepFigures",
    "Share",
    "SourceFigures",
    "StageFigures",
    "Target",
    "TargetRepository",
]
