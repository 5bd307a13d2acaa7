"""The OpenAPI 3.1 description of the interface (contract §2)."""

from __future__ import annotations

import json
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin

from schemas import PlanSchema, json_schema
from service.places import samples_folder

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def openapi() -> dict[str, Any]:
    """The whole description, with the sample plan as example."""
    schema = json.loads(json.dumps(json_schema()).replace("#/$defs/", "#/components/schemas/"))
    marshmallow = MarshmallowPlugin()
    spec = APISpec("kehoach", "1", "3.1.0", (marshmallow,), info={"description": "Dữ liệu ↔ văn bản hành chính"})
    assert marshmallow.converter is not None
    # Our fields read more than Marshmallow's own; what each takes is said by the JSON Schema of the plan.
    marshmallow.converter.add_attribute_function(lambda self, field, **_: schema["properties"][field.name])  # type: ignore[no-untyped-call]
    spec.components.schema("KeHoach", schema=PlanSchema)
    for key, definition in {**schema["$defs"], "Problem": _problem()}.items():
        spec.components.schema(key, definition)
    example = json.loads((samples_folder() / "ke-hoach-mau.json").read_text("utf-8"))
    plan = {"application/json": {"schema": {"$ref": "#/components/schemas/KeHoach"}, "example": example}}
    file: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
    name = {
        "name": "template",
        "in": "query",
        "schema": {"type": "string"},
        "description": "Tên mẫu / name of a template",
    }
    multipart = {"schema": {"type": "object", "properties": {"file": file["schema"]}, "required": ["file"]}}
    paths = {
        "/api/v1/render": {"post": _operation("render", "Kế hoạch → văn bản", {DOCX: file, "application/pdf": file}, plan, [name])},
        "/api/v1/render/batch": {
            "post": _operation("renderBatch", "Nhiều kế hoạch → zip", {"application/zip": file}, {"application/x-ndjson": file}, [name])
        },
        "/api/v1/parse": {
            "post": _operation("parse", "Văn bản → kế hoạch", _json(), {DOCX: file, "multipart/form-data": multipart}, [])
        },
        "/api/v1/schema": {"get": _operation("schema", "JSON Schema", {"application/schema+json": {"schema": {"type": "object"}}})},
        "/api/v1/openapi.json": {"get": _operation("openapi", "OpenAPI", _json())},
        "/healthz": {"get": _operation("healthz", "Còn sống / alive", _json())},
        "/readyz": {"get": _operation("readyz", "Sẵn sàng / ready", _json())},
        "/metrics": {"get": _operation("metrics", "Prometheus", {"text/plain": {"schema": {"type": "string"}}})},
        "/errors/{code}": {
            "get": _operation("error", "Giải thích mã lỗi / explains a code", {"text/html": {"schema": {"type": "string"}}}, None,
                              [{"name": "code", "in": "path", "required": True, "schema": {"type": "string"}}])
        },
    }  # fmt: skip
    for path, operations in paths.items():
        spec.path(path, operations=operations)
    return spec.to_dict()


def _json() -> dict[str, Any]:
    return {"application/json": {"schema": {"type": "object"}}}


def _operation(
    name: str,
    summary: str,
    answers: dict[str, Any],
    body: dict[str, Any] | None = None,
    parameters: list[dict[str, Any]] | None = None,
) -> dict[str, Any]:
    refusals = ("400", "406", "413", "415", "422", "503") if body else ("404",)
    wrong = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    responses: dict[str, Any] = {"200": {"description": "OK", "content": answers}}
    responses |= {status: {"description": "problem", "content": wrong} for status in refusals}
    out: dict[str, Any] = {"operationId": name, "summary": summary, "responses": responses}
    if body:
        out["requestBody"] = {"required": True, "content": body}
    return out | ({"parameters": parameters} if parameters else {})


def _problem() -> dict[str, Any]:
    words = {name: {"type": "string"} for name in ("type", "title", "detail", "code", "instance")}
    fault = {"type": "object", "properties": {name: {"type": "string"} for name in ("pointer", "code", "detail")}}
    return {
        "type": "object",
        "properties": words | {"status": {"type": "integer"}, "errors": {"type": "array", "items": fault}},
    }
