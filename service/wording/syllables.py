"""Which letters make a Vietnamese syllable: onset, rime and tone."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

_ONSETS = ("ngh", "ng", "nh", "gh", "gi", "kh", "ch", "ph", "qu", "th", "tr", *"bcdđghklmnprstvx", "")
_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ynh yt
"""
_ENDINGS = frozenset(_RIMES.split())
_STOPS = ("c", "ch", "p", "t")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHARP = frozenset("\u0301\u0323")


@lru_cache(maxsize=8192)
def is_syllable(text: str) -> bool:
    """Whether `text`, in NFC and any case, can be one Vietnamese syllable; a syllable that ends in a stop needs sắc or nặng."""
    apart = normalize("NFD", text.lower())
    tones = [c for c in apart if c in _TONES]
    if len(tones) > 1:
        return False
    bare = normalize("NFC", "".join([c for c in apart if c not in _TONES]))
    for onset in _ONSETS:
        if bare.startswith(onset) and bare[len(onset) :] in _ENDINGS:
            return not bare.endswith(_STOPS) or (bool(tones) and tones[0] in _SHARP)
    return False
