"""The habits of the house, held by reading the source."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import api
import domain
import domain.visibility
from api import nouns
from api.errors import kebab, status_of
from domain.entity import Entity
from domain.errors import Refusal

ROOT = Path(__file__).parent.parent
EMPTY_NAMES = {
    "common",
    "data",
    "handler",
    "helper",
    "info",
    "manager",
    "processor",
    "service",
    "util",
}
LONGEST_MODULE = 300
CLOCKS = {"now", "today", "utcnow", "time", "time_ns"}
READS_THE_CLOCK = ("api/app.py", "api/cli", "api/worker", "api/adapters")
KNOWS_TABLES = ("model.py", "domain/visibility.py", "domain/search.py")


def sources(*folders: str) -> dict[str, ast.Module]:
    """The syntax tree of every module under some folders, by its path in the repository."""
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(), str(path)) for path in paths
    }


def calls(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and written name of every call: `session.commit`, `datetime.now`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that a module imports by name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def modules(package: ModuleType) -> list[ModuleType]:
    """Every module of a package, imported."""
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    return [importlib.import_module(module.name) for module in found]


def refusals(base: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    """Every class of refusal that the product has."""
    for kind in base.__subclasses__():
        if kind.__module__.partition(".")[0] in ("api", "domain"):
            yield kind
        yield from refusals(kind)


def test_every_mapped_class_says_who_sees_it() -> None:
    modules(domain)
    mapped = {mapper.class_ for mapper in Entity.registry.mappers}
    assert mapped == set(domain.visibility.RULES)


def test_one_place_commits() -> None:
    found = [
        f"{path}:{line} {name}"
        for path, tree in sources("api", "domain").items()
        for line, name in calls(tree)
        if name.endswith(".commit") and path != "api/database.py"
    ]
    assert found == []


def test_the_time_is_told_and_never_asked_for() -> None:
    found = [
        f"{path}:{line} {name}"
        for path, tree in sources("api", "domain").items()
        for line, name in calls(tree)
        if not path.startswith(READS_THE_CLOCK)
        if name.startswith(("datetime.", "date.", "time.", "func."))
        if name.rpartition(".")[2] in CLOCKS
    ]
    assert found == []


def test_questions_to_the_database_name_mapped_classes() -> None:
    """The filter of who sees what reaches neither text nor tables."""
    texts = [
        f"{path}:{line}"
        for path, tree in sources("api", "domain").items()
        for line, name in imported(tree)
        if name in ("sqlalchemy.text", "sqlalchemy.sql.text") and not path.endswith(KNOWS_TABLES)
    ]
    tables = [
        f"{path}:{node.lineno}"
        for path, tree in sources("api", "domain").items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "__table__"
        if not path.endswith(KNOWS_TABLES)
    ]
    assert (texts, tables) == ([], [])


def test_nouns_refuse_in_the_words_of_the_domain() -> None:
    edges = {f"api/{path.name}" for path in (ROOT / "api").glob("*.py")}
    found = [
        f"{path}:{line} {name}"
        for path, tree in sources("api", "domain").items()
        for line, name in imported(tree)
        if name.endswith(".HTTPException") and path not in edges
    ]
    assert found == []


def test_every_refusal_has_a_status_and_a_type_of_its_own() -> None:
    modules(api)
    kinds = [kind for kind in set(refusals()) if kind.__name__.isidentifier()]
    types = [kebab(kind.__name__) for kind in kinds]
    assert sorted(types) == sorted(set(types))
    assert {kind.__name__ for kind in kinds if not 400 <= status_of(kind) <= 503} == set()
    assert {kind.__name__ for kind in kinds if not (kind.__doc__ or "").strip()} == set()


def test_names_of_modules_say_what_is_in_them() -> None:
    # `sample_data` is the word of the contract, and says whose data it is.
    words = {
        path: path.removesuffix(".py").replace("sample_data", "sample").replace("/", "_").split("_")
        for path in sources("api", "domain", "migrations", "openapi")
    }
    found = [
        path for path, said in words.items() if {word.rstrip("s") for word in said} & EMPTY_NAMES
    ]
    assert found == []


def test_modules_are_short() -> None:
    lengths = {
        path: len((ROOT / path).read_text().splitlines())
        for path in sources("api", "domain", "openapi")
    }
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_every_noun_with_operations_is_in_the_list_of_nouns() -> None:
    found = {
        module.__name__: module.router
        for module in modules(api)
        if hasattr(module, "__path__") and hasattr(module, "router")
    }
    listed = {id(router) for router in nouns.routers()}
    assert [name for name, router in found.items() if id(router) not in listed] == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path
        for path, tree in sources("api", "domain", "migrations", "openapi", "tests").items()
        if tree.body and not ast.get_docstring(tree)
    ]
    assert silent == []
