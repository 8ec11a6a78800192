"""Why a deal was lost, in the words that other systems use."""

from api.imports.reading.folding import fold
from domain.leads import LostReason

_WORDS = {
    LostReason.PRICE: "price|too expensive|pricing|cost|costs|preis|zu teuer|prix|trop cher|precio",
    LostReason.COMPETITOR: "competitor|competition|lost to competitor|wettbewerb|mitbewerber"
    "|konkurrenz|concurrent|concurrence|competencia|competidor",
    LostReason.NO_BUDGET: "no budget|budget|lack of budget|kein budget|pas de budget"
    "|sin presupuesto|no funds|lost funding",
    LostReason.NO_DECISION: "no decision|no response|unresponsive|went dark|ghosted|non-responsive"
    "|no decision / non-responsive|keine entscheidung|keine antwort|pas de décision|sin decisión",
    LostReason.TIMING: "timing|bad timing|not now|postponed|zeitpunkt|verschoben|calendrier",
    LostReason.NO_FIT: "no fit|not a fit|bad fit|poor fit|missing feature|missing features"
    "|product fit|requirements not met|passt nicht|unqualified|not qualified",
    LostReason.NOT_A_LEAD: "not a lead|spam|test|duplicate|double|junk|junk lead|dublette|doublon"
    "|duplicado",
}
_BY_WORD = {fold(word): reason for reason, words in _WORDS.items() for word in words.split("|")} | {
    fold(reason.value): reason for reason in LostReason
}


def lost_reason(text: str) -> LostReason | None:
    """The reason that a text names; None where it is best kept as it is written."""
    return _BY_WORD.get(fold(text))
