"""Metrics: every figure, and the very records behind it."""

from domain.metrics.model import (
    ForecastSnapshot,
    Target,
)

__all__ = [
    "ForecastSnapshot",
    "Target",
]
