"""A figure in its text, and what the checks found about it → short sentences for and against it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, Literal

from indicators.curate.desk.entries.entry import DecidedFigure
from indicators.curate.desk.figures.finding_sentences import FindingSentences
from indicators.curate.desk.figures.read_text import ReadText
from indicators.curate.drafts import DraftFigure
from indicators.curate.recognition.text.folding import fold
from indicators.curate.rendering.yaml_text import ArticleSource
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.rules import ACCEPTABLE
from indicators.values.problems import Problem, Severity
from indicators.values.text import Lang, LocalText
from indicators.values.units import compact
from indicators.words.curate import review as words

CheckKind = Literal["ok", "warn", "bad", "note"]
CheckJson = dict[str, Any]
_KINDS: Final[Mapping[Severity, CheckKind]] = {"error": "bad", "warning": "bad", "information": "note"}


def check(kind: CheckKind, words_of_it: str, code: str = "", *, acceptable: bool = False) -> CheckJson:
    """One sentence; what is ``bad`` can be taken with a reason only, and only if it is ``acceptable``."""
    return {"kind": kind, "sentence": words_of_it, "code": code, "acceptable": acceptable}


def stands_in_text(quote: str, folded: str) -> bool:
    """True where the words of a quote stand in a folded text without gaps."""
    return bool(quote) and _squeezed(fold(quote).text) in folded


def squeezed_text(text: str) -> str:
    """A text as quotes are looked for in it: in plain forms, without white space."""
    return _squeezed(fold(text).text)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def in_favour(figure: DraftFigure, folded: str, dataset: Dataset, lang: Lang) -> list[CheckJson]:
    """What speaks for a figure: its words stand in the text, its unit is that of its metric."""
    several: list[CheckJson] = []
    if stands_in_text(figure.quote, folded):
        several.append(check("ok", words.IN_TEXT.of(lang).format(quote=figure.quote)))
    metric = dataset.metrics.get(figure.metric)
    unit = figure.quantity.unit if figure.quantity else None
    if metric and unit is not None and getattr(metric.unit, "dimension", "") == unit.dimension and figure.text:
        name = dataset.base_unit(unit).name.of(lang)
        several.append(check("ok", words.UNIT_FITS.of(lang).format(unit=name)))
    return several


def against(problems: Iterable[Problem], sentences: FindingSentences) -> list[CheckJson]:
    """What the checks found about a figure, errors first.

    What they say of an entry of the dataset beside it, as that the two cannot both be right, is settled there.
    """
    own = {*sentences.entry.ids.values()}
    several = sorted(problems, key=lambda problem: _URGENCY[problem.severity])
    return [
        check(
            _KINDS[problem.severity] if problem.about in own or problem.severity == "error" else "warn",
            sentences.on_card(problem),
            problem.code,
            acceptable=is_acceptable(problem) and problem.about in own,
        )
        for problem in several
    ]


def is_acceptable(problem: Problem) -> bool:
    """True of a finding that a curator can have a reason for."""
    return problem.severity != "error" and problem.code in ACCEPTABLE["figure"]


_URGENCY: Final[Mapping[Severity, int]] = {"error": 0, "warning": 1, "information": 2}


def of_source(source: ArticleSource, lang: Lang) -> list[CheckJson]:
    """What is to be said of the source of an article."""
    return [] if source.url else [check("warn", words.NO_ADDRESS.of(lang), "no-address")]


def of_parts(
    figure: DecidedFigure,
    figures: Sequence[DecidedFigure],
    read: ReadText,
    names_of_new: Callable[[str], Mapping[str, LocalText]] = lambda _tree: {},
) -> list[CheckJson]:
    """The sum of a figure and of the others that belong to the same whole of the text, beside that whole.

    ``names_of_new`` are those of sectors and groups that are added with them.
    """
    whole = next((other for other in figures if other.key == figure.part_of), None)
    parts = [other for other in figures if other.part_of == figure.part_of and other.figure.quantity]
    if whole is None or whole.figure.quantity is None or len(parts) < 2:
        return []
    lang, names = read.lang, Names(read.desk.dataset, read.lang)
    quantities = [other.figure.quantity for other in parts if other.figure.quantity]
    total = sum(quantity.value for quantity in quantities)
    of_whole = whole.figure.quantity
    if total > of_whole.high or not all(quantity.is_like(of_whole) for quantity in quantities):
        return []
    tree = "sector" if len({other.figure.sector for other in parts}) > 1 else "group"
    new = names_of_new(tree)
    keys = {other.key: str(getattr(other.figure, tree)) for other in parts}
    known = {key: new[key].of(lang) if key in new else names.entry(tree, key) for key in keys.values()}  # type: ignore[arg-type]
    called = " ＋ ".join(f"{known[keys[other.key]]} {other.figure.text}" for other in parts)
    rest = of_whole.value - total
    text = words.PARTS_FIT.of(lang).format(
        parts=called,
        total=compact(total, of_whole.unit, lang, digits=15),
        whole=whole.figure.text,
        rest=compact(max(rest, rest * 0), of_whole.unit, lang, digits=15),
    )
    return [check("ok", text)]
