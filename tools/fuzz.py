"""Mutations of documents, read: an answer or a refusal within seconds, never anything else. `python -m tools.fuzz [COUNT] [SEED]`.

A mutation is a number: the same number makes the same file on any day (`mutated`), so that a finding can be made again.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache

from lxml import etree

from schemas import load_json
from service.docx.package import open_package
from service.docx.writing import Frame
from service.mau import Templates
from service.places import samples_folder, templates_folder
from service.reading import parse
from service.refusals import Refusal

SECONDS = 5.0
"""What one reading may take of a processor at most."""
_VALUES = (
    "", "0", "-1", "1", "9" * 30, "-" + "9" * 30, "1e999", "nan", "inf", "0x10", "½", "١٢", "x", "true", "off", "restart", "continue",
    "none", "center", "bullet", "%1%2%3%4%5%6%7%8%9" * 9, "\ufffd", "a" * 5000, "../..", "upperRoman", "2147483648", "1.5", " 7 ",
)  # fmt: skip
_TAGS = (
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "sdt",
    "sdtContent",
    "ins",
    "del",
    "fldChar",
    "txbxContent",
    "pict",
    "sectPr",
    "numPr",
    "vMerge",
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XML = (".xml", ".rels")


@cache
def documents() -> list[bytes]:
    """What is mutated: the samples as documents."""
    templates = _templates()
    plans = [load_json(path.read_bytes()) for path in sorted(samples_folder().glob("*.json"))]
    return [templates.for_plan(plan).render(plan) for plan in plans]


@cache
def _templates() -> Templates:
    return Templates(templates_folder())


def mutated(number: int, seeds: list[bytes]) -> bytes:
    """The mutation `number` of one of `seeds`."""
    chance = random.Random(number)  # noqa: S311 - the same number, the same file
    data = chance.choice(seeds)
    if chance.random() < 0.3:
        return _flipped(data, chance)
    package = open_package(data)
    parts = {name: package.part(name) for name in package.names}
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        name = "word/document.xml" if chance.random() < 0.6 else chance.choice(list(parts))
        change = chance.choice(_CHANGES) if name.endswith(_XML) else _flipped
        parts[name] = change(parts[name], chance)
    if chance.random() < 0.05:
        parts.pop(chance.choice(list(parts)))
    return Frame.of_parts(parts)


def _flipped(data: bytes, chance: random.Random) -> bytes:
    """Some bytes other than they were, or gone, or there twice."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        if not out:
            break
        at = chance.randrange(len(out))
        match chance.randrange(4):
            case 0:
                out[at] ^= 1 << chance.randrange(8)
            case 1:
                out[at] = chance.randrange(256)
            case 2:
                del out[at : at + chance.choice((1, 2, 50))]
            case _:
                out[at:at] = out[at : at + chance.choice((1, 4, 100))]
    return bytes(out)


def _edited(data: bytes, chance: random.Random) -> bytes:
    """The tree with an element moved, removed, repeated, wrapped or renamed, or with another attribute or text."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return _flipped(data, chance)
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    for _ in range(chance.choice((1, 1, 3, 10))):
        node = chance.choice(nodes)
        above = node.getparent()
        match chance.randrange(7):
            case 0 if node.attrib:
                node.set(chance.choice(list(node.attrib)), chance.choice(_VALUES))
            case 1 if above is not None:
                above.remove(node)
            case 2 if above is not None:
                for _ in range(chance.choice((1, 3, 200))):
                    node.addnext(etree.fromstring(etree.tostring(node, with_tail=False)))
            case 3 if above is not None:
                wrap = etree.SubElement(above, _W + chance.choice(_TAGS))
                above.replace(node, wrap)
                wrap.append(node)
            case 4:
                node.tag = _W + chance.choice(_TAGS)
            case 5:
                node.text = chance.choice(_VALUES).replace("\ufffd", "…")
            case _:
                other = chance.choice(nodes)
                if node is not root and other not in node.iterdescendants() and other is not node:
                    other.append(node)
    return etree.tostring(root)


def _valued(data: bytes, chance: random.Random) -> bytes:
    """Every attribute of one name with a value it should not have."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return _flipped(data, chance)
    names = sorted({name for node in root.iter() for name in node.attrib})
    if names:
        name, value = chance.choice(names), chance.choice(_VALUES)
        for node in root.iter():
            if name in node.attrib:
                node.set(name, value)
    return etree.tostring(root)


_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flipped, _edited, _edited, _edited, _valued)


def outcome(number: int) -> tuple[str, float]:
    """`answer`, the code of a refusal, or what went wrong; and the seconds it took."""
    data = mutated(number, documents())
    start = time.process_time()
    try:
        parse(data, _templates()).as_dict()
        said = "answer"
    except Refusal as refusal:
        said = refusal.code
    except BaseException as error:  # whatever it is, it is a finding
        said = f"!{type(error).__name__}: {error}"[:200]
    took = time.process_time() - start
    return (f"!{took:.1f} s" if took > SECONDS and not said.startswith("!") else said), took


def main() -> int:
    """Print what came of the mutations; 1 if anything is a finding."""
    count, first = (int(text) for text in (sys.argv[1:] + ["20000", "0"][len(sys.argv) - 1 :])[:2])
    said: Counter[str] = Counter()
    longest = (0.0, first)
    with ProcessPoolExecutor() as pool:
        for number, (what, took) in enumerate(pool.map(outcome, range(first, first + count), chunksize=50), first):
            said[what if not what.startswith("!") else "finding"] += 1
            longest = max(longest, (took, number))
            if what.startswith("!"):
                print(f"mutation {number}: {what[1:]}", flush=True)
    for what, times in said.most_common():
        print(f"{times:8} {what}")
    print(f"longest: {longest[0] * 1e3:.0f} ms, mutation {longest[1]}")
    return 1 if said["finding"] else 0


if __name__ == "__main__":
    sys.exit(main())
