"""The plan: from JSON to values and back, and its JSON Schema."""

from schemas.dumping import dump
from schemas.json_schema import json_schema
from schemas.json_text import json_bytes, parse_json
from schemas.plan import KeHoach
from schemas.plan_schema import PlanSchema, load


def load_json(data: bytes | str) -> KeHoach:
    """The plan in a JSON text. Raises NotJson or PlanRefused."""
    return load(parse_json(data))


__all__ = ["KeHoach", "PlanSchema", "dump", "json_bytes", "json_schema", "load", "load_json", "parse_json"]
