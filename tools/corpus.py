"""Scores the reader on the typed corpus beside the checkout: `python -m tools.corpus` (or `make corpus`).

Prints the mean of every field, what each document gained and lost against the committed scores, and how often fields
of each confidence were right. The measure is that of the corpus itself (`score_plan.py`), loaded from there.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from service.mau import Templates
from service.office import convert
from service.places import templates_folder
from service.reading import parse
from service.refusals import Refusal
from tools.reliability import reliability, verdicts

ROOT = Path(__file__).parent.parent
CORPUS = next(
    (p for p in (above / "shared" / "corpus" for above in ROOT.parents) if p.is_dir()), ROOT.parent / "shared/corpus"
)
"""Beside the checkout, or beside the one that this worktree belongs to."""
SCORES = ROOT / "tests" / "corpus-scores.json"
NOISE = 0.0005
"""Differences below this are no gain or loss: the committed scores are rounded."""


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one document: its scores, its answer (empty where refused), and the reason of a refusal."""

    name: str
    scores: dict[str, float]
    answer: dict[str, Any]
    error: str | None
    seconds: float


@cache
def measure(corpus: Path) -> ModuleType:
    """The corpus's own measure."""
    spec = importlib.util.spec_from_file_location("score_plan", corpus / "score_plan.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _templates() -> Templates:
    return Templates(templates_folder())


def documents(typed: Path, only: str = "", also: bool = True) -> Iterator[tuple[Path, Path]]:
    """(document, truth) of the corpus in order of name; `also` with the .doc and .odt versions of some."""
    for truth in sorted(typed.glob("*.json")):
        found = json.loads(truth.read_text("utf-8"))
        if "plan" in found and only in truth.stem:
            names = [truth.with_suffix(".docx").name, *(found.get("also", ()) if also else ())]
            yield from ((typed / name, truth) for name in names)


def read(document: Path, truth: Path, corpus: Path, through: Literal["", "pdf"]) -> Read:
    """The scores of one document, made a PDF first if `through` says so; all 0 where it is refused."""
    plan_measure = measure(corpus)
    want = json.loads(truth.read_text("utf-8"))
    data = document.read_bytes()
    if through:
        data = convert(data, "docx", through, 60).data
    start = time.perf_counter()
    try:
        answer = parse(data, _templates()).as_dict()
    except Refusal as refusal:
        nothing = dict.fromkeys(plan_measure.FIELDS, 0.0)
        return Read(document.name, nothing, {}, f"{refusal.code}: {refusal}", time.perf_counter() - start)
    seconds = time.perf_counter() - start
    return Read(document.name, plan_measure.score(want, answer), answer, None, seconds)


def changes(before: dict[str, dict[str, float]], now: list[Read]) -> Iterator[tuple[str, str, float, float]]:
    """(document, field, score before, score now) of everything that differs; fields left out were perfect."""
    for one in now:
        if one.name in before:
            for name, score in one.scores.items():
                old = before[one.name].get(name, 1.0)
                if abs(old - score) > NOISE:
                    yield one.name, name, old, score


def imperfect(reads: list[Read]) -> dict[str, dict[str, float]]:
    """Document → the scores below 1, rounded: what is committed."""
    return {r.name: {k: round(v, 4) for k, v in r.scores.items() if v < 1} for r in reads}


def main(arguments: list[str] | None = None) -> int:
    """0 · 1 where something was lost against the committed scores · 2 without the corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with score_plan.py and typed/")
    parser.add_argument("--only", default="", metavar="TEXT", help="documents whose name contains TEXT")
    parser.add_argument("--docx-only", action="store_true", help="leave the .doc and .odt versions out")
    parser.add_argument("--show", action="store_true", help="print every difference from the truth")
    parser.add_argument("--worst", type=int, default=5, metavar="N", help="list the N worst documents")
    parser.add_argument("--through", choices=["pdf"], default="", help="make each .docx a PDF first, and read that")
    parser.add_argument("--write", action="store_true", help=f"commit the scores anew ({SCORES.relative_to(ROOT)})")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args(arguments)
    if not (options.corpus / "score_plan.py").is_file():
        print(
            f"{options.corpus}: the corpus is not here; it stands beside a checkout (--corpus names it)",
            file=sys.stderr,
        )
        return 2
    if options.through and options.write:
        parser.error("--write is for the documents as they are")
    also = not (options.docx_only or options.through)
    work = list(documents(options.corpus / "typed", options.only, also))
    if not work:
        print(f"{options.corpus}: no document with a truth is called {options.only!r}", file=sys.stderr)
        return 2
    with ProcessPoolExecutor(options.workers) as pool:
        reads = list(pool.map(read, *zip(*work, strict=True), repeat(options.corpus), repeat(options.through)))
    truths = [json.loads(truth.read_text("utf-8")) for _, truth in work]
    _report(measure(options.corpus), reads, truths, options)
    before = json.loads(SCORES.read_text("utf-8")) if SCORES.exists() else {}
    lost = _compare(before, reads)
    if options.write:
        kept = (before if options.only or options.docx_only else {}) | imperfect(reads)
        lines = (f"{json.dumps(name)}: {json.dumps(scores)}" for name, scores in sorted(kept.items()))
        SCORES.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    return int(lost and not options.write)


def _report(plan_measure: ModuleType, reads: list[Read], truths: list[Any], options: argparse.Namespace) -> None:
    for one, truth in zip(reads, truths, strict=True):
        if one.error:
            print(f"{one.name}: {one.error}", file=sys.stderr)
        elif options.show:
            for field, how, value in plan_measure.differences(truth, one.answer):
                print(f"{one.name}\t{field}\t{how}\t{value}")
    print(f"{len(reads)} documents, {sum(bool(r.error) for r in reads)} not read")
    print(f"{'field':18} {'mean':>7} {'present':>8} {'n':>4} {'perfect':>8}")
    for name in plan_measure.FIELDS:
        there = [r.scores[name] for r, t in zip(reads, truths, strict=True) if name in plan_measure.present(t)]
        mean = sum(r.scores[name] for r in reads) / len(reads)
        held = f"{sum(there) / len(there):8.3f}" if there else f"{'–':>8}"
        print(f"{name:18} {mean:7.3f} {held} {len(there):4d} {sum(r.scores[name] == 1 for r in reads):8d}")
    for one in sorted(reads, key=lambda r: r.scores["overall"])[: options.worst]:
        low = sorted((v, k) for k, v in one.scores.items() if v < 1 and k != "overall")[:6]
        print(f"{one.scores['overall']:.3f} {one.name}: " + ", ".join(f"{k} {v:.2f}" for v, k in low))
    times = sorted(r.seconds for r in reads)
    print(f"\nseconds a document: median {times[len(times) // 2]:.4f}, slowest {times[-1]:.3f}")
    found: Counter[tuple[str, float, bool]] = Counter()
    for one, truth in zip(reads, truths, strict=True):
        found.update(verdicts(plan_measure, truth["plan"], one.answer))
    print("\n" + reliability(found))


def _compare(before: dict[str, dict[str, float]], reads: list[Read]) -> bool:
    """Print gains and losses; whether anything was lost."""
    found = sorted(changes(before, reads), key=lambda c: (c[3] - c[2], c[0]))
    if not before:
        print("\nno committed scores yet (--write)")
    for document, field, old, new in found:
        print(f"{'LOSS' if new < old else 'gain'} {document} {field}: {old:.3f} → {new:.3f}")
    lost = sum(new < old for _, _, old, new in found)
    print(f"\n{len(found) - lost} gains, {lost} losses against the committed scores")
    return lost > 0


if __name__ == "__main__":
    sys.exit(main())
