"""The model plan rendered by other engines, where Node is there: `PEERS=folder python -m benchmarks.peers`.

The folder holds `drivers/render_<engine>.js`, each of which takes rows and runs and prints a line of JSON with
`median_ms`, and its installed `node_modules`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from benchmarks.render import rows_plan
from benchmarks.timing import medians, table
from schemas import load_json
from service.mau import Templates
from service.mau.context import context
from service.places import samples_folder, templates_folder

ENGINES = ("carbone", "easy-template-x", "docxtemplater")


def main() -> None:
    """Print a table for each number of rows, or say what is missing."""
    folder = os.environ.get("PEERS")
    if folder is None or shutil.which("node") is None:
        print("peers: set PEERS to a folder with their drivers, and install Node")
        return
    render = Templates(templates_folder()).get("kehoach").renderer.render
    model = context(load_json((samples_folder() / "ke-hoach-mau.json").read_bytes()))
    for rows, names in ((10, model), (1_000, context(rows_plan(1_000)))):
        found = medians({"kehoach": lambda n=names: render(n, "", "")}, rounds=2)
        for engine in ENGINES:
            command = ["node", str(Path(folder, "drivers", f"render_{engine}.js")), str(rows), "20"]
            out = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout
            found[engine] = json.loads(out)["median_ms"]
        table(f"{rows} rows", found, "kehoach")


if __name__ == "__main__":
    main()
