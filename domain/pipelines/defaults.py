"""The pipeline that a new workspace starts with."""

from domain.pipelines.model import Outcome, Pipeline, Stage

_STAGES = (
    ("prospect", "Prospect", "#64748b", 5, 2, 10, "Find out who decides and make first contact."),
    ("contacted", "Contacted", "#0284c7", 10, 3, 10, "Get an answer and agree a conversation."),
    (
        "qualified",
        "Qualified",
        "#7c3aed",
        25,
        4,
        15,
        "Need, budget and timing are known: prepare the quote.",
    ),
    ("proposal_sent", "Proposal sent", "#d97706", 50, 3, 15, "Ask whether the quote fits."),
    ("negotiation", "Negotiation", "#ea580c", 70, 2, 15, "Settle what is still open."),
    (
        "sent_to_finance",
        "Sent to finance",
        "#0d9488",
        90,
        3,
        10,
        "Agreed in principle: get the paperwork done.",
    ),
    ("won", "Won", "#16a34a", 100, 0, 0, "Deliver, invoice, ask for a recommendation."),
    ("lost", "Lost", "#dc2626", 0, 0, 0, "Note why, and when it is worth asking again."),
)


def default_pipeline() -> Pipeline:
    """The eight usual stages of a sale, from prospect to won or lost."""
    pipeline = Pipeline(name="Sales", is_default=True)
    for position, (key, name, color, probability, follow_up, stalled, next_step) in enumerate(
        _STAGES
    ):
        pipeline.all_stages.append(
            Stage(
                key=key,
                name=name,
                color=color,
                probability=probability,
                follow_up_days=follow_up,
                stalled_days=stalled,
                description=next_step,
                outcome=Outcome(key) if key in ("won", "lost") else Outcome.OPEN,
                is_proposal=key == "proposal_sent",
                position=position,
            )
        )
    return pipeline
