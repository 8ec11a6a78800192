"""Pipelines: the ordered, coloured steps of a lead."""

from domain.pipelines.defaults import default_pipeline
from domain.pipelines.model import (
    Outcome,
    Pipeline,
    PipelineIncomplete,
    Stage,
    StageInUse,
    unknown_stage,
)
from domain.pipelines.repository import PipelineRepository

__all__ = [
    "Outcome",
    "Pipeline",
    "PipelineIncomplete",
    "PipelineRepository",
    "Stage",
    "StageInUse",
    "default_pipeline",
    "unknown_stage",
]
