"""``indicators show``: the figures of a dataset as a table for a terminal, or as CSV or JSON for other programs.

It works on the dataset without pandas, so that it starts as fast as the check.
"""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal, get_args

from indicators.analysis.derivations import derive_all
from indicators.analysis.formulas import Derived
from indicators.cli import shared, text_table
from indicators.cli.shared import NotRunError
from indicators.export import csv_file
from indicators.frames.tidy_columns import COLUMNS, DERIVED_COLUMNS, formula_cell
from indicators.model import name_index, serial
from indicators.model.articles import Article, Figure
from indicators.model.dataset import Dataset
from indicators.model.numbers import HELD_NUMBERS
from indicators.phrasing import calculations
from indicators.phrasing.figures import as_printed, bare_amount, bare_change, bare_completion, bare_growth, bare_part
from indicators.phrasing.names import Names
from indicators.phrasing.problems import did_you_mean
from indicators.values import periods
from indicators.values.periods import Period
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.text import Lang, nearest, one_line
from indicators.words.cli import show as words
from indicators.words.problems.rules import KINDS

TableFormat = Literal["table", "csv", "json"]
Record = Mapping[str, str | Decimal | None]
"""Everything that is known of a figure, by column; None where nothing was reported."""
_RIGHT_ALIGNED: Final = frozenset({"printed", "value", "growth", "change", "share", "completion"})
_THINGS: Final = {**KINDS, **words.THINGS}


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""

    def count(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text)):
            raise argparse.ArgumentTypeError(words.NOT_A_COUNT.of(lang).format(value=one_line(text, 60)))
        return int(text)

    for name, purpose in words.FILTERS.items():
        parser.add_argument(f"--{name}", nargs="+", action="extend", metavar="ID", help=purpose.of(lang))
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
    filters = {
        name: [shared.id_of(value, name, dataset, lang) for value in values]
        for name in words.FILTERS
        if (values := getattr(options, name))
    }
    if reasons := [reason for name in filters for reason in _unknown(name, filters[name], dataset, lang)]:
        raise NotRunError(*reasons)
    figures = _filtered(dataset, filters)
    try:
        _print(figures, _derived_from(figures, dataset) if options.derived else [], Names(dataset, lang), options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as head, has seen enough; nothing must be flushed at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return shared.FINE


def _print(figures: Sequence[Figure], derived: Sequence[Derived], names: Names, options: argparse.Namespace) -> None:
    count = len(figures) + len(derived)
    limit = options.limit or count
    figures, derived = figures[:limit], derived[: max(0, limit - len(figures))]
    if options.format == "table":
        rows = [_row(figure, names) for figure in figures]
        _print_table(rows + [_derived_row(item, names) for item in derived], names)
        if count > limit:
            print(names.of(words.OMITTED).format(count=f"{count - limit:,}"), file=sys.stderr)
        elif not count:
            print(names.of(words.NOTHING), file=sys.stderr)
        return
    records = [_record(figure, names.dataset) for figure in figures]
    records += [_derived_record(item, names.dataset) for item in derived]
    columns = DERIVED_COLUMNS if options.derived else COLUMNS
    sys.stdout.write((to_csv if options.format == "csv" else to_json)(records, columns))


def _print_table(rows: Sequence[Mapping[str, str]], names: Names) -> None:
    """Print a table, its lines cut to the width of the terminal, if there is one."""
    titles = {name: names.of(title) for name, title in words.COLUMNS.items()}
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for line in text_table.table(rows, titles, right_aligned=_RIGHT_ALIGNED):
        print(text_table.cut(line, width) if width else line)


# --- what is asked for -----------------------------------------------------------------------------------------------


def _filtered(dataset: Dataset, filters: Mapping[str, Sequence[str]]) -> list[Figure]:
    """The figures that fit every filter, in the order of the file."""
    wanted: dict[str, set[object]] = {name: set(values) for name, values in filters.items()}
    if "period" in filters:
        wanted["period"] = {periods.parse(value) for value in filters["period"]}
    if "region" in filters:
        regions = set(filters["region"])
        wanted["region"] = {
            key for key in dataset.regions if not regions.isdisjoint((key, *dataset.lies_in("region", key)))
        }
    return [figure for figure in dataset.figures.values() if _fits(figure, dataset.article_of[figure.id], wanted)]


def _derived_from(figures: Iterable[Figure], dataset: Dataset) -> list[Derived]:
    """The derived figures whose first input is one of the figures."""
    ids = {figure.id for figure in figures}
    return [derived for derived in derive_all(dataset) if derived.inputs[0] in ids]


def _fits(figure: Figure, article: Article, wanted: Mapping[str, set[object]]) -> bool:
    of_article = {"publisher": article.publisher, "article": article.id}
    return all((of_article.get(name) or getattr(figure, name)) in values for name, values in wanted.items())


def _unknown(name: str, values: Iterable[str], dataset: Dataset, lang: Lang) -> list[str]:
    """A sentence for each unknown value of a filter, with the id or name that may have been meant."""
    known = _known(name, dataset)
    reasons = []
    for value in values:
        suggestion = _period_meant(value, dataset) if name == "period" else known.get(nearest(value, known), "")
        if value in known.values() or (name == "period" and suggestion is None):
            continue
        reason = words.UNKNOWN.of(lang).format(thing=_THINGS[name].of(lang), value=one_line(value, 60))
        reasons.append(reason + did_you_mean(suggestion or "", lang))
    return reasons


def _period_meant(value: str, dataset: Dataset) -> str | None:
    """The period that was probably meant; None if the value is a period, whether or not anything is reported for it."""
    try:
        periods.parse(value)
    except Fault as fault:
        reported = {figure.period.text for figure in dataset.figures.values()}
        return fault.facts.get("suggestion") or nearest(value, sorted(reported))
    return None


def _known(name: str, dataset: Dataset) -> dict[str, str]:
    """Every id and name that a filter knows → the id."""
    if name == "period":
        return {}
    if name == "article":
        return {key: key for key in dataset.articles}
    return name_index.of_dataset(dataset).words(name)


# --- for other programs ----------------------------------------------------------------------------------------------


def to_csv(records: Iterable[Record], columns: Sequence[str]) -> str:
    """Records as CSV under the names of their columns; a cell is empty where nothing was reported.

    Texts are guarded as in every CSV of ours, since ``> figures.csv`` is opened in a spreadsheet; JSON has them raw.
    """
    rows = ([record.get(name) for name in columns] for record in records)
    return csv_file.text(columns, rows, quote_texts=False, line_end="\n")


def to_json(records: Iterable[Record], columns: Sequence[str]) -> str:
    """Records as a list of objects with the same keys; null is not reported, or the open end of an interval."""
    rows = [{name: _in_json(record.get(name)) for name in columns} for record in records]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _in_json(cell: str | Decimal | None) -> str | float | None:
    return serial.number(cell) if isinstance(cell, Decimal) else cell


_RATES: Final = ("growth", "change", "points", "share", "completion")


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
        "unit": dataset.base_unit(dataset.metrics[figure.metric].unit).id,
        "printed_unit": text.unit.id if text else None,
        "text": text.printed if text else None,
        "given_unit": figure.unit,
        **{name: value.value if (value := getattr(figure, name)) else None for name in _RATES},
        "growth_from": figure.growth_from.text if figure.growth_from else None,
        **{name: getattr(figure, name) for name in ("plan", "part_of", "supersedes", "quote", *HELD_NUMBERS)},
    }


