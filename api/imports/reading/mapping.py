"""What a caller says of columns and stages: `map[Their Header]=field`, `stage[Theirs]=key`."""

from collections.abc import Iterable, Mapping, Sequence

from api.imports.reading.folding import fold
from api.imports.reading.targets import FIELDS, PERSON_FIELDS, WITH_FALLBACKS, Target
from domain.errors import FieldProblem, Invalid

IGNORED = frozenset(("", "ignore"))


def bracketed(parameters: Iterable[tuple[str, str]], name: str) -> dict[str, str]:
    """Gather query parameters such as `map[Deal Stage]=stage` into what the brackets hold."""
    start = f"{name}["
    return {
        key[len(start) : -1]: value.strip()
        for key, value in parameters
        if key.startswith(start) and key.endswith("]")
    }


class StageNames:
    """Finds the stage key that the caller gave for a stage's name in the file."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self._keys = {_plain(theirs): key for theirs, key in given.items()}

    def key(self, theirs: str) -> str | None:
        """The key for a name, whatever its case and spaces; None where the caller gave none."""
        return self._keys.get(_plain(theirs))


def explicit_columns(
    headings: Sequence[str], mapping: Mapping[str, str], target: Target
) -> dict[int, str | None]:
    """Find the column of every mapped heading; None leaves one out. All refusals come at once."""
    columns: dict[int, str | None] = {}
    problems: list[FieldProblem] = []
    for theirs, field in mapping.items():
        where = [i for i, heading in enumerate(headings) if fold(heading) == fold(theirs)]
        message = _refusal(where, theirs, field, headings, target)
        if message:
            problems.append(FieldProblem(f"map[{theirs}]", message))
            continue
        columns.update(dict.fromkeys(where, None if field in IGNORED else field))
    problems.extend(_fed_twice(headings, columns, target))
    if problems:
        raise Invalid(problems=tuple(problems))
    return columns


def _refusal(
    where: list[int], theirs: str, field: str, headings: Sequence[str], target: Target
) -> str | None:
    if field not in IGNORED and field not in FIELDS[target]:
        return (
            f"{target.value.capitalize()} have no such field. There are {_listed(FIELDS[target])}."
        )
    if not where:
        return f"The file has no such column. Its columns are {_listed(headings)}."
    if len(where) > 1 and field not in IGNORED and field not in WITH_FALLBACKS:
        return f"The file has {len(where)} columns called {theirs}. Rename all but one."
    return None


def _fed_twice(
    headings: Sequence[str], columns: Mapping[int, str | None], target: Target
) -> list[FieldProblem]:
    fed: dict[str, int] = {}
    problems = []
    for column, field in sorted(columns.items()):
        if field is None or field in WITH_FALLBACKS or field == PERSON_FIELDS.get(target):
            continue
        if field in fed:
            first = headings[fed[field]]
            message = f"{first} is already mapped to {field}. Map one column to it."
            problems.append(FieldProblem(f"map[{headings[column]}]", message))
        fed.setdefault(field, column)
    return problems


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()


def _listed(names: Iterable[str]) -> str:
    shown = [name for name in names if name]
    return ", ".join(shown[:100])[:2000]
