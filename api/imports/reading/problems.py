"""What one value of a file cannot be read as, in plain words."""

NOT_AN_AMOUNT = "This is not an amount. Write it like 1234.50, with the currency if you like."


class ValueProblem(Exception):
    """One value cannot be taken as it is; `message` says why and what to write instead."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
