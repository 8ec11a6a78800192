"""What a caller writes into the query about columns and stages."""

from api.imports.reading import StageNames, bracketed


def test_brackets_hold_the_headings_even_with_brackets_of_their_own() -> None:
    parameters = [
        ("map[Amount [EUR]]", "value"),
        ("map[Deal Stage]", " stage "),
        ("map[Website]", ""),
        ("stage[Won]", "won"),
        ("dates", "dmy"),
    ]

    assert bracketed(parameters, "map") == {
        "Amount [EUR]": "value",
        "Deal Stage": "stage",
        "Website": "",
    }
    assert bracketed(parameters, "stage") == {"Won": "won"}


def test_a_stage_is_found_whatever_its_case_and_spaces() -> None:
    stages = StageNames({"Closed Won": "won", "Verhandlung": "negotiation"})

    assert stages.key(" closed won ") == "won"
    assert stages.key("ClosedWon") == "won"
    assert stages.key("VERHANDLUNG") == "negotiation"
    assert stages.key("Engaging") is None
