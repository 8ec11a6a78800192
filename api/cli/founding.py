"""First-run setup and sample data from the terminal, by the rules of `POST /setup`."""

from typing import Any

from api import auth
from api.cli.installation import Installation, clock
from api.cli.progress import Progress
from api.database import Database
from api.sample_data import Summary, fill
from api.setup.schemas import Setup
from domain.calendar import Moment
from domain.pipelines.founding import Founding, found_company, refuse_second_setup
from domain.users import SYSTEM


def refuse_if_set_up(database: Database) -> None:
    """Refuse a second setup before anything is asked."""
    with database.reading(SYSTEM, Moment(clock(), "UTC")) as session:
        refuse_second_setup(session)


def found(database: Database, answers: dict[str, Any]) -> None:
    """Found the company of this installation; what cannot be taken is refused all at once."""
    setup = Setup.model_validate(answers)
    founding = Founding(
        company_name=setup.company_name,
        country=setup.country,
        currency=setup.currency,
        time_zone=setup.time_zone,
        admin_name=setup.admin.name,
        admin_email=setup.admin.email,
        password_hash=auth.hash_password(setup.admin.password),
    )
    moment = Moment(clock(), "UTC")
    with database.writing(SYSTEM, moment) as session:
        found_company(session, founding, moment.now)


def filled(installation: Installation) -> Summary:
    """Fill the empty workspace with an invented year, and say how it goes meanwhile."""
    with Progress() as progress:
        return fill(installation.database, installation.settings, installation.moment, progress.say)
