"""The shipped template as offices change it in Word: reworded, restyled, moved, with other columns."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from service.docx.names import W
from service.places import templates_folder
from tests.word import Word, after, element, remove, text_of


def shipped(name: str = "kehoach") -> Word:
    return Word((templates_folder() / f"{name}.docx").read_bytes())


def blocks(word: Word, first: str, last: str, holder: Any = None) -> list[Any]:
    """The children of `holder` (the body) from the one with `first` to the next one whose text is `last`."""
    children = list(word.body if holder is None else holder)
    start = next(i for i, b in enumerate(children) if first in text_of(b))
    depth = 0
    for i in range(start, len(children)):
        depth += text_of(children[i]).startswith("{%p " + last.replace("end", "", 1)) if last.startswith("end") else 0
        if text_of(children[i]) == "{%p " + last + " %}" or (
            not last.startswith("end") and last in text_of(children[i])
        ):
            depth -= 1
            if depth <= 0:
                return children[start : i + 1]
    raise AssertionError((first, last))


def say(word: Word, old: str, new: str) -> None:
    """Other words, wherever they stand."""
    found = [t for t in word.root.iter(W + "t") if old in (t.text or "")]
    assert found, old
    for t in found:
        t.text = t.text.replace(old, new)


def labels(word: Word) -> None:
    say(word, "Nơi nhận:", "Nơi gửi đến:")
    say(word, "Số: ", "Số hiệu văn bản: ")
    say(word, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    say(word, "- {{ d.van_ban }}", "• {{ d.van_ban }}")
    say(word, "mac_dinh('Nội dung')", "mac_dinh('Nội dung công việc')")
    say(word, "{{ dia_danh }}, ", "{{ dia_danh }} - ")
    say(word, "- {{ n }}{% if loop.last %}.{% else %};{% endif %}", "* {{ n }}")


def bases_in_a_cell(word: Word) -> None:
    bases = blocks(word, "{%p for c in can_cu", "endfor") + blocks(word, "{%p for m in mo_dau", "endfor")
    table = element(
        "tbl",
        element("tblPr", element("tblW", w="9355", type="dxa")),
        element("tblGrid", element("gridCol", w="9355")),
        element("tr", element("tc", element("tcPr", element("tcW", w="9355", type="dxa")))),
    )
    bases[0].addprevious(table)
    cell = next(table.iter(W + "tc"))
    cell.extend(bases)
    after(table, word.typed("", "KH Cuối ô"))
    cell.append(word.typed("", "KH Cuối ô"))


def recipients_above_the_signature(word: Word) -> None:
    cell = next(word.find("{%p for c in chu_ky %}").iterancestors(W + "tr")).findall(W + "tc")[0]
    recipients = blocks(word, "{%p if noi_nhan", "endif", cell)
    start = blocks(word, "{%p if chu_ky|length > 1", "endif")[0]
    remove(*blocks(word, "{%p if noi_nhan", "endif", word.find("{% colspan chu_ky|length %}").getparent()))
    for block in recipients:
        start.addprevious(block)
    say(word, "{%p elif chu_ky or noi_nhan %}", "{%p elif chu_ky %}")


def one_more_line(word: Word) -> None:
    end = blocks(word, "{%p for k in ket_thuc", "endfor")[-1]
    after(end, word.typed("Kính đề nghị các đơn vị phối hợp thực hiện.", "KH Kết thúc"))
    after(word.find("{{ co_quan_ban_hanh }}"), word.typed("Điện thoại: 0213 3876 666", "KH Số"))


def _swap(word: Word, one: int, other: int) -> None:
    table = next(word.find("{{ n.noi_dung }}").iterancestors(W + "tbl"))
    for row in table.findall(W + "tr"):
        cells = row.findall(W + "tc")
        if len(cells) < 5:
            continue
        places = [row.index(cells[one]), row.index(cells[other])]
        row.remove(cells[one])
        row.remove(cells[other])
        row.insert(places[0], cells[other])
        row.insert(places[1], cells[one])


def other_columns(word: Word) -> None:
    """Time before the work: number, time, work, bodies."""
    _swap(word, 1, 2)


def time_first(word: Word) -> None:
    """The merged column first, the number third."""
    _swap(word, 0, 2)


def extras_before_bodies(word: Word) -> None:
    """The columns that repeat stand between the time and the bodies."""
    table = next(word.find("{{ n.noi_dung }}").iterancestors(W + "tbl"))
    for row in table.findall(W + "tr"):
        cells = row.findall(W + "tc")
        if len(cells) < 5:
            continue
        for cell in cells[6:9]:  # for, cell, endfor
            row.remove(cell)
            cells[3].addprevious(cell)


def restyled(word: Word) -> None:
    """Every style another name and look."""
    xml = word.parts["word/styles.xml"].decode()
    names = re.findall(r'<w:name w:val="(KH [^"]*)"', xml)
    for number, name in enumerate(names):
        xml = xml.replace(f'<w:name w:val="{name}"', f'<w:name w:val="Mẫu cơ quan {number}"')
    xml = xml.replace('<w:sz w:val="28"/>', '<w:sz w:val="26"/>').replace(
        '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'
    )
    xml = xml.replace("<w:b/>", '<w:b w:val="0"/>')
    word.parts["word/styles.xml"] = xml.encode()


def number_on_its_own_line(word: Word) -> None:
    """The number leaves the head table for a line of its own before the title."""
    number = word.find("{{ so|so }}")
    marks = [number.getnext()]
    while text_of(marks[-1].getnext()):
        marks.append(marks[-1].getnext())
    title = word.find("{{ ten_loai }}")
    title.addprevious(number)
    for block in marks:
        title.addprevious(block)


def fewer_levels(word: Word) -> None:
    """Headings in direct formatting over the style: bold off, a colour, split runs."""
    for n in (1, 2, 3):
        paragraph = word.find_all("{{ d.dau }}\u00a0{{ d.tieu_de }}")[n - 1]
        for run in paragraph.findall(W + "r"):
            run.insert(0, element("rPr", element("b"), element("i"), element("color", val="1F3864")))


VARIANTS: dict[str, tuple[Callable[[Word], None], ...]] = {
    "other labels": (labels,),
    "bases after the title block in one cell": (bases_in_a_cell,),
    "recipients above the signature": (recipients_above_the_signature,),
    "one more fixed line": (one_more_line,),
    "another order of columns": (other_columns,),
    "the merged column first": (time_first,),
    "repeated columns in the middle": (extras_before_bodies,),
    "other styles": (restyled,),
    "the number on a line of its own": (number_on_its_own_line,),
    "direct formatting": (fewer_levels,),
    "all at once": (
        labels, bases_in_a_cell, recipients_above_the_signature, one_more_line, other_columns, number_on_its_own_line, restyled,
    ),
}  # fmt: skip


def variant(name: str) -> bytes:
    """The template of a variant."""
    word = shipped()
    for change in VARIANTS[name]:
        change(word)
    return word.save()


def by_libreoffice(documents: dict[str, bytes], folder: Path, *formats: str) -> dict[str, bytes]:
    """The documents opened and saved by LibreOffice in each of `formats` after another; the last one is Word's."""
    names = dict(documents)
    for step, kind in enumerate(formats):
        here, there = folder / f"in{step}", folder / f"out{step}"
        here.mkdir()
        before = "docx" if step == 0 else formats[step - 1]
        for name, data in names.items():
            (here / f"{name}.{before}").write_bytes(data)
        filters = {"docx": "docx:MS Word 2007 XML", "odt": "odt:writer8"}
        files = sorted(str(path) for path in here.iterdir())
        command = [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            filters[kind],
        ]
        subprocess.run([*command, "--outdir", str(there), *files], check=True, capture_output=True, timeout=180)
        names = {name: (there / f"{name}.{kind}").read_bytes() for name in names}
    return names
