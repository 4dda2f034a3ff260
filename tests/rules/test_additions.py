"""What a further document brings up among touched figures is what the rules find when they look at everything."""

from collections.abc import Iterator, Sequence
from functools import reduce
from random import Random
from typing import Final

import pytest

from indicators import rules
from indicators.model.decided import with_decided_amounts
from indicators.reading import validate, yaml_source
from indicators.reading.corpus import Corpus
from indicators.rules import ACCEPTABLE
from indicators.rules.acceptance import settle
from indicators.rules.additions import KnownCorpus, identity
from indicators.values.problems import Problem

VOCABULARY: Final = """
dataset: {id: made-up, title: {zh: 虚构, en: Made up}, license: CC0-1.0}
themes: [{id: t, name: {zh: 主题, en: Theme}}]
publishers:
  - {id: daily, name: {zh: 某日报, en: A Daily}, kind: newspaper}
  - {id: evening, name: {zh: 某晚报, en: An Evening}, kind: newspaper}
  - {id: weekly, name: {zh: 某周报, en: A Weekly}, kind: newspaper}
regions:
  - {id: city, name: {zh: 甲乙市, en: Jiayi City}, level: prefecture}
  - {id: east, name: {zh: 东丙区, en: Dongbing District}, level: district, part_of: city}
  - {id: west, name: {zh: 西丁区, en: Xiding District}, level: district, part_of: city}
  - {id: port, name: {zh: 港戊镇, en: Gangwu Town}, level: town, part_of: east}
sectors:
  - {id: all, name: {zh: 全部, en: All}}
  - {id: industry, name: {zh: 工业, en: Industry}, part_of: all}
groups:
  - {id: large, name: {zh: 大, en: Large}}
  - {id: huge, name: {zh: 巨, en: Huge}, part_of: large}
  - {id: new, name: {zh: 新, en: New}}
metrics:
  - {id: revenue, theme: t, name: {zh: 收入, en: Revenue}, unit: CNY, kind: flow, additive: true, better: more}
  - {id: trade, theme: t, name: {zh: 外贸, en: Trade}, unit: CNY, kind: flow, additive: true, better: more,
     exact: true}
  - {id: begun, theme: t, name: {zh: 开工数, en: Begun}, unit: CNY, kind: stock, additive: true, better: more,
     cumulative: true, at_most: 5000亿元}
  - {id: done, theme: t, name: {zh: 竣工数, en: Done}, unit: CNY, kind: stock, additive: true, better: more}
pipelines: [{id: works, name: {zh: 工程, en: Works}, steps: [begun, done], subsets: true}]
"""
METRICS: Final = ("revenue", "revenue", "trade", "begun", "done")
REGIONS: Final = ("city", "east", "west", "port")
GROUPS: Final = ("all", "all", "all", "all", "all", "large", "huge", "new")
PERIODS: Final = ("2021", "2022", "2022", "2022-S1", "2021-S1", "2022-Q1", "2021-12-31")
NATURES: Final = ("actual", "actual", "actual", "target", "expected")
NAMES: Final = ("", "", "甲乙市", "东丙", "西丁区", "预计", "计划")
CODES: Final = sorted(ACCEPTABLE["figure"])


