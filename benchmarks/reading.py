"""How well articles are read: what `indicators draft` proposes beside the figures that somebody annotated by hand.

Reads files of annotated articles (benchmarks/README.md says what they hold) and prints a table in Markdown. The
articles are not part of the repository: they belong to those who wrote them. Anybody can annotate some and measure.
"""

import argparse
import gc
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from indicators.curate.drafting import Reader
from indicators.curate.drafts import DraftFigure
from indicators.loading import loader
from indicators.model.dataset import Dataset
from indicators.values import periods, quantity_parser
from indicators.values.problems import Fault

SHIPPED: Final = Path(__file__).parents[1] / "data" / "indicators.yaml"
RATES: Final = ("growth", "change", "points", "share", "completion")
NATURES: Final = {"result": "actual", "expected": "expected", "target": "target"}
KINDS: Final = {
    "amount": "amounts: value and unit", "exactness": "how exact an amount is", "growth": "growth, of the right amount",
    "change": "change in amount", "points": "change in points", "share": "share of a whole",
    "completion": "share of the plan", "period": "period", "nature": "result, target or expectation",
    "region": "region, or the name of one that the dataset lacks",
    "metric first": "metric of the dataset, right first",
    "metric among three": "metric of the dataset, among the three",
    "new metric": "metric that the dataset lacks, under a name that fits",
    "first": "all metrics, right first", "among three": "all metrics, among what is proposed",
    "sure": "confident ones with all fields right",
}  # fmt: skip
_TOTALS: Final = frozenset(["first", "among three", "metric among three", "sure"])
"""Kinds that count what others name."""


@dataclass
class Tally:
    """How many of each kind were right, how many were annotated, and how many were proposed."""

    right: Counter[str] = field(default_factory=Counter)
    annotated: Counter[str] = field(default_factory=Counter)
    proposed: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def count(self, kind: str, annotated: Any, proposed: Any, *, right: bool) -> bool:
        """Adds one field of a figure; True if it is wrong or missing."""
        self.annotated[kind] += bool(annotated)
        self.proposed[kind] += bool(proposed or (annotated and right))
        self.right[kind] += bool(annotated) and right
        return not right and bool(annotated or proposed)

    def rows(self) -> Iterator[str]:
        """The table, in Markdown."""
        yield "| | precision | recall | F1 | right of annotated |"
        yield "|---|---:|---:|---:|---:|"
        for kind, title in KINDS.items():
            right, annotated, proposed = self.right[kind], self.annotated[kind], self.proposed[kind]
            if annotated or proposed:
                f1 = 2 * right / (annotated + proposed)
                shares = (_share(right, proposed), _share(right, annotated), f"{f1:.3f}")
                yield f"| {title} | {' | '.join(shares)} | {right} of {annotated} |"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


_FALLS: Final = re.compile(
    r"down|fell|fall|drop|declin|decreas|lower|contraction|下降|减少|减|降|回落|下滑|-[0-9]|−"
    r"|\b(?:shr[aiu]nk(?:ing)?|slip(?:s|ped|ping)?|dip(?:s|ped|ping)?|slid|sliding|lost|minus"
    r"|plung\w+|slump\w*|tumbl\w+|plummet\w*|s[aiu]nk(?:ing)?|halved"
    r"|contract(?:ed|ing)?(?= (?:by |an? |about )?[0-9]))\b"
    r"|(?:[0-9%]|per ?cent) (?:less|fewer)\b"
)
"""What says that a number fell; less than 5 percent does not."""


def _digits(words: str) -> str:
    """The first number of words, without separators and with its sign."""
    found = re.search(r"[0-9][0-9,]*(?:\.[0-9]+)?", words)
    falls = _FALLS.search(words)
    return ("-" if falls else "") + found[0].replace(",", "") if found else words.strip().lower()


def _value(words: str, dataset: Dataset) -> tuple[Any, str, str]:
    """The value of an amount, the unit and how exact it is, as far as the program can read them."""
    try:
        quantity = quantity_parser.parse(words, dataset.unit_table)
    except Fault:
        return re.sub(r"\s+", " ", words.lower().strip()), "", ""
    return quantity.value, quantity.unit.id, quantity.qualifier


