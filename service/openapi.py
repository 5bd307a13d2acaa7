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
    page = {"text/html": {"schema": {"type": "string"}}}
    paths = {
        "/api/v1/render": {"post": _operation("render", "Kế hoạch → văn bản", {DOCX: file, "application/pdf": file}, plan, [name])},
        "/api/v1/render/batch": {
            "post": _operation("renderBatch", "Nhiều kế hoạch → zip", {"application/zip": file}, {"application/x-ndjson": file}, [name], without=("400", "422", "503"))
        },
        "/api/v1/parse": {
            "post": _operation("parse", "Văn bản → kế hoạch", _json(), {DOCX: file, "application/octet-stream": file, "multipart/form-data": multipart}, without=("404",))
        },
        "/api/v1/schema": {"get": _operation("schema", "JSON Schema", {"application/schema+json": {"schema": {"type": "object"}}}, tagged=True)},
        "/api/v1/openapi.json": {"get": _operation("openapi", "OpenAPI", _json(), tagged=True)},
        "/healthz": {"get": _operation("healthz", "Còn sống / alive", _json())},
        "/readyz": {"get": _operation("readyz", "Sẵn sàng / ready", _json(), others=("503",))},
        "/metrics": {"get": _operation("metrics", "Prometheus", {"text/plain": {"schema": {"type": "string"}}})},
        "/errors/{code}": {
            "get": _operation("error", "Giải thích mã lỗi / explains a code", page, None,
                              [{"name": "code", "in": "path", "required": True, "schema": {"type": "string"}}], page_of_failure=True)
        },
    }  # fmt: skip
    for path, operations in paths.items():
        spec.path(path, operations=operations)
    return spec.to_dict()


def _json() -> dict[str, Any]:
    return {"application/json": {"schema": {"type": "object"}}}


_MEANINGS = {
    "400": "Nội dung không phải JSON / the body is not JSON",
    "403": "Trang của nơi khác gửi tới / sent by another site's page",
    "404": "Không có mẫu hoặc trang đó / no such template or page",
    "406": "Không tạo được dạng yêu cầu / nothing acceptable can be made",
    "413": "Quá lớn, giới hạn được nêu / too large, the limit is named",
    "415": "Loại nội dung không đọc / a media type that is not read",
    "422": "Kế hoạch hoặc tệp bị từ chối / a refused plan or file",
    "503": "Đang bận, thử lại sau Retry-After / busy, try again after Retry-After",
}


def _operation(
    name: str,
    summary: str,
    answers: dict[str, Any],
    body: dict[str, Any] | None = None,
    parameters: list[dict[str, Any]] | None = None,
    *,
    without: tuple[str, ...] = (),
    others: tuple[str, ...] = (),
    tagged: bool = False,
    page_of_failure: bool = False,
) -> dict[str, Any]:
    """An operation; one with a body may be refused in every way but those in `without`, one without in `others`."""
    refusals = tuple(status for status in _MEANINGS if status not in without) if body else others
    wrong = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    done: dict[str, Any] = {"description": "OK", "content": answers, "headers": _headers("X-Request-Id")}
    if DOCX in answers:
        done["headers"] |= _headers("Content-Disposition", "ETag")
    elif tagged:
        done["headers"] |= _headers("ETag")
    responses: dict[str, Any] = {"200": done}
    for status in refusals:
        headers = _headers("X-Request-Id", "Content-Language", *(("Retry-After",) if status == "503" else ()))
        responses[status] = {"description": _MEANINGS[status], "content": wrong, "headers": headers}
    if tagged:
        responses["304"] = {"description": "Như If-None-Match / as in If-None-Match"}
    if page_of_failure:
        responses["404"] = {"description": _MEANINGS["404"], "content": answers | wrong}
    out: dict[str, Any] = {"operationId": name, "summary": summary, "responses": responses}
    if body:
        out["requestBody"] = {"required": True, "content": body}
    return out | ({"parameters": parameters} if parameters else {})


def _headers(*names: str) -> dict[str, Any]:
    return {name: {"schema": {"type": "string"}} for name in names}


def _problem() -> dict[str, Any]:
    words = {name: {"type": "string"} for name in ("type", "title", "detail", "code", "instance")}
    fault = {"type": "object", "properties": {name: {"type": "string"} for name in ("pointer", "code", "detail")}}
    return {
        "type": "object",
        "properties": words | {"status": {"type": "integer"}, "errors": {"type": "array", "items": fault}},
    }
