"""``indicators show``: the figures of a dataset as a table for a terminal, or as CSV or JSON for other programs.

It works on the dataset itself and knows no pandas, so that it starts as fast as the check does.
"""

import argparse
import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal, get_args

from indicators.analysis.derivations import derive_all
from indicators.analysis.formulas import Derived
from indicators.cli import shared
from indicators.cli.shared import NotRunError
from indicators.export import csv_file
from indicators.model.dataset import Dataset
from indicators.model.entries import NATURES, Article, Figure, Metric, Publisher, Region, Sector
from indicators.model.kinds import BY_NAME
from indicators.phrasing import calculations
from indicators.phrasing.figures import done, printed, signed
from indicators.phrasing.names import Names
from indicators.values import periods
from indicators.values.periods import Period
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.text import Lang, nearest, one_line
from indicators.words import cli
from indicators.words import show as words
from indicators.words.problems.rules import KINDS

TableFormat = Literal["table", "csv", "json"]
COLUMNS: Final = (
    "figure", "article", "publisher", "published", "url", "metric", "theme", "region", "sector", "period", "start",
    "end", "nature", "value", "low", "high", "unit", "qualifier", "text", "growth", "completion", "plan", "part_of",
    "quote",
)  # fmt: skip
"""Those of the tidy frame (``frames.tidy``); with derived figures there are two more."""
DERIVED_COLUMNS: Final = (*COLUMNS, "formula", "inputs")
Record = Mapping[str, str | Decimal | None]
"""A figure with everything that is known of it: numbers digit by digit, None for what was not reported."""
_RIGHT: Final = frozenset({"printed", "value", "growth", "completion"})
_GAP: Final = "  "
_THINGS: Final = {**KINDS, **words.THINGS}


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""

    def count(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text)):
            raise argparse.ArgumentTypeError(words.NOT_A_COUNT.of(lang).format(value=one_line(text, 60)))
        return int(text)

    for name, help_text in words.FILTERS.items():
        parser.add_argument(f"--{name}", nargs="+", action="extend", metavar="ID", help=help_text.of(lang))
    parser.add_argument("--derived", action="store_true", help=words.DERIVED.of(lang))
    parser.add_argument("--limit", type=count, metavar="N", help=words.LIMIT.of(lang))
    parser.add_argument("--format", choices=get_args(TableFormat), default="table", help=words.FORMAT.of(lang))
    shared.add_data_option(parser, lang)
    shared.add_language_option(parser, lang)


