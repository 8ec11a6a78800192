"""Examples for every body and answer, made from the examples of their fields."""

from typing import Any

from api.openapi.words import OFFERED, WORDS

Schema = dict[str, Any]
BY_FORMAT = {
    "uuid": "019ab5c4-7d1e-7a63-9c55-2f6b8d40e1a7",
    "date": "2026-11-23",
    "date-time": "2026-11-23T09:30:00Z",
    "email": "nadia@northwind.example",
    "password": "correct horse battery",
    "uri": "https://northwind.example",
}
MOST_IN_A_CHANGE = 2
ANY_NUMBER = ["12.5"]
"""What the types of numbers show; the name of a field says more."""


class Examples:
    """Makes examples for the schemas of one document; the same ones each time."""

    def __init__(self, schemas: dict[str, Schema]) -> None:
        self.schemas = schemas

    def answer(self, schema: Schema) -> Any:
        """An answer with all its fields."""
        return self._value(schema, "", asks=False, within=())

    def question(self, schema: Schema) -> Any:
        """A body with what it must have, and what one usually sends besides."""
        return self._value(schema, "", asks=True, within=())

    def text(self, media_type: str) -> str:
        """A text that is not JSON."""
        return {
            "text/csv": "title,stage,value\nCNC retrofit,qualified,1250.00\n",
            "text/html": "<!doctype html><title>Throughline</title>",
        }.get(media_type, "…")

    def _value(self, schema: Schema, name: str, *, asks: bool, within: tuple[str, ...]) -> Any:
        if "examples" in schema and not (schema["examples"] == ANY_NUMBER and name in WORDS):
            return schema["examples"][0]
        if "$ref" in schema:
            target = schema["$ref"].rpartition("/")[2]
            if target in within:
                return None
            return self._value(self.schemas[target], name, asks=asks, within=(*within, target))
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return WORDS[name] if WORDS.get(name) in schema["enum"] else schema["enum"][0]
        for several in ("anyOf", "oneOf", "allOf"):
            if several in schema:
                return self._one_of(schema[several], name, asks=asks, within=within)
        return self._plain(schema, name, asks=asks, within=within)

    def _one_of(
        self, options: list[Schema], name: str, *, asks: bool, within: tuple[str, ...]
    ) -> Any:
        """The first option; a field that may be null is, unless there is something to show."""
        filled = next((one for one in options if one.get("type") != "null"), {"type": "null"})
        may_be_null = any(one.get("type") == "null" for one in options)
        shows = "examples" in filled or name in WORDS or self._is_object(filled)
        if may_be_null and not shows and not asks:
            return None
        return self._value(filled, name, asks=asks, within=within)

    def _is_object(self, schema: Schema) -> bool:
        target = self.schemas.get(schema.get("$ref", "").rpartition("/")[2], schema)
        return target.get("type") == "object"

    def _plain(self, schema: Schema, name: str, *, asks: bool, within: tuple[str, ...]) -> Any:
        match schema.get("type"):
            case "object":
                return self._object(schema, name, asks=asks, within=within)
            case "array":
                return self._array(schema, name, asks=asks, within=within)
            case "boolean":
                return name in ("active", "is_default", "is_current", "default")
            case "integer" | "number":
                word = WORDS.get(name)
                return word if isinstance(word, int) else max(1, schema.get("minimum", 1))
            case "string":
                return self._string(schema, name)
        return None

    def _string(self, schema: Schema, name: str) -> str:
        word = WORDS.get(name)
        if isinstance(word, str) and "format" not in schema:
            return word
        return BY_FORMAT.get(schema.get("format", ""), "…")

    def _array(self, schema: Schema, name: str, *, asks: bool, within: tuple[str, ...]) -> Any:
        if isinstance(WORDS.get(name), list):
            return WORDS[name]
        items = schema.get("items", {})
        if not (asks or self._is_object(items) or "examples" in items):
            return []
        return [self._value(items, "", asks=asks, within=within)]

    def _object(
        self, schema: Schema, name: str, *, asks: bool, within: tuple[str, ...]
    ) -> dict[str, Any]:
        properties: dict[str, Schema] = schema.get("properties", {})
        shown = self._asked(schema, name, within) if asks else properties
        return {
            field: self._value(part, _word(name, field), asks=asks, within=within)
            for field, part in properties.items()
            if field in shown
        }

    def _asked(self, schema: Schema, name: str, within: tuple[str, ...]) -> list[str]:
        """What to show of a body: what it needs, then what has examples, then what is usual."""
        properties: dict[str, Schema] = schema.get("properties", {})
        needed = schema.get("required", [])
        telling = [field for field, part in properties.items() if "examples" in part]
        usual = [field for field in properties if {field, f"{name}.{field}"} & OFFERED]
        chosen = list(dict.fromkeys([*needed, *telling, *usual]))
        if within and within[-1].endswith("Change"):
            return (chosen or list(properties))[:MOST_IN_A_CHANGE]
        return chosen


def _word(owner: str, field: str) -> str:
    """The name under which a field's word is kept: `owner.name` where that has one of its own."""
    return f"{owner}.{field}" if f"{owner}.{field}" in WORDS else field
