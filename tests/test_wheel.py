"""An installed wheel works from any folder, templates and samples included."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_a_built_wheel_renders_and_reads_from_another_folder(tmp_path: Path) -> None:
    build = "import hatchling.build as b, sys; print(b.build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    wheel = tmp_path / done.stdout.split()[-1]
    installed = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from service.cli import main; from service.places import samples_folder;"
        "import service; assert service.__file__.startswith(sys.argv[1]), service.__file__;"
        "assert main(['render', str(samples_folder() / 'ke-hoach-mau.json'), '-o', 'a.docx']) == 0;"
        "from service.app import create_app; pages = create_app().test_client();"
        "assert 'Write a new plan' in pages.get('/?lang=en').text;"
        "assert pages.get('/static/page.css', buffered=True).status_code == 200;"
        "from service.app import create_app; pages = create_app().test_client();"
        "assert pages.get('/').status_code == pages.get('/errors/required').status_code == 200;"
        "assert pages.get('/readyz').status_code == 200;"
        "sys.exit(main(['parse', 'a.docx', '-o', 'a.json']))"
    )
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    subprocess.run([sys.executable, "-P", "-c", code, str(installed)], cwd=elsewhere, check=True)
    assert '"so": "02"' in (elsewhere / "a.json").read_text("utf-8")
