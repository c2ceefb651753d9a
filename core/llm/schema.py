"""The JSON schema of an answer's type, in the dialect that strict servers accept."""

from functools import lru_cache
from typing import Any

from core.value import Value

Schema = dict[str, Any]

_KEPT = ("type", "enum", "description")
"""Keywords that every strict server knows besides the structural ones; the rest is said in the description."""

_SAID = {
    "minItems": "at least {} items",
    "maxItems": "at most {} items",
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "minimum": "at least {}",
    "maximum": "at most {}",
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
    "pattern": "matching {}",
}


@lru_cache(maxsize=64)
def strict_schema(shape: type[Value]) -> Schema:
    """Return the schema of a type: objects closed, every field required, no references, no limits as keywords.

    Limits (counts, lengths, ranges) stay in the descriptions and are checked by the type itself. The dialect is
    OpenAI's structured outputs, the narrowest of the servers that enforce a schema while they write.
    """
    schema = shape.model_json_schema()
    return {"title": shape.__name__, **_strict(schema, schema.get("$defs", {}))}


def _strict(schema: Schema, definitions: dict[str, Schema]) -> Schema:
    """Return one node of the schema in the strict dialect."""
    schema = _resolved(schema, definitions)
    strict = {key: schema[key] for key in _KEPT if key in schema}
    if "const" in schema:
        strict["enum"] = [schema["const"]]
    if limits := [text.format(schema[key]) for key, text in _SAID.items() if key in schema]:
        strict["description"] = f"{schema.get('description', '')} ({', '.join(limits)})".strip()
    if options := schema.get("anyOf", schema.get("oneOf")):
        strict["anyOf"] = [_strict(option, definitions) for option in options]
    if "items" in schema:
        strict["items"] = _strict(schema["items"], definitions)
    if schema.get("type") == "object":
        strict |= _closed(schema.get("properties", {}), definitions)
    return strict


def _resolved(schema: Schema, definitions: dict[str, Schema]) -> Schema:
    """Return the node that a reference stands for; what is said beside the reference goes first."""
    reference = schema.get("$ref") or next((part["$ref"] for part in schema.get("allOf", ()) if "$ref" in part), None)
    if not reference:
        return schema
    beside = {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}
    return _resolved(definitions[reference.rsplit("/", 1)[-1]], definitions) | beside


def _closed(properties: dict[str, Schema], definitions: dict[str, Schema]) -> Schema:
    """Return the members of an object that takes these fields, all of them, and no other."""
    return {
        "properties": {name: _strict(field, definitions) for name, field in properties.items()},
        "required": list(properties),
        "additionalProperties": False,
    }
