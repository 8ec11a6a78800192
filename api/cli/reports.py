"""The report of an import, for reading at the terminal."""

import orjson

from api.imports.schemas import ImportProblem, ImportReport

SHOWN = 20


def as_text(report: ImportReport, *, as_json: bool) -> str:
    """A few lines, or the whole report as the API answers it."""
    if as_json:
        return orjson.dumps(report, option=orjson.OPT_INDENT_2).decode()
    lines = [_counts(report)]
    if report["new_sources"]:
        lines.append(f"New sources: {', '.join(report['new_sources'])}.")
    if report["unmapped"]:
        lines.append(f"Columns that were not read: {', '.join(report['unmapped'])}.")
    lines += [_left_out(line["line"], line["reason"]) for line in report["left_out"][:SHOWN]]
    lines += [_problem(problem) for problem in report["errors"][:SHOWN]]
    if len(report["errors"]) > SHOWN:
        lines.append(f"… and {len(report['errors']) - SHOWN:,} more; --json lists them.")
    return "\n".join(lines)


def _counts(report: ImportReport) -> str:
    counted = (
        f"{report['rows']:,} rows: {report['created']:,} created, {report['updated']:,} updated, "
        f"{report['unchanged']:,} unchanged, {report['failed']:,} refused."
    )
    return counted if report["applied"] else f"Nothing was changed. {counted}"


def _left_out(line: int, reason: str) -> str:
    return f"line {line:,} is left out: {reason}"


def _problem(problem: ImportProblem) -> str:
    value = f" “{problem['value']}”" if problem["value"] else ""
    place = f", {problem['column']}{value}" if problem["column"] else ""
    return f"line {problem['line']:,}{place}: {problem['message']}"
