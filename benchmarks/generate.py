"""A number of figures → a data file like the shipped one, always the same for the same number and seed.

Amounts are printed as newspapers print them: 36.7亿元, 约1.2万亩, 250余万元, CNY 3.67 billion, 528人. What they say can
be true together: values grow from year to year by the growth that is printed, parts fit into their whole, and
half-years into years.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import chain, islice
from pathlib import Path
from typing import Final, NamedTuple

YEARS: Final = range(2015, 2025)
HALVES: Final = ("S1", "")
"""Each region has an article on every first half-year and one on every year."""
_SHARES: Final = {"S1": 0.45, "": 1.0}
"""What share of a year has been reached by the end of each."""
PERIODS: Final = len(YEARS) * len(HALVES)


@dataclass(frozen=True)
class Metric:
    """What is measured; ``usual`` is the size of a figure in ``unit``, which is printed as ``zh`` and ``word``."""

    id: str
    name: str
    unit: str
    zh: str
    word: str
    usual: float

    def amount(self, value: float) -> Decimal:
        """The value as an amount: people and enterprises are whole numbers."""
        return Decimal(value).quantize(Decimal(1), ROUND_HALF_UP) if self.unit in _COUNTED else Decimal(value)


_COUNTED: Final = frozenset({"persons", "enterprises"})
METRICS: Final = (
    Metric("output-value", "产值", "CNY", "元", "", 4e9),
    Metric("project-investment", "完成投资", "CNY", "元", "", 2e9),
    Metric("taxes-paid", "税收", "CNY", "元", "", 2e8),
    Metric("grants", "扶持资金", "CNY", "元", "", 6e6),
    Metric("farmland", "种植面积", "mu", "亩", "mu", 4e4),
    Metric("throughput", "货物吞吐量", "t", "吨", "tonnes", 3e6),
    Metric("talent", "新增人才", "persons", "人", "people", 900),
    Metric("enterprises", "企业", "enterprises", "家", "enterprises", 150),
)
SECTORS: Final = {
    "all": ("全部行业", "", 4.0),
    "industry": ("工业", "all", 2.0),
    "transport": ("交通运输", "all", 1.0),
    "railways": ("铁路", "transport", 0.45),
    "roads": ("公路", "transport", 0.3),
}
"""Id → name, what it is part of, and its share of a usual figure."""
OF_ARTICLE: Final = len(METRICS) * len(SECTORS)
_RATES: Final = ("        growth:", "        completion:", "        plan:")


SEED: Final = 20220805


def document(figures: int, seed: int = SEED, *, rates: bool = True) -> str:
    """A data file with this number of figures; without ``rates`` none has growth or a share of a plan, or a place on a
    map: then the dashboard has the four charts of the apps that it is compared with, and no others.
    """
    lines = [
        *_vocabulary(regions(figures), located=rates),
        "articles:",
        *chain.from_iterable(_articles(figures, seed, rates=rates)),
    ]
    return "\n".join(lines) + "\n"


def write_folder(folder: Path, figures: int, files: int, *, rates: bool = True) -> None:
    """The same figures as a folder: one file of vocabulary, and at most this number of files of articles."""
    folder.mkdir(parents=True)
    folder.joinpath("vocabulary.yaml").write_text(
        "\n".join(_vocabulary(regions(figures), located=rates)) + "\n", encoding="utf-8"
    )
    articles = -(-figures // OF_ARTICLE)
    of_file = -(-articles // files)
    every = _articles(figures, SEED, rates=rates)
    for number in range(-(-articles // of_file)):
        lines = ["articles:", *chain.from_iterable(islice(every, of_file))]
        folder.joinpath(f"articles-{number:04}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def regions(figures: int) -> int:
    """How many regions, without the province, are needed for this number of figures."""
    return -(-figures // (OF_ARTICLE * PERIODS))


def _articles(figures: int, seed: int, *, rates: bool) -> Iterator[list[str]]:
    """The lines of each article."""
    chance = random.Random(seed)
    left = figures
    for region in range(regions(figures)):
        usual = {metric.id: metric.usual * chance.uniform(0.4, 2.5) for metric in METRICS}
        levels = {(key, half): usual[key] * _SHARES[half] for key in usual for half in HALVES}
        for year in YEARS:
            rates_of_year = {metric.id: Decimal(str(round(chance.uniform(-0.05, 0.12), 3))) for metric in METRICS}
            for half in HALVES:
                if left > 0:
                    course = _Course(levels, rates_of_year, chance)
                    lines = _article(region, year, half, course, min(left, OF_ARTICLE))
                    yield [line for line in lines if rates or not line.startswith(_RATES)]
                    left -= OF_ARTICLE


def _vocabulary(regions: int, *, located: bool) -> Iterator[str]:
    yield "dataset: {id: generated, title: {zh: 生成的数据, en: Generated figures}, license: CC0-1.0}"
    yield "themes:\n  - {id: economy, name: {zh: 经济, en: Economy}}"
    yield "publishers:\n  - {id: daily, name: {zh: 某日报, en: A Daily}, kind: newspaper, archive: http://paper.example.com/}"
    yield "regions:\n  - {id: province, name: {zh: 某省, en: A Province}, level: province, gbt2260: 370000}"
    for number in range(regions):
        name = f"{{zh: 第{number}区, en: District {number}}}"
        location = ", location: [35.4, 119.5]" if located else ""
        yield f"  - {{id: district-{number}, name: {name}, level: district, part_of: province{location}}}"
    yield "sectors:"
    for key, (name, whole, _) in SECTORS.items():
        part = f", part_of: {whole}" if whole else ""
        yield f"  - {{id: {key}, name: {{zh: {name}, en: {key.capitalize()}}}{part}}}"
    yield "metrics:"
    for metric in METRICS:
        yield f"  - {{id: {metric.id}, theme: economy, name: {{zh: {metric.name}, en: {metric.id.capitalize()}}},"
        yield f"     unit: {metric.unit}, kind: flow, additive: true, better: more}}"


class _Course(NamedTuple):
    """How the figures of a region go: what is usual by metric and period, how a year grows each metric, and chance."""

    levels: dict[tuple[str, str], float]
    rates: dict[str, Decimal]
    chance: random.Random


def _article(region: int, year: int, half: str, course: _Course, most: int) -> Iterator[str]:
    """The article on one region and period; what is usual there grows by the year's rates."""
    levels, rates, chance = course
    slug = _period(year, half).lower().replace("-", "")
    yield from _head(region, year, half, chance)
    english = chance.random() < 0.1
    for metric in METRICS:
        before = levels[metric.id, half]
        rate = rates[metric.id]
        levels[metric.id, half] = before * float(1 + rate)
        for sector, (_, whole, share) in SECTORS.items():
            if most <= 0:
                return
            most -= 1
            value = metric.amount(levels[metric.id, half] * share)
            grown = value / metric.amount(before * share) - 1 if metric.unit in _COUNTED else rate
            text = _english(metric, value) if english else _chinese(metric, value, chance)
            name = f"district-{region}-{metric.id}"
            yield f"      - id: {name}-{sector}-{slug}"
            yield f"        metric: {metric.id}"
            yield f"        sector: {sector}"
            yield f"        text: {text}"
            if chance.random() < 0.4:
                yield f"        growth: {_rounded(grown * 100, '0.1')}%"
            if sector == "all" and chance.random() < 0.2:
                yield f"        completion: {chance.uniform(30, 70):.1f}%"
                yield "        plan: annual"
            if whole == "transport":
                yield f"        part_of: {name}-transport-{slug}"
            if chance.random() < 0.1:
                yield from _NOTE
            yield f"        quote: {f'{metric.id} of {text}' if english else f'实现{metric.name}{text}'}"