def run(options: argparse.Namespace) -> int:
    """Print the figures that fit the filters.

    Raises NotRunError for a filter with an unknown value, and what ``shared.load_dataset`` raises.
    """
    lang = options.lang
    dataset, _ = shared.load_dataset(options.data, lang)
    asked = {name: values for name in words.FILTERS if (values := getattr(options, name))}
    if reasons := [reason for name in asked for reason in _unknown(name, asked[name], dataset, lang)]:
        raise NotRunError(*reasons)
    figures = _chosen(dataset, asked)
    try:
        _print(figures, _worked_out(figures, dataset) if options.derived else [], Names(dataset, lang), options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as head, has closed the pipe; nothing is left to flush at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return shared.FINE


def _print(figures: Sequence[Figure], worked_out: Sequence[Derived], names: Names, options: argparse.Namespace) -> None:
    count = len(figures) + len(worked_out)
    limit = options.limit or count
    figures, worked_out = figures[:limit], worked_out[: max(0, limit - len(figures))]
    if options.format != "table":
        records = [_record(figure, names.dataset) for figure in figures]
        records += [_derived_record(derived, names.dataset) for derived in worked_out]
        columns = DERIVED_COLUMNS if options.derived else COLUMNS
        sys.stdout.write((to_csv if options.format == "csv" else to_json)(records, columns))
        return
    rows = [_row(figure, names) for figure in figures] + [_derived_row(derived, names) for derived in worked_out]
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for line in table(rows, names.lang):
        sys.stdout.write(f"{cut(line, width)}\n" if width else f"{line}\n")
    left_out = names.of(words.OMITTED).format(count=f"{count - limit:,}") if count > limit else ""
    if note := left_out or (names.of(words.NOTHING) if not count else ""):
        sys.stderr.write(f"{note}\n")


# --- what is asked for -----------------------------------------------------------------------------------------------


def _chosen(dataset: Dataset, asked: Mapping[str, Sequence[str]]) -> list[Figure]:
    """The figures that fit every filter, in the order of the file."""
    wanted: dict[str, set[object]] = {name: set(values) for name, values in asked.items()}
    if "period" in asked:
        wanted["period"] = {periods.parse(value) for value in asked["period"]}
    if "region" in asked:
        chosen = set(asked["region"])
        wanted["region"] = {
            key for key in dataset.regions if not chosen.isdisjoint((key, *dataset.lies_in("region", key)))
        }
    return [figure for figure in dataset.figures.values() if _fits(figure, dataset.article_of[figure.id], wanted)]


def _worked_out(figures: Iterable[Figure], dataset: Dataset) -> list[Derived]:
    """The derived figures whose first input is one of the figures."""
    ids = {figure.id for figure in figures}
    return [derived for derived in derive_all(dataset) if derived.inputs[0] in ids]


def _fits(figure: Figure, article: Article, wanted: Mapping[str, set[object]]) -> bool:
    of_article = {"publisher": article.publisher, "article": article.id}
    return all((of_article.get(name) or getattr(figure, name)) in values for name, values in wanted.items())


def _unknown(name: str, values: Iterable[str], dataset: Dataset, lang: Lang) -> list[str]:
    """A sentence for each unknown value, with a suggestion found by id or by name."""
    known = _known(name, dataset)
    sentences = []
    for value in values:
        suggestion = _period_meant(value, dataset) if name == "period" else known.get(nearest(value, known), "")
        if value in known.values() or (name == "period" and suggestion is None):
            continue
        reason = words.UNKNOWN.of(lang).format(thing=_THINGS[name].of(lang), value=one_line(value, 60))
        sentences.append(reason + (cli.DID_YOU_MEAN.of(lang).format(suggestion=suggestion) if suggestion else ""))
    return sentences


def _period_meant(value: str, dataset: Dataset) -> str | None:
    """The period that was probably meant; None where the value is a period already."""
    try:
        periods.parse(value)
    except Fault as fault:
        reported = {figure.period.text for figure in dataset.figures.values()}
        return fault.facts.get("suggestion") or nearest(value, sorted(reported))
    return None


def _known(name: str, dataset: Dataset) -> dict[str, str]:
    """Names and ids that can be written for a filter → the id that they stand for."""
    if name == "period":
        return {}
    if name in {"nature", "article"}:
        return {key: key for key in (NATURES if name == "nature" else dataset.articles)}
    entries: Mapping[str, Metric | Region | Sector | Publisher] = getattr(dataset, BY_NAME[name].section)
    named = {word: key for key, entry in entries.items() for word in (entry.name.zh, entry.name.en)}
    return named | {key: key for key in entries}


# --- for other programs ----------------------------------------------------------------------------------------------


def to_csv(records: Iterable[Record], columns: Sequence[str]) -> str:
    """Records under the names of their columns, for a pipe; an empty cell is what was not said.

    Texts are guarded as in every CSV of ours, since ``> figures.csv`` is opened in a spreadsheet; JSON has them raw.
    """
    rows = ([record.get(name) for name in columns] for record in records)
    return csv_file.text(columns, rows, quote_texts=False, line_end="\n")


def to_json(records: Iterable[Record], columns: Sequence[str]) -> str:
    """A list of objects, all with the same keys; numbers are strings, digit by digit, and null is what was not said."""
    rows = [{name: _in_json(record.get(name)) for name in columns} for record in records]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _in_json(cell: str | Decimal | None) -> str | None:
    return str(csv_file.number(cell)) if isinstance(cell, Decimal) else cell


def _record(figure: Figure, dataset: Dataset) -> Record:
    article, text = dataset.article_of[figure.id], figure.text
    return {
        **_where(figure, dataset),
        "figure": figure.id,
        "article": article.id,
        "publisher": article.publisher,
        "published": article.published.text,
        "url": article.url,
        **_when(figure.period),
        "nature": figure.nature,
        **(_amount(text) if text else {}),
        "unit": dataset.metrics[figure.metric].unit,
        "text": text.printed if text else None,
        "growth": figure.growth.value if figure.growth else None,
        "completion": figure.completion.value if figure.completion else None,
        "plan": figure.plan,
        "part_of": figure.part_of,
        "quote": figure.quote,
    }


def _derived_record(derived: Derived, dataset: Dataset) -> Record:
    return {
        **_where(dataset.figures[derived.inputs[0]], dataset),
        "figure": derived.id,
        **_when(derived.period),
        "nature": "derived",
        **_amount(derived),
        "unit": derived.unit,
        "formula": f"{derived.formula}:{derived.ratio}" if derived.ratio else derived.formula,
        "inputs": " ".join(derived.inputs),
    }


def _where(figure: Figure, dataset: Dataset) -> Record:
    metric = dataset.metrics[figure.metric]
    return {"metric": metric.id, "theme": metric.theme, "region": figure.region, "sector": figure.sector}


def _when(period: Period) -> Record:
    return {"period": period.text, "start": period.start.isoformat(), "end": period.end.isoformat()}


def _amount(of: Quantity | Derived) -> Record:
    return {"value": of.value, "low": of.low, "high": of.high, "qualifier": of.qualifier}


# --- for a terminal --------------------------------------------------------------------------------------------------


def _row(figure: Figure, names: Names) -> dict[str, str]:
    return {
        "metric": names.metric(figure.metric),
        "place": names.place(figure.region, figure.sector),
        "period": figure.period.label(names.lang),
        "nature": names.nature(figure.nature) if figure.nature != "actual" else "",
        "printed": figure.text.printed if figure.text else "",
        "value": printed(figure, names) if figure.text and names.lang == "en" else "",  # Chinese needs no second one
        "growth": signed(figure, names),
        "completion": done(figure, names),
        "publisher": names.publisher(names.dataset.article_of[figure.id].publisher),
    }


def _derived_row(derived: Derived, names: Names) -> dict[str, str]:
    first = names.dataset.figures[derived.inputs[0]]
    title = calculations.title(derived, names)
    return {
        "metric": names.of(words.FOLLOWS).format(metric=names.metric(first.metric), label=title),
        "place": names.place(first.region, first.sector),
        "period": derived.period.label(names.lang),
        "nature": names.of(words.IS_DERIVED),
        "value": calculations.value(derived, names),
    }


def table(rows: Sequence[Mapping[str, str]], lang: Lang) -> list[str]:
    """A line for the names of the columns, a rule and a line for each row, all equally wide on a terminal.

    Columns in which no row has anything are left out; there are no lines where there are no rows.
    """
    held = [name for name in words.COLUMNS if any(row.get(name) for row in rows)]
    cells = [[words.COLUMNS[name].of(lang) for name in held]]
    cells += [[one_line(row.get(name, "")) for name in held] for row in rows]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    lines = [
        _GAP.join(_padded(cell, size, name) for cell, size, name in zip(line, widths, held, strict=True))
        for line in cells
    ]
    return [lines[0], _GAP.join("-" * size for size in widths), *lines[1:]] if held else []


def _padded(cell: str, size: int, name: str) -> str:
    room = " " * (size - width(cell))
    return room + cell if name in _RIGHT else cell + room


def width(text: str) -> int:
    """The cells that a text takes on a terminal (UAX 11): two for what is wide, none for marks that combine.

    What is ambiguous counts as one, as terminals do that are not told otherwise.
    """
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def cut(line: str, most: int) -> str:
    """The line, cut to ``most`` cells and ending in … where it is longer."""
    if width(line) <= most:
        return line
    used, kept = 0, ""
    for char in line:
        used += _cells(char)
        if used > most - 1:
            break
        kept += char
    return f"{kept}…"