def _is_amount(gold: str, figure: DraftFigure, dataset: Dataset) -> bool:
    """True of the same number with the same unit; a noun of either may be longer."""
    said, read = _value(gold, dataset), _value(figure.text, dataset)
    if figure.quantity is not None:
        read = figure.quantity.value, figure.quantity.unit.id, figure.quantity.qualifier
    if said[1] and read[1]:
        return said[:2] == read[:2]
    one, other = (re.sub(r"[\s-]+", " ", words.lower()).strip() for words in (gold, figure.text))
    same = _digits(one) == _digits(other) or (other.isalpha() and one.startswith(f"{other} "))  # six high schools
    return bool(other) and same and (other in one or one in other)


def _placed(figure: dict[str, Any], text: str, start: int) -> tuple[int, int]:
    """Where an annotated figure stands: the next place of its words, or of the digits of its rate."""
    words = figure.get("text") or next((str(figure[rate]) for rate in RATES if figure.get(rate)), "")
    digits = _digits(words).removeprefix("-")
    for wanted in (re.escape(words), rf"(?<![0-9.,]){re.escape(digits)}(?![0-9])"):
        several = [found.span() for found in re.finditer(wanted, text)]
        behind = [span for span in several if span[0] >= start]
        if several:
            return (behind or several)[0]
    return -1, -1


def _places(figure: DraftFigure) -> list[tuple[int, int]]:
    """Where a figure stands: its amount, or each of its rates."""
    if figure.text:
        return [(figure.start, figure.end)]
    return [(part.start, part.end) for _, part in figure.parts()] or [(figure.start, figure.end)]


def _fits(names: Sequence[str], figure: DraftFigure) -> bool:
    """True if a name that is proposed for a new metric is, or holds, or lies in, one of those that would fit."""
    new = figure.open_metric
    if new is None:
        return False
    proposed = [_plain(name) for name in (new.zh, new.en) if name]
    wanted = [_plain(name) for name in names]
    return any(one <= other or other <= one for one in proposed for other in wanted if one and other)


_DULL: Final = frozenset(
    ["the", "of", "and", "a", "in", "for", "number", "numbers", "total", "value", "volume", "amount", "new", "output"]
)
"""Words of an English name that tell no thing from another."""


def _plain(name: str) -> set[str]:
    if not name.isascii():
        return {name[index : index + 2] for index in range(len(name) - 1)}
    return {word.rstrip("s") for word in re.findall(r"[a-z]+", name.lower())} - _DULL


def _pairs(
    figures: Sequence[dict[str, Any]], drafts: Sequence[DraftFigure], text: str
) -> tuple[list[tuple[dict[str, Any], DraftFigure | None]], list[DraftFigure]]:
    """Each annotated figure with the proposal that stands at its place, and the proposals that are left over."""
    pairs: list[tuple[dict[str, Any], DraftFigure | None]] = []
    left, place = [*drafts], 0
    for figure in figures:
        start, end = _placed(figure, text, place)
        place = max(place, end)
        same = next((one for one in left if any(span[0] < end and start < span[1] for span in _places(one))), None)
        if same is not None:
            left.remove(same)
        pairs.append((figure, same))
    for index, (figure, same) in enumerate(pairs):
        words = str(figure.get("text") or "").lower()
        elsewhere = next((draft for draft in left if words and draft.text.lower() == words), None)
        if same is None and elsewhere is not None:  # told twice, and read at the other place
            left.remove(elsewhere)
            pairs[index] = figure, elsewhere
    return pairs, left


