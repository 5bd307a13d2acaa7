"""What the letters of symbol fonts show: their codes mean other signs than in any other font.

Codes 20 to FF of Symbol (as in its encoding by Adobe) and Wingdings; a common sign where Unicode has only a rare one.
"""

from __future__ import annotations

import re

_SYMBOL = (
    " !∀#∃%&∍()*+,-./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩ"
    "ΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~                 "
    "                €ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐—↵ℵℑℜ℘⊗⊕∅∩"
    "∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√·¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ "
)
_WINGDINGS = (
    " 🖉✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭🗀🗁🗎🗏🗐🗄⌛🖮🖰🖲🖳🖴🖫🖬✇✍🖎✌🖏👍👎☜☞☝☟🖐☺😐☹💣🕱🏳🏱✈☼🌢❄🕆✞🕈"
    "✠✡☪☯🕉☸♈♉♊♋♌♍♎♏♐♑♒♓🙰🙵●🔾■□🞐❑❒🞟◆◆❖◆⌧⮹⌘🏵🏶🙶🙷▯🄋➀➁➂➃➄➅➆➇➈➉🄌➊➋➌➍"
    "➎➏➐➑➒➓🙢🙠🙡🙣🙞🙜🙝🙟∙•⬝○🞆🞈🞊🞋🔿▪☐🟁🟅★🟋🟏🟓🟑⯐⌖⯎⯏⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⮰⮱⮲⮳⮴"
    "⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈⮊⮉⮋←→↑↓🡬🡭🡯🡮🡸🡺🡹🡻🡼🡽🡿🡾⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂🢬🢭✗✓☒☑ "
)
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_ANYWHERE = {0xB7: "•", 0xA7: "▪", 0xA8: "▪", 0x2D: "-", 0xD8: "➢", 0xFC: "✓", 0xE0: "→", 0xB0: "-"}
"""Bullets by their private codes where the font is not told."""

_PRIVATE = re.compile("[\uf020-\uf0ff]")
LETTER_FONTS = (".vn", "vni")
"""Fonts of before Unicode, whose private codes are letters: `service.formats.letters` reads those."""


def is_symbol(font: str) -> bool:
    """Whether all letters of the font are signs."""
    return font.lower() in _FONTS


def shown(text: str, font: str) -> str:
    """`text` in `font` as signs of Unicode; unchanged where the font is none of symbols and no code is private."""
    table = _FONTS.get(font.lower())
    if table is None:
        if font.lower().startswith(LETTER_FONTS):
            return text
        return _PRIVATE.sub(lambda found: _ANYWHERE.get(ord(found[0]) - 0xF000, found[0]), text)
    return "".join(_sign(ord(c), c, table) for c in text)


def _sign(code: int, letter: str, table: str) -> str:
    if 0xF020 <= code <= 0xF0FF:
        code -= 0xF000
    return table[code - 0x20] if 0x20 <= code <= 0xFF and table[code - 0x20] != " " else letter
