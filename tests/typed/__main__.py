"""`python -m tests.typed FOLDER` writes the documents and their truth, to be scored as the corpus is;
`python -m tests.typed --golden` writes anew what the other documents are read as (`offices.json`)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from service.mau import Templates
from service.places import templates_folder
from service.reading import parse
from tests.typed.documents import DOCUMENTS
from tests.typed.offices import OFFICES, build

GOLDEN = Path(__file__).parent / "offices.json"


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for typed in DOCUMENTS:
        (folder / f"{typed.name}.docx").write_bytes(typed.build())
        (folder / f"{typed.name}.json").write_text(json.dumps(typed.truth(), ensure_ascii=False, indent=1), "utf-8")


def golden() -> None:
    templates = Templates(templates_folder())
    plans = {name: parse(build(name), templates).plan for name in OFFICES}
    GOLDEN.write_text(json.dumps(plans, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    golden() if sys.argv[1] == "--golden" else write(Path(sys.argv[1]))