def _article(article: dict[str, Any], reader: Reader, tally: Tally) -> None:
    text = article["text"]
    published = periods.parse_date(str(article["published"])) if article.get("published") else None
    begin = time.process_time()
    drafts = [figure for draft in reader.read(text, published) for figure in draft.figures]
    tally.seconds.append(time.process_time() - begin)
    headline = text.strip().partition("\n")[0][:60]
    tally.misses.append(f"## {headline} ({published.text if published else 'no date'})")
    pairs, left = _pairs(article["figures"], drafts, text)
    read = [_digits(str(figure.get("text") or "")) for figure, draft in pairs if draft]
    for figure, draft in pairs:
        if draft or not figure.get("text") or _digits(str(figure["text"])) not in read:  # else it is told twice
            _figure(figure, draft, reader, tally)
    for draft in left:
        tally.count("amount", False, draft.text, right=False)
        for name, part in draft.parts():
            tally.count(name, False, part.words, right=False)
        tally.misses.append(f"+ {draft.printed!r} proposed as {draft.metric or 'a new metric'} “{draft.quote}”")


def _figure(figure: dict[str, Any], draft: DraftFigure | None, reader: Reader, tally: Tally) -> None:
    said, dataset = str(figure.get("text") or ""), reader.dataset
    wrong: list[str] = []

    def note(kind: str, annotated: Any, proposed: Any, *, right: bool) -> None:
        if tally.count(kind, annotated, proposed, right=right) and kind not in _TOTALS:
            wrong.append(f"{kind}: {annotated or '–'} read as {proposed or '–'}")

    share = str(figure.get("share") or "")
    alone = draft is not None and not said and bool(share) and _same_rate(share, draft.text, draft.quote)
    same = draft is not None and (_is_amount(said, draft, dataset) if said else alone or not draft.text)
    note("amount", said or (share if alone else ""), draft.text if draft else "", right=same)
    for rate in RATES if not alone else ():
        annotated, part = str(figure.get(rate) or ""), getattr(draft, rate) if draft else None
        right = part is not None and _same_rate(annotated, part.words, part.quote)
        note(rate, annotated, part.words if part else "", right=right)
    if draft is not None and same:
        _meaning(figure, draft, dataset, note)
        if figure.get("region"):
            name, read = str(figure["region"]), _region(draft)
            note("region", name, read, right=_is_region(name, read, reader.gazetteer.knows(name)))
        if said and draft.quantity is not None and _value(said, dataset)[1]:
            exact = _value(said, dataset)[2]
            note("exactness", exact, draft.quantity.qualifier, right=exact == draft.quantity.qualifier)
        if draft.sure == "confident":
            note("sure", True, True, right=not wrong)
    if wrong:
        behind = f" “{draft.quote}” [{draft.sure}]" if draft else ""
        tally.misses.append(f"- {said or figure}: {'; '.join(wrong)}{behind}")


def _same_rate(annotated: str, words: str, quote: str) -> bool:
    said, read = _digits(annotated), _digits(words)
    falls = "-" in {read[:1], _digits(quote)[:1]}
    return said.lstrip("-") == read.lstrip("-") and falls == (said[:1] == "-")


def _meaning(figure: dict[str, Any], draft: DraftFigure, dataset: Dataset, note: Any) -> None:
    if figure.get("period"):
        several, read = [*map(_period, _listed(figure["period"]))], draft.period.text if draft.period else ""
        note("period", " or ".join(several), read, right=_is_one(several, draft, dataset))
    if figure.get("nature") in NATURES:
        note("nature", figure["nature"], draft.nature, right=NATURES[figure["nature"]] == draft.nature)
    if not (figure.get("text") or any(figure.get(rate) for rate in RATES[:3])):
        return  # a share alone is one of a part and of its whole
    names = _listed(figure.get("new") or [])
    if figure.get("metric"):
        ids = _listed(figure["metric"])
        choices = [choice.kind.metric for choice in draft.choices]
        is_new = draft.new_metric is not None and draft.new_metric.standard
        shown = f"{draft.new_metric.en or draft.new_metric.zh} (new)" if is_new and draft.new_metric else ""
        shown = shown or " ".join(choices)
        first = (not is_new and draft.metric in ids) or (bool(names) and _fits(names, draft))
        first = first or _is_in_its_currency(ids, draft, dataset)
        three = bool({*choices[:3]} & {*ids}) or first
        note("metric first", " or ".join(ids), shown, right=first)
        note("metric among three", " or ".join(ids), shown, right=three)
        note("first", True, True, right=first)
        note("among three", True, True, right=three)
    elif names:
        fits, new = _fits(names, draft), draft.open_metric
        shown = (new.zh or new.en) if new else draft.metric
        note("new metric", " or ".join(names), shown, right=fits)
        note("first", True, True, right=fits)
        note("among three", True, True, right=fits)


