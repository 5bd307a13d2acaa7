"""Keys for comparing, and names for files."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.wording.folding import ascii_name, fold, plain_signs, skeleton


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Hòa", "HOÀ", "tone on the first or the second vowel"),
        ("Ủy ban", "Uỷ ban", "the same for uy"),
        ("khỏe", "khoẻ", "the same for oe"),
        ("CỘNG HÒA XÃ HỘI", "cộng hoà xã hội", "case"),
        ("NĐ–CP", "NÐ-CP", "en dash, Eth"),
        ("Số:\u00a002", "số:  02", "blanks"),
        ("Kế\u200b hoạch", "Kế hoạch", "zero width"),
        (normalize("NFD", "Kế hoạch"), "Kế hoạch", "decomposed"),
        ("Độc lập – Tự do – Hạnh phúc", "Độc lập - Tự do - Hạnh phúc", "dashes of the motto"),
    ],
)
def test_spellings_of_one_text_have_one_key(one: str, other: str, why: str) -> None:
    assert fold(one) == fold(other), why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("hòa", "họa", "another tone"),
        ("quý", "qúy", "u of qu is no vowel: the second is a slip, not a spelling"),
        ("hoàn", "hòan", "only one spelling inside a syllable"),
        ("Đảng", "Dảng", "another letter"),
        ("ban", "bàn", "a mark"),
    ],
)
def test_different_words_keep_different_keys(one: str, other: str, why: str) -> None:
    assert fold(one) != fold(other), why


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert skeleton(skeleton(text)) == skeleton(text)
    assert len(plain_signs(text)) == len(text)


@given(st.text("aàáoòóuùúyỳýqhnđĐẢNG -–\u00a0", max_size=20))
def test_a_key_is_its_own_key(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(("text", "bare"), [("Kế hoạch", "ke hoach"), ("Đường lối", "duong loi"), ("HOÀ", "hoa")])
def test_a_skeleton_has_no_marks(text: str, bare: str) -> None:
    assert skeleton(text) == bare


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KH-LĐLĐ", "KH-LDLD"),
        ("02/KH-LĐLĐ", "02-KH-LDLD"),
        ("Kế hoạch năm 2024", "Ke-hoach-nam-2024"),
        ("NÐ–CP", "ND-CP"),
        ("../../etc/passwd", "etc-passwd"),
        ('a"b\r\nSet-Cookie: x', "a-b-Set-Cookie-x"),
        ("文書", ""),
    ],
)
def test_names_are_readable_ascii(text: str, name: str) -> None:
    assert ascii_name(text) == name


@given(st.text())
def test_names_are_safe_in_a_header_and_on_a_disk(text: str) -> None:
    name = ascii_name(text)
    assert len(name) <= 100
    assert set(name) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-")
    assert not name.startswith((".", "-"))
    assert ascii_name(name) == name
