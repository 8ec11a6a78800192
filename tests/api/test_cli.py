"""The command line, in this process: what it does, says, and refuses."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import migrations
from api.cli import app
from api.database import Database
from domain.users import Role
from tests import postgres

PASSWORD = "correct horse battery"
COMPANY = (
    *("--company", "Fjord & Finch", "--country", "DE", "--currency", "EUR"),
    *("--time-zone", "Europe/Berlin", "--admin-name", "Ada", "--admin-email", "ada@example.com"),
    *("--password", PASSWORD),
)


class Terminal:
    """A terminal in which `throughline` is typed."""

    def __init__(self, **environment: str) -> None:
        self.environment = environment

    def type(self, *words: str, answers: str = "") -> Result:
        """Type a command, and answers to what it asks."""
        hidden = {name: None for name in os.environ if name.startswith("THROUGHLINE_")}
        environment = {**hidden, "PORT": None, "DATABASE_URL": None, **self.environment}
        return CliRunner().invoke(app, list(words), input=answers, env=environment)

    def works(self, *words: str, answers: str = "") -> str:
        """What a command that is carried out prints."""
        result = self.type(*words, answers=answers)
        assert result.exit_code == 0, result.output
        return result.stdout

    def refused(self, *words: str, answers: str = "") -> str:
        """The one sentence with which a command is refused."""
        result = self.type(*words, answers=answers)
        assert result.exit_code == 1, result.output
        [line] = result.stderr.strip().splitlines()
        assert line.startswith("Error: ")
        return line.removeprefix("Error: ")


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """A terminal on a machine where nothing was done yet."""
    return Terminal(THROUGHLINE_DATA_DIR=str(tmp_path / "var"))


@pytest.fixture
def company(terminal: Terminal) -> Terminal:
    """A terminal on a machine whose installation is set up."""
    terminal.works("setup", *COMPANY)
    return terminal


@pytest.fixture
def empty_server(server_url: str) -> Iterator[str]:
    """An empty PostgreSQL database."""
    name = f"empty_{os.urandom(6).hex()}"
    yield postgres.create_database(server_url, name)
    postgres.drop_database(server_url, name)


COMMANDS = [
    "serve",
    "worker",
    "migrate",
    "setup",
    "user",
    "api-key",
    "import",
    "openapi",
    "sample-data",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(terminal: Terminal, command: str) -> None:
    assert "Usage:" in terminal.works(command, "--help")
    assert command in terminal.works("--help")


def test_a_mistyped_command_exits_with_2(terminal: Terminal) -> None:
    assert terminal.type("sevre").exit_code == 2
    assert terminal.type("serve", "--port", "many").exit_code == 2


def test_setup_asks_for_what_was_left_out_and_guesses_from_the_country(terminal: Terminal) -> None:
    answers = "Fjord & Finch\njp\n\n\nAda\nada@example.com\n" + f"{PASSWORD}\n{PASSWORD}\n"
    said = terminal.works("setup", answers=answers)
    assert "Currency [JPY]" in said
    assert "Fjord & Finch is set up." in said


def test_setup_happens_once(company: Terminal) -> None:
    assert "set up already" in company.refused("setup", *COMPANY)


def test_setup_names_everything_that_cannot_be_taken(terminal: Terminal) -> None:
    said = terminal.refused(
        *("setup", "--company", "X", "--country", "DE", "--currency", "EURO"),
        *("--time-zone", "Europe/Berlin", "--admin-name", "Ada", "--admin-email", "ada"),
        *("--password", "short"),
    )
    assert "currency:" in said
    assert "admin.email:" in said
    assert "admin.password:" in said
    assert "no such time zone" in terminal.refused("setup", *COMPANY, "--time-zone", "Mars/Base")


def test_users_are_added_listed_and_deactivated(company: Terminal) -> None:
    added = company.works(
        *("user", "add", "Rita@Example.com", "--name", "Rita Rep", "--role", "manager"),
        answers=f"{PASSWORD}\n{PASSWORD}\n",
    )
    assert "Rita Rep may sign in" in added
    assert "rita@example.com" in company.works("user", "list")
    assert "taken" not in company.works("user", "deactivate", "rita@example.com")
    [rita] = [line for line in company.works("user", "list").splitlines() if "Rita" in line]
    assert rita.split() == ["rita@example.com", "Rita", "Rep", "manager", "no", "never"]
    company.works("user", "activate", "rita@example.com")


def test_an_invitation_is_mailed_and_shown(company: Terminal) -> None:
    said = company.works("user", "add", "otto@example.com", "--name", "Otto", "--invite")
    assert "http://127.0.0.1:8000/invitation/" in said


def test_a_password_is_long_enough(company: Terminal) -> None:
    said = company.refused("user", "password", "ada@example.com", "--password", "short")
    assert "at least 10 characters" in said
    company.works("user", "password", "ada@example.com", "--password", "another horse battery")


def test_two_users_never_sign_in_with_one_address(company: Terminal) -> None:
    again = ("user", "add", "ada@example.com", "--name", "Ada", "--password", PASSWORD)
    assert "Another user" in company.refused(*again)


def test_the_last_administrator_stays(company: Terminal) -> None:
    assert "last active administrator" in company.refused("user", "deactivate", "ada@example.com")


def test_an_unknown_user_is_named(company: Terminal) -> None:
    assert "nobody@x.example" in company.refused("user", "deactivate", "nobody@x.example")


def test_the_roles_of_the_command_line_are_those_of_the_workspace(company: Terminal) -> None:
    for role in Role:
        invited = f"{role}@example.com"
        company.works("user", "add", invited, "--name", "X", "--role", role, "--invite")


def test_a_new_keys_secret_is_all_that_is_printed(company: Terminal) -> None:
    secret = company.works("api-key", "create", "Shop", "--as", "ada@example.com", "--role", "rep")
    assert secret.startswith("tl_")
    assert len(secret.split()) == 1
    listed = company.works("api-key", "list")
    assert "Shop" in listed
    assert secret.strip() not in listed
    company.works("api-key", "revoke", "Shop")
    assert "Shop" not in company.works("api-key", "list")
    assert "No key in use" in company.refused("api-key", "revoke", "Shop")


def test_a_key_may_do_no_more_than_its_user(company: Terminal) -> None:
    company.works("user", "add", "rita@example.com", "--name", "Rita", "--password", PASSWORD)
    create = ("api-key", "create", "Shop", "--as", "rita@example.com")
    assert "cannot be admin" in company.refused(*create, "--role", "admin")
    assert "over" in company.refused(*create, "--expires", "2020-01-01")
    assert "YYYY-MM-DD" in company.refused(*create, "--expires", "tomorrow")
    company.works("user", "deactivate", "rita@example.com")
    assert "not active" in company.refused(*create)


def test_nothing_is_done_before_setup(terminal: Terminal) -> None:
    assert "throughline setup" in terminal.refused("user", "list")


def test_the_embedded_database_is_migrated_when_told_too(terminal: Terminal) -> None:
    assert "up to date now" in terminal.works("migrate")
    assert terminal.works("migrate") == "The database is up to date.\n"


def test_a_servers_database_is_migrated_only_when_told(empty_server: str) -> None:
    terminal = Terminal(DATABASE_URL=empty_server)
    for command in ("serve", "worker", "setup"):
        assert "throughline migrate" in terminal.refused(command)
    terminal.works("migrate")
    assert "throughline setup" in terminal.refused("user", "list")
    terminal.works("setup", *COMPANY)
    assert "ada@example.com" in terminal.works("user", "list")


def test_a_newer_database_is_left_alone(terminal: Terminal, tmp_path: Path) -> None:
    terminal.works("migrate")
    database = Database(f"sqlite:///{tmp_path / 'var' / 'throughline.db'}")
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'from the future'")
    assert migrations.present(database.engine) == "from the future"
    database.close()
    assert "newer Throughline" in terminal.refused("serve")


def test_an_unreachable_database_is_said_without_its_password() -> None:
    terminal = Terminal(DATABASE_URL="postgresql://me:s3cret@127.0.0.1:1/throughline")
    for command in ("migrate", "serve", "worker"):
        said = terminal.refused(command)
        assert "cannot be used" in said
        assert "s3cret" not in said


@pytest.mark.parametrize("url", ["mysql://x/y", "nonsense", "sqlite://", "sqlite:///:memory:"])
def test_a_bad_database_address_is_explained(url: str) -> None:
    assert "DATABASE_URL must begin with" in Terminal(DATABASE_URL=url).refused("serve")


def test_a_database_address_that_cannot_be_read_is_explained() -> None:
    said = Terminal(DATABASE_URL="postgresql://x:y:z:1/x").refused("migrate")
    assert "DATABASE_URL cannot be read" in said


def test_a_bad_setting_is_named(terminal: Terminal, tmp_path: Path) -> None:
    var = str(tmp_path / "var")
    maybe = Terminal(THROUGHLINE_DATA_DIR=var, THROUGHLINE_WORKER="maybe")
    assert maybe.refused("serve").startswith("THROUGHLINE_WORKER: ")
    post = Terminal(THROUGHLINE_DATA_DIR=var, THROUGHLINE_SMTP_URL="mail.example.com")
    assert post.refused("serve").startswith("THROUGHLINE_SMTP_URL must look like")
    assert post.refused("worker").startswith("THROUGHLINE_SMTP_URL must look like")


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    terminal = Terminal(THROUGHLINE_DATA_DIR=str(tmp_path / "file" / "var"))
    assert str(tmp_path / "file") in terminal.refused("migrate")


def test_an_address_of_another_machine_is_refused(terminal: Terminal) -> None:
    said = terminal.refused("serve", "--host", "192.0.2.1", "--port", "0")
    assert said == "192.0.2.1 is not an address of this machine."


def test_the_description_of_the_api_needs_no_database(terminal: Terminal, tmp_path: Path) -> None:
    printed = json.loads(terminal.works("openapi"))
    assert printed["openapi"].startswith("3.1")
    file = tmp_path / "openapi.json"
    terminal.works("openapi", "--output", str(file))
    assert json.loads(file.read_text()) == printed
    assert not (tmp_path / "var").exists()


LEADS = "Deal,Phase,Amount\nRetrofit,New,1250.00\nRobot,Nowhere,99\n"


@pytest.fixture
def leads(tmp_path: Path) -> str:
    """A file of two leads; the stage of the second is unknown."""
    file = tmp_path / "leads.csv"
    file.write_text(LEADS)
    return str(file)


IMPORT = ("--as", "ada@example.com", "--map", "Deal=title", "--map", "Phase=stage")


def test_an_import_reports_what_became_of_each_row(company: Terminal, leads: str) -> None:
    result = company.type("import", leads, *IMPORT, "--stage", "New=prospect")
    assert result.exit_code == 1
    assert "2 rows: 1 created, 0 updated, 0 unchanged, 1 refused." in result.stdout
    assert "line 3, Phase “Nowhere”: There is no such stage." in result.stdout


def test_the_same_file_twice_changes_nothing(company: Terminal, leads: str) -> None:
    words = ("import", leads, *IMPORT, "--stage", "New=prospect", "--stage", "Nowhere=contacted")
    assert "2 rows: 2 created" in company.works(*words)
    assert "0 created, 0 updated, 2 unchanged" in company.works(*words)


def test_a_dry_run_changes_nothing(company: Terminal, leads: str) -> None:
    stages = ("--stage", "New=prospect", "--stage", "Nowhere=contacted")
    said = company.works("import", leads, *IMPORT, *stages, "--dry-run")
    assert said.startswith("Nothing was changed.")
    report = json.loads(company.works("import", leads, *IMPORT, *stages, "--json"))
    assert (report["created"], report["applied"]) == (2, True)


def test_an_import_reads_what_is_piped_in(company: Terminal) -> None:
    piped = "name,email\nNadia Okafor,nadia@northwind.example\n"
    words = ("import", "-", "--target", "contacts", "--as", "ada@example.com")
    assert "1 created" in company.works(*words, answers=piped)


def test_an_import_that_cannot_begin_says_why(company: Terminal, leads: str) -> None:
    assert "nowhere.csv" in company.refused("import", "nowhere.csv", *IMPORT)
    assert "map[Dael]" in company.refused("import", leads, *IMPORT, "--map", "Dael=title")
    stranger = ("import", leads, "--as", "nobody@x.example")
    assert "nobody@x.example" in company.refused(*stranger)
    assert company.type("import", leads, *IMPORT, "--map", "Deal").exit_code == 2
    assert company.type("import", leads).exit_code == 2


def test_somebody_without_the_right_imports_nothing(company: Terminal, leads: str) -> None:
    company.works(
        *("user", "add", "vera@example.com", "--name", "Vera", "--role", "viewer"),
        *("--password", PASSWORD),
    )
    assert "may not" in company.refused("import", leads, "--as", "vera@example.com")


def test_sample_data_goes_only_into_an_empty_workspace(terminal: Terminal) -> None:
    assert "throughline setup" in terminal.refused("sample-data")
    terminal.works("setup", *COMPANY)
    piped = "name\nNadia Okafor\n"
    words = ("import", "-", "--target", "contacts", "--as", "ada@example.com")
    terminal.works(*words, answers=piped)
    assert "in use" in terminal.refused("sample-data")