_NOTE: Final = (
    "        note:",
    "          zh: 原文为“截至期末”，按全期计；口径以原文为准。",
    "          en: Printed as “by the end of the period” and read as the whole of it.",
)


def _head(region: int, year: int, half: str, chance: random.Random) -> Iterator[str]:
    """What an article says of itself, down to its figures."""
    period = _period(year, half)
    slug = period.lower().replace("-", "")
    address = f"https://paper.example.com/{year}/{slug}/{region}.html" if chance.random() < 0.5 else "null"
    yield f"  - id: article-{region}-{slug}"
    yield "    publisher: daily"
    yield f"    published: {f'{year}-08-05' if half else f'{year + 1}-02'}"
    yield "    headline:"
    yield f"      zh: 第{region}区{year}年经济运行情况 “稳中有进”"
    yield f"      en: District {region} in {year}, “steady and rising”"
    yield f"    url: {address}"
    yield "    copies: []"
    yield f"    defaults: {{region: district-{region}, period: {period}}}"
    yield "    figures:"


def _period(year: int, half: str) -> str:
    return f"{year}-{half}" if half else str(year)


def _chinese(metric: Metric, value: Decimal, chance: random.Random) -> str:
    for size, word in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if value >= size:
            number, unit = value / size, word + metric.zh
            break
    else:
        return f"{_rounded(value, '1')}{metric.zh}"
    match chance.randrange(10):
        case 0 if number >= 10:
            return f"{number.quantize(Decimal(1), ROUND_FLOOR)}余{unit}"
        case 1:
            return f"约{_rounded(number, '0.1')}{unit}"
        case 2:
            return f"超{_plain(number.quantize(Decimal('0.1'), ROUND_FLOOR))}{unit}"
        case 3 | 4 | 5:
            return f"{_rounded(number, '0.1')}{unit}"
        case _:
            return f"{_rounded(number, '0.01')}{unit}"


def _english(metric: Metric, value: Decimal) -> str:
    if metric.unit != "CNY":
        return f"{value.quantize(Decimal(1), ROUND_HALF_UP):,} {metric.word}"
    if value >= 10**9:
        return f"CNY {_rounded(value / 10**9, '0.001')} billion"
    return f"CNY {_rounded(value / 10**6, '0.01')} million"


def _rounded(value: Decimal, step: str) -> str:
    return _plain(value.quantize(Decimal(step), ROUND_HALF_UP))


def _plain(number: Decimal) -> str:
    """36.7, not 36.70: newspapers leave out trailing zeros."""
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"


def main() -> None:
    """Write the figures to a file, or to a folder of files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("path", type=Path, help="file to write; with --files the folder to make")
    parser.add_argument("--figures", type=int, required=True, help="how many")
    parser.add_argument("--files", type=int, help="make a folder: a vocabulary, and this number of files of articles")
    parser.add_argument(
        "--no-rates", action="store_true", help="amounts only: neither growth, shares of plans nor places on a map"
    )
    options = parser.parse_args()
    if options.files:
        write_folder(options.path, options.figures, options.files, rates=not options.no_rates)
    else:
        options.path.write_text(document(options.figures, rates=not options.no_rates), encoding="utf-8")


if __name__ == "__main__":
    main()
