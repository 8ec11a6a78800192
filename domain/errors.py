"""Refusals: what the business says no to, in words that tell the reader what to do.

A refusal knows nothing of HTTP; `api/errors.py` turns its class into a status and a problem type
(`QuoteExpired` becomes `/problems/quote-expired`).
"""

from dataclasses import dataclass


class Refusal(Exception):
    """Base of everything the domain refuses; `detail` is shown to the person who asked."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class NotFound(Refusal):
    """The record does not exist, or the viewer may not know that it does."""

    def __init__(self, noun: str = "record") -> None:
        super().__init__(f"There is no such {noun}, or you may not see it.")


class NotSignedIn(Refusal):
    """Nobody is signed in, or what they showed is no longer good."""


class NotAllowed(Refusal):
    """The caller's role does not include this act."""


class RuleViolation(Refusal):
    """The record's present state does not allow this act."""


class Stale(Refusal):
    """The record was changed since the caller last read it."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody changed this record since you read it. Read it again and repeat your change."
        )


class TooMany(Refusal):
    """Asked too often; `retry_after` says in how many seconds to try again."""

    def __init__(self, detail: str, retry_after: int) -> None:
        super().__init__(detail)
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One field that cannot be taken as it is.

    `field` is a dotted path such as `lines.0.quantity`.
    """

    field: str
    message: str


class Invalid(Refusal):
    """One or more fields cannot be taken as they are; all of them are named at once."""

    def __init__(
        self,
        field: str = "",
        message: str = "",
        *,
        problems: tuple[FieldProblem, ...] | None = None,
    ) -> None:
        self.problems = problems if problems is not None else (FieldProblem(field, message),)
        super().__init__(" ".join(problem.message for problem in self.problems))