class World:
    """Random articles that contradict, exceed and repeat each other; each document refers to what stands before it."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)  # noqa: S311  # it decides what is tested
        self.count = 0
        self.known: dict[str, tuple[str, str, str]] = {}
        self.losses = self.dice.choice([0, 0, 0.05])

    def articles(self, number: int, *, may_correct: bool) -> str:
        return "articles:\n" + "".join(line + "\n" for _ in range(number) for line in self._article(may_correct))

    def _article(self, may_correct: bool) -> Iterator[str]:
        dice = self.dice
        self.count += 1
        yield f"  - id: a{self.count}"
        yield f"    publisher: {dice.choice(['daily', 'daily', 'evening'])}"
        yield f"    published: {dice.choice(['2022-07-20', '2023-01-20', '2022-03', '2099-01-01'])}"
        if dice.random() < 0.7:
            yield f"    headline: {{zh: {dice.choice(NAMES)}快讯{dice.randrange(3)}, en: News}}"
        address = f"http{dice.choice(['', 's'])}://x.example.com/{dice.randrange(9)}"
        yield f"    url: {dice.choice(['null', address])}"
        if dice.random() < 0.2:
            yield "    copies: [{publisher: weekly, url: 'http://x.example.com/c'}]"
        if dice.random() < 0.2:
            yield "    accept: [{code: url-twice, reason: {zh: 因, en: why}}]"
        yield "    figures:"
        for _ in range(dice.randrange(1, 5)):
            yield f"      - {{{', '.join(self._figure(may_correct))}}}"

    def _figure(self, may_correct: bool) -> Iterator[str]:
        dice = self.dice
        key, whole = f"f{len(self.known)}", ""
        metric, period, nature = dice.choice(METRICS), dice.choice(PERIODS), dice.choice(NATURES)
        if self.known and dice.random() < 0.5:
            whole = dice.choice([*self.known][-20:])
            if dice.random() < 0.8:
                metric, period, nature = self.known[whole]
        text = self._amount()
        yield f"id: {key}, metric: {metric}, period: {period}, nature: {nature}, text: {text}"
        yield f"region: {dice.choice(REGIONS)}, group: {dice.choice(GROUPS)}"
        yield f"sector: {dice.choice(['all', 'all', 'all', 'industry'])}"
        words = [dice.choice(NAMES) + text]
        if dice.random() < 0.5:
            rate = f"{dice.choice([5, 8, 60, -20, -150])}%"
            words.append(f"增长{rate}")
            yield f"growth: {rate}"
        if dice.random() < 0.2:
            yield f"change: {self._amount()}"
        if whole and dice.random() < 0.7:
            yield f"part_of: {whole}"
            if dice.random() < 0.5:
                yield f"share: {dice.choice([10, 50])}%"
        if may_correct and self.known and dice.random() < 0.1:
            yield f"supersedes: {dice.choice([*self.known])}, reason: {{zh: 因, en: why}}"
        yield from self._claims()
        yield f"quote: “{''.join(words)}”"
        self.known[key] = metric, period, nature

    def _claims(self) -> Iterator[str]:
        dice = self.dice
        if dice.random() < 0.3:
            yield f"completion: 50%, plan: {dice.choice(['annual', *[*self.known][-5:]])}"
        if dice.random() < 0.3:
            yield "complete_parts: true"
        if dice.random() < 0.5:
            accepted = [f"{{code: {code}, reason: {{zh: 因, en: why}}}}" for code in dice.sample(CODES, 9)]
            yield f"accept: [{', '.join(accepted)}]"

    def _amount(self) -> str:
        number = self.dice.choice([1, 2, 3, 5, 5.2, 2, 3, 5, 20, 30000, 0.0003])
        sign = "-" if self.dice.random() < self.losses else ""
        return f"{sign}{number}亿元" if number >= 0.01 else f"{sign}{number * 10_000:.0f}万元"


def documents(texts: Sequence[str]) -> Corpus:
    sources = [yaml_source.read(text.encode(), f"{index}.yaml") for index, text in enumerate(texts)]
    read, problems = validate.documents(sources)
    assert len(read) == len(texts), [*problems, *(problem for source in sources for problem in source.problems)]
    decided = with_decided_amounts([document for document, _ in read])
    return Corpus([(document, source) for document, (_, source) in zip(decided, read, strict=True)])


def found(corpus: Corpus) -> list[Problem]:
    return settle(corpus, rules.check(corpus))[0]


def in_full(known: Corpus, both: Corpus) -> list[Problem]:
    """What is found in all documents and not without the last one."""
    before = {identity(problem) for problem in found(known)}
    return [problem for problem in found(both) if identity(problem) not in before]


def in_order(problems: Sequence[Problem]) -> list[tuple[object, ...]]:
    return sorted((problem.place, problem.severity, identity(problem)) for problem in problems)


NEW: Final = """
publishers: [{id: hourly, name: {zh: 某时报, en: An Hourly}, kind: newspaper}]
metrics:
  - {id: firms, theme: t, name: {zh: 收入, en: Firms}, unit: enterprises, kind: stock, additive: true, better: more}
  - {id: grants, theme: t, name: {zh: 补助, en: Grants}, unit: CNY, kind: flow, additive: true, better: more,
     exact: true}
