"""Letters of fonts before Unicode: the tables, and what tells the encodings apart."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.wording.encodings import Encoding, decode, draws_capitals, encode, evidence, hinted, units
from service.wording.syllables import is_syllable

VOWELS = "aăâeêioôơuưy"
LETTERS = "".join(
    normalize("NFC", v + tone) for v in VOWELS for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
)
SMALL = LETTERS + "bcdđghklmnpqrstvx 0123456789.,;:-/()"

WORDS = (
    "kế hoạch thực hiện quy chế dân chủ ở cơ sở năm của ủy ban nhân dân huyện phường thưởng giếng quốc khuỷu nghiêng"
)


@given(st.text(SMALL).filter(lambda text: "ưư" not in text))  # no word has it: doubled, the sign is one letter
def test_small_letters_survive_tcvn3(text: str) -> None:
    assert decode(encode(text, "tcvn3"), "tcvn3") == text


@given(st.text(SMALL + SMALL.upper()))
def test_all_letters_survive_vni(text: str) -> None:
    assert decode(encode(text, "vni"), "vni") == text


@given(st.text(SMALL.upper()).filter(lambda text: "ƯƯ" not in text))
def test_tcvn3_has_no_capitals_with_a_tone_so_they_come_back_small_at_most(text: str) -> None:
    assert decode(encode(text, "tcvn3"), "tcvn3").lower() == text.lower()


@given(st.text(), st.sampled_from(["tcvn3", "vni"]))
def test_letters_decoded_piece_by_piece_are_the_same_text_and_use_every_sign(text: str, encoding: Encoding) -> None:
    pieces = units(text, encoding)
    assert "".join(letter for _, letter in pieces) == decode(text, encoding)
    assert sum(length for length, _ in pieces) == len(text)


@pytest.mark.parametrize(
    ("encoding", "signs", "text", "why"),
    [
        ("tcvn3", "KÕ ho¹ch thùc hiÖn", "Kế hoạch thực hiện", "plain"),
        ("tcvn3", "tr\xadëng, \xadu ®·i", "trưởng, ưu đãi", "ư is the sign that elsewhere is a soft hyphen"),
        ("tcvn3", "n\xad\xadíc", "nước", "Word for DOS left an optional hyphen beside the ư"),
        ("tcvn3", "Q§-UBND N¨m 1997", "QĐ-UBND Năm 1997", "capital Đ exists"),
        ("tcvn3", "\uf04b\uf0d5 ho\uf0b9ch", "Kế hoạch", "a symbol font keeps letters in the private area"),
        ("tcvn3", "Kế ho¹ch", "Kế hoạch", "a word in Unicode stays, its neighbour is turned"),
        ("vni", "KEÁ HOAÏCH naêm 2003", "KẾ HOẠCH năm 2003", "marks follow their vowel"),
        ("vni", "ÖÙng phoù, UÛy ban, tröôøng", "Ứng phó, Ủy ban, trường", "ư and ơ are one sign, their tones a second"),
        ("vni", "kyø, lyù, kyõ, thuyû, Mỵ", "kỳ, lý, kỹ, thuỷ, Mỵ", "y takes tones as well"),
        ("vni", "chính kiùnh chì", "chính kính chì", "some converters write í in two signs"),
        ("vni", "Ñaëng Ñöùc Nghóa, ñeà nghò, chæ", "Đặng Đức Nghĩa, đề nghị, chỉ", "letters of one sign"),
    ],
)
def test_texts_of_both_encodings_are_read(encoding: Encoding, signs: str, text: str, why: str) -> None:
    assert decode(signs, encoding) == text, why


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_words_tell_the_encoding(encoding: Encoding) -> None:
    assert evidence(WORDS).best() == "unicode"
    assert evidence(encode(WORDS, encoding)).best() == encoding
    assert evidence(encode(WORDS, encoding)).overwhelming() == encoding
    assert evidence(encode(WORDS.upper(), "vni")).overwhelming() == "vni"


@given(
    st.lists(st.sampled_from([*WORDS.split(), "§ 5", "m²", "©", "·", "«a»", "½", "société", "Ø8", "±1", "20°C"])).map(
        " ".join
    )
)
def test_no_text_in_unicode_is_taken_for_another(text: str) -> None:
    assert evidence(text).overwhelming() is None
    assert evidence(text).best() in (None, "unicode")


@pytest.mark.parametrize(
    "text",
    [
        "L'été, la société générale a décidé à côté de l'hôtel où se tenait la fête française.",
        "El niño español señaló mañana su compañía; ¿qué pasó? ¡Adiós!",
        "Für Maßnahmen außerhalb müssen größere Flächen geprüft werden.",
        "Ação não é opção: coração, informação, situação, região.",
    ],
)
def test_other_languages_are_left_alone(text: str) -> None:
    assert evidence(text).overwhelming() is None


def test_a_word_with_letters_of_unicode_settles_a_piece_of_an_old_text() -> None:
    assert evidence("cá và đất").against("tcvn3") == "unicode"
    assert evidence("cã thÓ").against("tcvn3") == "tcvn3"
    assert evidence("SOÁ: 144/2002/QÑ-BTC").against("vni") == "vni"


def test_what_a_font_stands_for() -> None:
    assert [hinted(f) for f in (".VnTime", ".VnTimeH", "VNI-Times", "Times New Roman", "")] == [
        "tcvn3", "tcvn3", "vni", "unicode", "unicode",
    ]  # fmt: skip
    assert [draws_capitals(f) for f in (".VnTimeH", ".VnArialH", ".VnTime", "VNI-HelveH")] == [True, True, False, False]


@pytest.mark.parametrize(
    "word", [*WORDS.split(), "gì", "qua", "quýt", "giặt", "ưỡn", "yếu", "uể", "oái", "Đỗ", "NGHĨA"]
)
def test_vietnamese_syllables_are_known(word: str) -> None:
    assert is_syllable(normalize("NFC", word))


@pytest.mark.parametrize("word", ["ho¹ch", "kõt", "hoach", "các̀", "qđ", "strong", "ngĩaa", "tạc̣h", "", "f", "học̃"])
def test_what_is_no_syllable(word: str) -> None:
    assert not is_syllable(normalize("NFC", word))
