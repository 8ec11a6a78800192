"""What the figures over 100,000 leads cost: the server's CPU, and the time until they are there."""

import time

import pytest

from tests.benchmarks.test_leads import LEADS, Server, seeded

__all__ = ["seeded"]
PATHS = (
    "/api/v1/metrics/summary",
    "/api/v1/metrics/months?from=2025-12&to=2026-11",
    "/api/v1/metrics/months?from=2017-01&to=2026-12",
    "/api/v1/metrics/months/2026-10",
    "/api/v1/metrics/months/2026-10/leads?figure=won",
    "/api/v1/metrics/months/2026-11/leads?figure=forecast",
    "/api/v1/metrics/pipeline",
)
TIMES = 5


def test_reading_figures(seeded: tuple[Server, str], capsys: pytest.CaptureFixture[str]) -> None:
    server, _ = seeded
    told = []
    for path in PATHS:
        server.get(path)
        cpu, began = server.cpu(), time.perf_counter()
        for _ in range(TIMES):
            server.get(path)
        took = (time.perf_counter() - began) * 1000 / TIMES
        told.append(f"{path:<60} {(server.cpu() - cpu) * 1000 / TIMES:7.1f} ms CPU {took:7.0f} ms")
    with capsys.disabled():
        print(f"\nFigures over {LEADS:,} leads on PostgreSQL, server's CPU and elapsed time:")
        print("\n".join(told))
