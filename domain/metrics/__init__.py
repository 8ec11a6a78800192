"""Metrics: every figure, and the very records behind it."""

from domain.metrics.model import ForecastDay, ForecastSnapshot, Target

__all__ = ["ForecastDay", "ForecastSnapshot", "Target"]
