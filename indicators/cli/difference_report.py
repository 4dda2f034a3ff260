"""What differs between two states of a dataset → the report of it: text, JSON, or Markdown for a summary on GitHub."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from indicators.analysis.differences import ABOUT, STATES, EntryDifference, KeyDifference, State
from indicators.cli.reports import dumped
from indicators.model.articles import Article, Figure
from indicators.model.dataset import Dataset
from indicators.model.document import About
from indicators.model.kinds import KINDS
from indicators.phrasing import articles
from indicators.phrasing.figures import mention
from indicators.phrasing.names import Names
from indicators.values.text import Lang, escape_marks, one_line
from indicators.words import terms
from indicators.words.cli import differences as words
from indicators.words.problems import rules

DifferenceFormat = Literal["text", "json", "markdown"]
MOST_BYTES: Final = 900_000
"""GitHub takes no summary of more than 1 MiB."""
_LONGEST: Final = 300
_KINDS: Final = {ABOUT: words.DATASET, **rules.KINDS}
_COUNTED: Final = {**words.COUNTED, "article": terms.ARTICLES, "figure": terms.FIGURES}


@dataclass(frozen=True)
class Comparison:
    """Two states of a dataset, what they are called, and what differs."""

    old_name: str
    new_name: str
    old: Dataset
    new: Dataset
    differences: Sequence[EntryDifference]

    def counts(self) -> Mapping[str, Mapping[State, int]]:
        """Kind → state → how many entries, without zeros."""
        counter = Counter((difference.kind, difference.state) for difference in self.differences)
        return {
            kind: {state: counter[kind, state] for state in STATES if counter[kind, state]}
            for kind in (ABOUT, *(kind.name for kind in KINDS))
            if any(counter[kind, state] for state in STATES)
        }

    def name(self, difference: EntryDifference, lang: Lang) -> str:
        """What an entry is called: the name, the headline, or metric, place, period and number."""
        entry = difference.entry
        names = Names(self.old if difference.state == "withdrawn" else self.new, lang)
        match entry:
            case About():
                return names.of(entry.title)
            case Figure():
                mentioned = mention(entry, names)
                return names.of(terms.JOIN).join((mentioned.name, mentioned.number))
            case Article():
                return names.of(terms.JOIN).join((names.headline(entry), articles.byline(entry, names)))
        return names.of(getattr(entry, "name"))  # noqa: B009  # every kind of vocabulary has one


def render(comparison: Comparison, form: DifferenceFormat, lang: Lang) -> str:
    """The report that ``indicators diff`` prints."""
    return _RENDERERS[form](comparison, lang)


# --- for a terminal --------------------------------------------------------------------------------------------------


def _text(comparison: Comparison, lang: Lang) -> str:
    lines = [line for difference in comparison.differences for line in _lines(difference, comparison, lang)]
    return "\n".join([*lines, _tally(comparison, lang)])


def _lines(difference: EntryDifference, comparison: Comparison, lang: Lang) -> Iterator[str]:
    facts = {
        "state": words.STATES[difference.state].of(lang),
        "kind": _KINDS[difference.kind].of(lang),
        "id": _ids(difference, lang),
        "name": one_line(comparison.name(difference, lang), _LONGEST),
    }
    yield words.ENTRY.of(lang).format_map(facts)
    for key in difference.keys:
        yield words.KEY.of(lang).format(key=key.key, old=_quoted(key.old, lang), new=_quoted(key.new, lang))


def _ids(difference: EntryDifference, lang: Lang) -> str:
    facts = {"id": difference.entry.id, "former": difference.former, "successor": difference.successor}
    sentence = words.RENAMED if difference.former else words.SUCCEEDED if difference.successor else None
    return difference.entry.id if sentence is None else sentence.of(lang).format_map(facts)


def _quoted(value: Any, lang: Lang) -> str:
    return words.NO_VALUE.of(lang) if value is None else words.VALUE.of(lang).format(value=_shown(value))


def _shown(value: Any) -> str:
    """A printed value on one line, a list with semicolons, each of its mappings as ``key: value, key: value``."""
    return one_line(_flat(value), _LONGEST)


def _flat(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_flat, value))
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_flat(part)}" for key, part in value.items())
    return str(value)


def _tally(comparison: Comparison, lang: Lang) -> str:
    """One sentence that counts what differs."""
    sides = {"old": one_line(comparison.old_name, _LONGEST), "new": one_line(comparison.new_name, _LONGEST)}
    if not comparison.differences:
        return words.SAME.of(lang).format_map(sides)
    counts = [
        words.COUNT.of(lang).format(state=words.STATES[state].of(lang), counted=_COUNTED[kind].of(lang, count))
        for kind, states in comparison.counts().items()
        for state, count in states.items()
    ]
    return words.TALLY.of(lang).format_map({**sides, "counts": words.COUNTS.of(lang).join(counts)})


# --- for programs ----------------------------------------------------------------------------------------------------


def _json(comparison: Comparison, lang: Lang) -> str:
    return dumped({
        "old": comparison.old_name,
        "new": comparison.new_name,
        "counts": comparison.counts(),
        "differences": [_row(difference, comparison, lang) for difference in comparison.differences],
    })  # fmt: skip


def _row(difference: EntryDifference, comparison: Comparison, lang: Lang) -> dict[str, Any]:
    row: dict[str, Any] = {
        "kind": difference.kind,
        "state": difference.state,
        "id": difference.entry.id,
        "name": comparison.name(difference, lang),
    }
    for key in ("former", "successor"):
        if getattr(difference, key):
            row[key] = getattr(difference, key)
    if difference.state in {"added", "withdrawn"}:
        return {**row, "entry": difference.printed}
    return {**row, "keys": [key._asdict() for key in difference.keys]}


# --- for GitHub ------------------------------------------------------------------------------------------------------


def _markdown(comparison: Comparison, lang: Lang) -> str:
    sides = {"old": comparison.old_name, "new": comparison.new_name}
    title = escape_marks(one_line(words.TITLE.of(lang).format_map(sides), _LONGEST))
    start = f"### {title}\n\n{escape_marks(_tally(comparison, lang))}\n"
    if not comparison.differences:
        return start
    heads = [head.of(lang) for head in words.COLUMNS]
    table = [_table_row(heads), "|" + "---|" * len(heads)]
    rows = [row for difference in comparison.differences for row in _table_rows(difference, comparison, lang)]
    kept = _that_fit(rows)
    left_out = [words.LEFT_OUT.of(lang).format(count=f"{len(rows) - kept:,}")] if kept < len(rows) else []
    return "\n".join([start, *table, *rows[:kept], *(f"\n{line}" for line in left_out)])


def _table_rows(difference: EntryDifference, comparison: Comparison, lang: Lang) -> Iterator[str]:
    """A row for each key that differs; of what was added or withdrawn one row, of a figure with its quote."""
    kind = f"{words.STATES[difference.state].of(lang)} {_KINDS[difference.kind].of(lang)}"
    name = escape_marks(one_line(comparison.name(difference, lang), _LONGEST))
    first = (kind, escape_marks(_ids(difference, lang)), name)
    keys = difference.keys
    if isinstance(difference.entry, Figure) and difference.state in {"added", "withdrawn"}:
        quote = difference.entry.quote
        keys = (KeyDifference("quote", *((None, quote) if difference.state == "added" else (quote, None))),)
    for number, key in enumerate(keys):
        values = ("" if value is None else escape_marks(_shown(value)) for value in (key.old, key.new))
        yield _table_row([*(("", "", "") if number else first), f"`{key.key}`", *values])
    if not keys:
        yield _table_row([*first, "", "", ""])


def _table_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _that_fit(rows: Sequence[str]) -> int:
    """How many rows a summary has room for."""
    size = 0
    for number, row in enumerate(rows):
        size += len(row.encode()) + 1
        if size > MOST_BYTES:
            return number
    return len(rows)


_RENDERERS: Final[Mapping[DifferenceFormat, Callable[[Comparison, Lang], str]]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
}
