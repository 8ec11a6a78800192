"""What a file calls the stages, found among ours."""

from collections.abc import Mapping

from api.imports.reading import StageNames
from api.imports.reading.folding import fold
from api.imports.reading.values import ValueProblem
from domain.errors import FieldProblem, Invalid
from domain.pipelines import Outcome, Pipeline, Stage

_WON = "won|closed won|closedwon|gewonnen|gagné|gagnée|ganado|ganada"
_LOST = "lost|closed lost|closedlost|verloren|perdu|perdue|perdido|perdida"
OUTCOMES = {
    fold(word): outcome
    for outcome, words in ((Outcome.WON, _WON), (Outcome.LOST, _LOST))
    for word in words.split("|")
}


class StageFinder:
    """Finds a stage by the caller's mapping, else by key, name, or a usual word for won or lost."""

    def __init__(self, pipeline: Pipeline, given: Mapping[str, str]) -> None:
        self.first = pipeline.first_stage
        self._by_key = {stage.key: stage for stage in pipeline.stages}
        self._given = StageNames(given)
        self._refuse_unknown(given)
        closing = {word: pipeline.stage_for(outcome) for word, outcome in OUTCOMES.items()}
        names = {fold(stage.name): stage for stage in reversed(pipeline.stages)}
        keys = {fold(stage.key): stage for stage in pipeline.stages}
        self._by_word = {**closing, **names, **keys}

    def find(self, text: str) -> Stage:
        """The stage that a cell names; raises `ValueProblem`."""
        given = self._given.key(text)
        found = self._by_key[given] if given is not None else self._by_word.get(fold(text))
        if found is None:
            raise ValueProblem(
                f"There is no such stage. Match it to one of ours: {', '.join(self._by_key)} "
                f"(stage[{text[:100]}]=key)."
            )
        return found

    def _refuse_unknown(self, given: Mapping[str, str]) -> None:
        known = ", ".join(self._by_key)
        problems = tuple(
            FieldProblem(f"stage[{theirs}]", f"There is no such stage. Use one of: {known}.")
            for theirs, key in given.items()
            if key not in self._by_key
        )
        if problems:
            raise Invalid(problems=problems)