def _derived_record(derived: Derived, dataset: Dataset) -> Record:
    return {
        **_where(dataset.figures[derived.inputs[0]], dataset),
        "figure": derived.id,
        **_when(derived.period),
        "nature": "derived",
        **_amount(derived),
        "unit": dataset.base_unit(derived.unit).id,
        "formula": formula_cell(derived),
        "inputs": " ".join(derived.inputs),
    }


def _where(figure: Figure, dataset: Dataset) -> Record:
    metric = dataset.metrics[figure.metric]
    return {"metric": metric.id, "theme": metric.theme, **figure.place._asdict()}


def _when(period: Period) -> Record:
    return {"period": period.text, "start": period.start.isoformat(), "end": period.end.isoformat()}


def _amount(number: Quantity | Derived) -> Record:
    return {"value": number.value, "low": number.low, "high": number.high, "qualifier": number.qualifier}


# --- for a terminal --------------------------------------------------------------------------------------------------


def _row(figure: Figure, names: Names) -> dict[str, str]:
    return {
        "metric": names.metric(figure.metric),
        "place": names.place(figure.place),
        "period": figure.period.label(names.lang),
        "nature": names.nature(figure.nature) if figure.nature != "actual" else "",
        "printed": as_printed(figure.text) if figure.text else "",
        # Chinese needs no second one
        "value": bare_amount(figure, names) if figure.text and names.lang == "en" else "",
        "growth": bare_growth(figure, names),
        "change": bare_change(figure, names),
        "share": bare_part(figure, names),
        "completion": bare_completion(figure, names),
        "publisher": names.publisher(names.dataset.article_of[figure.id].publisher),
    }


def _derived_row(derived: Derived, names: Names) -> dict[str, str]:
    first = names.dataset.figures[derived.inputs[0]]
    title = calculations.title(derived, names)
    return {
        "metric": names.of(words.FOLLOWS).format(metric=names.metric(first.metric), label=title),
        "place": names.place(first.place),
        "period": derived.period.label(names.lang),
        "nature": names.of(words.IS_DERIVED),
        "value": calculations.value(derived, names),
    }
