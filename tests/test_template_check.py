"""`kehoach template check`: everything that is wrong, with its place, and true examples of what cannot be read back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas import dump, load
from service.docx.names import W
from service.docx.package import open_package
from service.docx.reading import read_package
from service.mau import Template
from service.mau.binding import split
from service.mau.checking import check
from service.mau.doubles import doubles, printed
from service.mau.examples import EXAMPLES
from service.mau.findings import Finding
from tests.plans import rich
from tests.variants import VARIANTS, shipped, variant
from tests.word import Word, after, element, remove, text_of


def say(word: Word, old: str, new: str) -> None:
    found = [t for t in word.root.iter(W + "t") if old in (t.text or "")]
    assert found, old
    found[0].text = found[0].text.replace(old, new)


def same_style(word: Word, text: str, name: str) -> None:
    for paragraph in word.find_all(text):
        word.restyle(paragraph, name)


def identical_branches(word: Word) -> None:
    """The two kinds of paragraph print alike: style and words."""
    say(word, "+ {{ d.van_ban }}", "- {{ d.van_ban }}")
    word.restyle(word.find_all("- {{ d.van_ban }}")[1], "KH Gạch đầu dòng")


BAD: list[tuple[str, Callable[[Word], object], str, str]] = [
    ("an unknown name", lambda w: say(w, "{{ ten_loai }}", "{{ ten_loaj }}"), "unknown_name", "ten_loaj"),
    ("an unknown name in a loop", lambda w: say(w, "{{ c.ho_ten }}", "{{ c.hoten }}"), "unknown_name", "c.hoten"),
    ("an unknown name in a condition", lambda w: say(w, "{%p if c.chuc_vu %}", "{%p if c.chucvu %}"), "unknown_name", "c.chucvu"),
    ("an unknown list", lambda w: say(w, "for c in can_cu", "for c in can_cuu"), "unknown_name", "can_cuu"),
    ("an unknown filter", lambda w: say(w, "{{ so|so }}", "{{ so|sso }}"), "unknown_name", "sso"),
    ("a loop never closed", lambda w: remove(w.find_all("{%p endfor %}")[0]), "unbalanced_tag", "{%p for"),
    ("a test closed twice", lambda w: after(w.find_all("{%p endif %}")[0], w.typed("{%p endif %}", "KH Thẻ")), "unbalanced_tag", "{%p endif %}"),
    ("an inline test never closed", lambda w: say(w, "{{ ky_hieu }}{% endif %}", "{{ ky_hieu }}"), "unbalanced_tag", "{% if ky_hieu %}"),
    ("words beside a tag", lambda w: say(w, "{%p for c in can_cu %}", "Căn cứ {%p for c in can_cu %}"), "text_beside_tag", "Căn cứ"),
    ("a filter without inverse", lambda w: say(w, "{{ ten_loai }}", "{{ ten_loai|lower }}"), "filter_without_inverse", "→ “ab”"),
    ("a tag that is none", lambda w: say(w, "{{ ten_loai }}", "{{ ten_loai + }}"), "bad_tag", "ten_loai +"),
    ("adjacent holes", lambda w: say(w, "- {{ n }}", "- {{ n }}{{ ten_loai }}"), "plan_misread", "noi_nhan"),
    ("a marker and its text with a blank between", lambda w: say(w, "{{ d.dau }}\u00a0{{ d.van_ban }}", "{{ d.dau }} {{ d.van_ban }}"), "plans_print_alike", "van_ban"),
    ("neighbouring loops of one look", lambda w: same_style(w, "{{ m }}", "KH Căn cứ"), "plans_print_alike", "mo_dau"),
    ("identical branches", identical_branches, "plans_print_alike", "van_ban"),
    ("two levels of one look", lambda w: w.restyle(w.find_all("{{ d.tieu_de }}")[1], "KH Mục 1"), "plans_print_alike", "tieu_de"),
    ("optional parts with the same start", lambda w: same_style(w, "{{ q }}", "KH Chức vụ"), "plans_print_alike", "chuc_vu"),
    ("two lists with one marker", lambda w: [same_style(w, "{{ k }}", "KH Căn cứ"), say(w, "{{ c }}", "- {{ c }};")], "plans_print_alike", "can_cu"),
    ("a field that is not printed", lambda w: remove(w.find("{{ do_khan }}")), "field_not_printed", "/do_khan"),
    ("the mark that ends a section left out", lambda w: remove(next(p for p in w.paragraphs() if w.style(p) == "KHHetmuc")), "plan_misread", "noi_dung"),
    ("the marker of a heading left out", lambda w: say(w, "{{ d.dau }}\u00a0{{ d.tieu_de }}", "{{ d.tieu_de }}"), "plan_misread", "noi_dung"),
    ("the words of a heading left out", lambda w: say(w, "{{ d.tieu_de }}", ""), "plan_misread", "noi_dung"),
    ("the words of a paragraph left out", lambda w: say(w, "{{ d.van_ban }}", "…"), "plan_misread", "noi_dung"),
    ("the name of a group left out", lambda w: say(w, "{{ g.ten }}", "…"), "plan_misread", "noi_dung"),
    ("a heading of a column that cannot be changed", lambda w: say(w, "{{ d.cot.thoi_gian|mac_dinh('Thời gian thực hiện') }}", "Thời gian"), "plan_misread", "CỘT"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change", "code", "said"), BAD, ids=[case[0] for case in BAD])
def test_what_is_wrong_is_found_with_its_place(
    name: str, change: Callable[[Word], object], code: str, said: str
) -> None:
    word = shipped()
    change(word)
    found = [f for f in check("x", word.save()) if f.message.code == code]
    assert found
    assert any(said in f.text("en") for f in found), [f.text("en") for f in found]
    assert all(re.search(r"\d+(/\d+)*|“/", f.text("en")) for f in found)
    assert found[0].severity == ("warning" if code == "field_not_printed" else "error")


def test_everything_is_found_in_one_run() -> None:
    word = shipped()
    say(word, "{{ ten_loai }}", "{{ ten_loaj|lower }}")
    say(word, "{{ c.ho_ten }}", "{{ c.hoten }}")
    say(word, "{%p for c in can_cu %}", "Căn cứ {%p for c in can_cu %}")
    say(word, "{{ ky_hieu }}{% endif %}", "{{ ky_hieu }}")
    codes = {f.message.code for f in check("x", word.save())}
    assert codes >= {"unknown_name", "text_beside_tag", "unbalanced_tag", "filter_without_inverse"}


ALIKE = [case for case in BAD if case[2] == "plans_print_alike"]


@pytest.mark.parametrize(("name", "change", "code", "said"), ALIKE, ids=[case[0] for case in ALIKE])
def test_the_two_plans_of_an_example_do_differ_and_do_print_alike(
    name: str, change: Callable[[Word], object], code: str, said: str
) -> None:
    word = shipped()
    change(word)
    template = Template("x", word.save())
    pairs = list(doubles(template))
    assert pairs
    for first, second, _ in pairs:
        assert first != second
        assert printed(template, first) == printed(template, second)


@pytest.mark.parametrize("name", VARIANTS)
def test_templates_that_read_back_are_called_good(name: str) -> None:
    assert [f.message.code for f in check("x", variant(name))] == ["template_good"]


@st.composite
def changed(draw: st.DrawFn) -> bytes:
    """The shipped template with a few careless changes."""
    word = shipped()
    lines = [p for p in word.paragraphs() if text_of(p)]
    styles = sorted({word.style(p) or "" for p in lines} - {""})
    for _ in range(draw(st.integers(1, 3))):
        paragraph = draw(st.sampled_from(lines))
        what = draw(st.sampled_from(["style", "words", "blank", "remove", "double", "line"]))
        texts = [t for t in paragraph.iter(W + "t") if t.text]
        if what == "style":
            word.restyle(paragraph)
            paragraph.find(W + "pPr").insert(0, element("pStyle", val=draw(st.sampled_from(styles))))
        elif what == "words" and texts:
            texts[0].text = re.sub(r"(?<![\w{%|.'(])[-+*,;:]|[A-ZĐ]\w+(?![^{]*})", "", texts[0].text)
        elif what == "blank" and texts:
            texts[0].text = texts[0].text.replace("\u00a0", " ")
        elif what == "remove" and paragraph.getparent() is not None and "{%" not in text_of(paragraph):
            if len(paragraph.getparent().findall(W + "p")) > 1:
                remove(paragraph)
                lines.remove(paragraph)
        elif what == "double":
            after(paragraph, word.typed(text_of(paragraph), None)) if "{%" not in text_of(paragraph) else None
        elif what == "line":
            after(paragraph, word.typed("Một dòng cố định", "KH Đoạn"))
    return word.save()


def comes_back(template: Template, payload: dict[str, Any]) -> bool:
    plan = load(payload | {"the_thuc": template.the_thuc})
    reading = template.reader.exact(read_package(open_package(template.render(plan))))
    return reading is not None and load(split(reading.payload, "", [])) == plan


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=changed())
def test_a_template_called_good_gives_every_example_back(data: bytes) -> None:
    found: list[Finding] = check("x", data)
    if [f.message.code for f in found] != ["template_good"]:
        assert all(f.severity in ("error", "warning") for f in found)
        return
    template = Template("x", data)
    assert all(comes_back(template, dump(plan)) for plan in EXAMPLES)
    assert comes_back(template, rich())


def test_the_examples_are_json_that_can_be_tried() -> None:
    word = shipped()
    same_style(word, "{{ m }}", "KH Căn cứ")
    (finding,) = [f for f in check("x", word.save()) if f.message.code == "plans_print_alike"]
    values = dict(finding.values)
    assert json.loads(str(values["first"])) == {"can_cu": ["A"], "mo_dau": []}
    assert json.loads(str(values["second"])) == {"can_cu": [], "mo_dau": ["A"]}