regions: [{id: north, name: {zh: 北己县, en: Beiji County}, level: county, part_of: city}]
sectors: [{id: mining, name: {zh: 采矿业, en: Mining}, part_of: industry}]
groups:
  - {id: vast, name: {zh: 甚巨, en: Vast}, part_of: huge}
  - {id: leased, name: {zh: 租, en: Leased}}
"""
RENAMED: Final = (
    ("metric: trade", "metric: grants"),
    ("publisher: daily", "publisher: hourly"),
    ("region: east", "region: north"),
    ("sector: industry", "sector: mining"),
    ("group: huge", "group: vast"),
    ("group: new", "group: leased"),
)
"""What the figures of a document with new entries are of instead."""


def compared(seed: int) -> list[Problem]:
    """What a random document brings up, after it was compared with what all rules find about it."""
    world = World(seed)
    texts = [VOCABULARY + world.articles(16, may_correct=True), world.articles(12, may_correct=True)]
    world.losses = world.dice.choice([0, 0.1])
    draft = world.articles(world.dice.randrange(1, 3), may_correct=False)
    if seed % 4 == 0:
        draft = NEW + reduce(lambda text, change: text.replace(*change), RENAMED, draft)
    both = documents([*texts, draft])
    known = Corpus(both.documents[:-1])
    caused = KnownCorpus(known).caused_by(*both.documents[-1])
    assert caused is not None
    assert in_order(caused) == in_order(in_full(known, both)), seed
    return caused


@pytest.mark.parametrize("seed", range(6))
def test_what_a_document_brings_up_is_what_all_rules_find_because_of_it(seed: int) -> None:
    assert compared(seed)


@pytest.mark.slow
def test_findings_of_all_kinds_are_brought_up_as_all_rules_find_them() -> None:
    problems = [problem for seed in range(6, 150) for problem in compared(seed)]
    assert len({problem.code for problem in problems}) > 40
    assert len({problem.code for problem in problems if problem.path != "2.yaml"}) > 12


LOSS: Final = (
    "articles: [{id: d, publisher: daily, published: 2023-01-20, figures: [{id: loss, metric: revenue, region: west,"
    " sector: all, period: 2022, text: -1亿元, quote: -1亿元}]}]"
)


def test_an_acceptance_that_a_first_loss_makes_needless_is_brought_up() -> None:
    figures = "".join(
        f"    - {{id: f{period[5:].lower()}, metric: revenue, region: east, sector: all, period: {period},"
        f" text: {text}, accept: [{{code: {code}, reason: {{zh: 因, en: why}}}}], quote: {text}}}\n"
        for period, text, code in (("2022-Q1", "5亿元", "conflict"), ("2022-S1", "3亿元", "flow-shrinks"))
    )
    base = f"{VOCABULARY}articles:\n- id: a\n  publisher: daily\n  published: 2023-01-20\n  figures:\n{figures}"
    both = documents([base, LOSS])
    known = Corpus(both.documents[:-1])
    caused = KnownCorpus(known).caused_by(*both.documents[-1]) or []
    assert in_order(caused) == in_order(in_full(known, both))
    assert [(problem.about, problem.facts["finding"]) for problem in caused if problem.code == "accept-unneeded"] == [
        ("fs1", "flow-shrinks")
    ]


@pytest.mark.parametrize(
    "change",
    [
        ("{id: d,", "{id: a1,"),
        ("{id: d,", "{id: d, former: [e],"),
        ("{id: loss,", "{id: f0,"),
        ("quote:", "supersedes: f0, reason: {zh: 因, en: why}, quote:"),
        ("articles:", "regions: [{id: north, name: {zh: 亿元, en: North}, level: county}]\narticles:"),
    ],
)
def test_what_changes_other_entries_is_left_to_all_rules(change: tuple[str, str]) -> None:
    both = documents([VOCABULARY + World(1).articles(3, may_correct=False), LOSS.replace(*change)])
    known = KnownCorpus(Corpus(both.documents[:-1]))
    assert known.caused_by(*both.documents[-1]) is None
    plain = documents([VOCABULARY + World(1).articles(3, may_correct=False), LOSS])
    assert known.caused_by(*plain.documents[-1]) is not None
