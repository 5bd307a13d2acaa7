"""Rendering beside plain docxtpl: `python -m benchmarks.render`."""

from __future__ import annotations

import io
import json
import tracemalloc
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from benchmarks.timing import medians, table
from schemas import load, load_json
from service.mau import Templates
from service.mau.context import context
from service.mau.environment import environment
from service.places import samples_folder, templates_folder


def rows_plan(rows: int) -> Any:
    """A plan of `rows` tasks."""
    tasks = [
        {
            "noi_dung": f"Chỉ đạo các đơn vị tiến hành thương lượng và ký kết thỏa ước lao động tập thể lần {n}",
            "thoi_gian": f"Quý {n // 4}",
            "to_chuc_thuc_hien": "Liên đoàn Lao động huyện và các Công đoàn cơ sở trực thuộc",
        }
        for n in range(rows)
    ]
    return load({"co_quan_ban_hanh": "A", "noi_dung": [{"loai": "bang_nhiem_vu", "nhiem_vu": tasks}]})


def plain_docxtpl(template: bytes, names: dict[str, Any]) -> bytes:
    """A document as docxtpl's manual shows it, escaped: a new DocxTemplate for each."""
    env = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    env.filters |= environment([]).filters
    word = DocxTemplate(io.BytesIO(template))
    word.render(names, jinja_env=env)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def main() -> None:
    """Print the tables."""
    template = Templates(templates_folder()).get("kehoach")
    text = (samples_folder() / "ke-hoach-mau.json").read_bytes()
    model = context(load_json(text))
    render = template.renderer.render
    works = {
        "context → bytes": lambda: render(model, "t", "s"),
        "JSON text → validated → bytes": lambda: template.render(load_json(text)),
        "JSON parsed only": lambda: json.loads(text),
        "docxtpl, plain": lambda: plain_docxtpl(template.data, model),
    }
    table("The model plan", medians(works), "context → bytes")
    for rows in (1_000, 10_000):
        names = context(rows_plan(rows))
        found = medians(
            {
                "context → bytes": lambda n=names: render(n, "", ""),
                "docxtpl, plain": lambda n=names: plain_docxtpl(template.data, n),
            },
            rounds=3 if rows < 5_000 else 1,
        )
        table(f"{rows} rows", found, "context → bytes")
    size = len(template.renderer._xml("word/document.xml", names))
    tracemalloc.start()
    render(names, "", "")
    print(f"\n10000 rows: memory at the peak / size of the XML: {tracemalloc.get_traced_memory()[1] / size:.2f}")


if __name__ == "__main__":
    main()
