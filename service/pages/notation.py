"""Texts as a person types them: `<b>`, `<i>`, `<u>`, `<sup>`, `<sub>` around what deviates, `←` for a covered cell.

A pair that inverts: `read(written(text))` means what `text` means, whatever signs it holds. A sign that would be taken
for a tag is written `&lt;b>`; a tag without its partner is text.
"""

from __future__ import annotations

import re
from typing import Any

COVERED = "←"
"""A cell of the task table that the cell to its left covers (null in a payload)."""

_TAGS = {"b": "dam", "i": "nghieng", "u": "gach_chan", "sup": "tren", "sub": "duoi"}
_TAKEN = re.compile(r"<(?=/?(?:b|i|u|sup|sub|br|dau)>)")
_ESCAPED = re.compile(r"&((?:amp;)*)(lt|larr);")
_TOKEN = re.compile(r"<(/?)(b|i|u|sup|sub)>|<br>")


def escaped(text: str) -> str:
    """`text` with every sign that `read` would take for its own made plain."""
    return _TAKEN.sub("&lt;", _ESCAPED.sub(r"&amp;\1\2;", text))


def plain(text: str) -> str:
    """What `escaped` was given."""
    return _ESCAPED.sub(lambda found: f"&{found[1][4:]}{found[2]};" if found[1] else "<←"[found[2] == "larr"], text)


def written(value: object, line: bool = False) -> str:
    """A text of a payload (string, runs or null) for a field; on one `line`, its breaks are `<br>`."""
    if value is None:
        return COVERED
    if isinstance(value, list):
        text = "".join(_run(run) for run in value if isinstance(run, dict))
    else:
        text = escaped(str(value))
    if text.strip() == COVERED:
        text = text.replace(COVERED, "&larr;")
    return "<br>".join(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")) if line else text


def _run(run: dict[str, Any]) -> str:
    tags = [tag for tag, key in _TAGS.items() if run.get(key) is True or run.get("chi_so") == key]
    text = escaped(str(run.get("van_ban", "")))
    return "".join(f"<{tag}>" for tag in tags) + text + "".join(f"</{tag}>" for tag in reversed(tags))


def read(text: str) -> Any:
    """The text of a payload in a field: a string, runs where a pair of tags marks some of it, None for `←`."""
    if text.strip() == COVERED:
        return None
    if "<" not in text:
        return plain(text)
    tokens = list(_TOKEN.finditer(text))
    paired = _paired(tokens)
    runs: list[dict[str, Any]] = []
    open_tags: list[str] = []
    here, piece = 0, ""

    def close() -> None:
        nonlocal piece
        if piece:
            runs.append({"van_ban": plain(piece)} | _marks(open_tags))
        piece = ""

    for index, token in enumerate(tokens):
        piece += text[here : token.start()]
        here = token.end()
        if token[2] is None:
            piece += "\n"
        elif index not in paired:
            piece += token[0]
        else:
            close()
            if token[1]:
                open_tags.reverse()
                open_tags.remove(token[2])
                open_tags.reverse()
            else:
                open_tags.append(token[2])
    piece += text[here:]
    close()
    return runs if any(len(run) > 1 for run in runs) else "".join(run["van_ban"] for run in runs)


def _paired(tokens: list[re.Match[str]]) -> set[int]:
    """The indices of tags that have their partner."""
    waiting: dict[str, list[int]] = {tag: [] for tag in _TAGS}
    out: set[int] = set()
    for index, token in enumerate(tokens):
        if token[2] is None:
            continue
        if not token[1]:
            waiting[token[2]].append(index)
        elif waiting[token[2]]:
            out |= {index, waiting[token[2]].pop()}
    return out


def _marks(open_tags: list[str]) -> dict[str, Any]:
    out: dict[str, Any] = {_TAGS[tag]: True for tag in open_tags if tag in "biu"}
    raised = [tag for tag in open_tags if tag not in "biu"]
    return out | ({"chi_so": _TAGS[raised[-1]]} if raised else {})
