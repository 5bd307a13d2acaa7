"""`python -m tests.typed FOLDER`: writes the documents and their truth, to be scored as the corpus is."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.typed.documents import DOCUMENTS


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for typed in DOCUMENTS:
        (folder / f"{typed.name}.docx").write_bytes(typed.build())
        (folder / f"{typed.name}.json").write_text(json.dumps(typed.truth(), ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