def _is_in_its_currency(metrics: Sequence[str], draft: DraftFigure, dataset: Dataset) -> bool:
    """True of a new metric that is one of these in the currency of the number, of which they are not: no check would
    let exports in dollars be exports in yuan.
    """
    new, unit = draft.new_metric, draft.quantity.unit if draft.quantity else None
    if new is None or unit is None or not unit.is_money:
        return False
    known = [dataset.metrics[key] for key in metrics if key in dataset.metrics]
    others = [metric for metric in known if getattr(metric.unit, "dimension", "") not in {"", unit.dimension}]
    return any(new.en.startswith(f"{metric.name.en} (") for metric in others)


def _is_one(several: Sequence[str], draft: DraftFigure, dataset: Dataset) -> bool:
    """True of one of some periods, or, of what there is at a time, of the month at whose end it was counted.

    What was signed or begun on a day is of its month, as in the dataset.
    """
    read = draft.period
    if read is None:
        return False
    metric = draft.open_metric or dataset.metrics.get(draft.metric)
    is_stock = metric is not None and metric.kind == "stock"
    wanted = [periods.parse(text) for text in several]
    if not is_stock and any(one.kind == "day" and read == periods.parse(f"{one.end:%Y-%m}") for one in wanted):
        return True
    return any(read == one or (read == one.moment() and (is_stock or one.kind == "day")) for one in wanted)


def _period(words: str) -> str:
    """A period as a data file writes it; an annotation may also name its first and last one: 2023-01/2023-05."""
    first, _, last = words.replace("-H", "-S").partition("/")
    if not last or last.startswith("P"):
        return periods.parse(words.replace("-H", "-S")).text
    period = periods.between(periods.parse(first).start, periods.parse(last).end)
    return period.text if period else words


def _region(draft: DraftFigure) -> str:
    """The region of a figure, or the name of the one that is proposed as new."""
    return draft.region or next((new.zh or new.en for new in draft.new_entries if new.tree == "region"), "")


def _is_region(name: str, read: str, known: str) -> bool:
    """True of the region that goes by a printed name, or of a new one whose name has more or fewer words."""
    if known:
        return read == known
    return bool(read) and (name.lower() in read.lower() or read.lower() in name.lower())


def _listed(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path, help="annotated articles, in YAML")
    parser.add_argument("--data", type=Path, default=SHIPPED, help="the dataset whose metrics are proposed")
    parser.add_argument("--misses", action="store_true", help="list what was read otherwise than annotated")
    asked = parser.parse_args()
    dataset = loader.load(asked.data).dataset
    if dataset is None:
        parser.error(f"{asked.data} does not pass the checks")
    reader, tally = Reader(dataset), Tally()
    articles = [article for file in asked.files for article in yaml.safe_load(file.read_text(encoding="utf-8"))]
    gc.freeze()  # the dataset, which no reading of an article makes the collector look through
    for article in articles:
        _article(article, reader, tally)
    print(f"{len(articles)} articles, {sum(len(article['figures']) for article in articles)} figures\n")
    print(*tally.rows(), sep="\n")
    p95 = statistics.quantiles(tally.seconds, n=20)[-1] if len(tally.seconds) > 1 else tally.seconds[0]
    median = statistics.median(tally.seconds)
    print(f"\nAn article takes {median * 1000:.0f} ms, 95 of 100 at most {p95 * 1000:.0f} ms.")
    if asked.misses:
        print("", *tally.misses, sep="\n", file=sys.stdout)


if __name__ == "__main__":
    main()
