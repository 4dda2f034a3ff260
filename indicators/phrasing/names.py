"""Ids of a dataset → the words that a reader sees, in one language."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast

from indicators.model.articles import Article
from indicators.model.dataset import Dataset
from indicators.model.subjects import TREES, Nature, Place, Tree
from indicators.model.vocabulary import ALL, Group, Metric, Region, Sector
from indicators.values import periods
from indicators.values.text import Counted, Lang, LocalText
from indicators.words import terms

_ADDRESS: Final = re.compile(r"\s*[(（][\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}[)）]$")
"""The address of a site behind the name of a publisher: Qilu Net (iqilu.com)."""


@dataclass(frozen=True)
class Names:
    """The names in ``dataset`` in the language ``lang``; the short ones where there are such."""

    dataset: Dataset
    lang: Lang

    @cached_property
    def hovers(self) -> dict[str, str]:
        """The words over marks that have been found already, by figure: several charts of a page draw the same."""
        return {}

    def of(self, words: LocalText) -> str:
        return words.of(self.lang)

    def count(self, things: Counted, number: int) -> str:
        return things.of(self.lang, number)

    def listed(self, parts: Sequence[str]) -> str:
        """One, two and three."""
        *first, last = parts or [""]
        return self.of(terms.AND).join(filter(None, (self.of(terms.LIST).join(first), last)))

    def metric(self, key: str) -> str:
        return self._short(self.dataset.metrics[key])

    def region(self, key: str) -> str:
        return self._short(self.dataset.regions[key])

    def part(self, key: str) -> str:
        """A region among the others of its parent, whose name it need not repeat: High-Tech Zone of Rizhao."""
        parent = self.dataset.regions[key].part_of
        if parent is None:
            return self.region(key)
        stem = self.region(parent)
        stem = f"{stem} " if self.lang == "en" else re.sub(f"(?<=..)[{terms.LEVELS_OF_REGIONS}]$", "", stem)
        rest = self.region(key).removeprefix(stem)
        others = (self.region(other) for other in self.dataset.regions if other != key)
        return rest if len(rest) > 1 and rest not in others else self.region(key)

    def sector(self, key: str) -> str:
        return self._short(self.dataset.sectors[key])

    def group(self, key: str) -> str:
        """The group; the whole has a name of its own, where it stands beside groups."""
        return self.of(terms.WHOLE) if key == ALL else self._short(self.dataset.groups[key])

    def entry(self, tree: Tree, key: str) -> str:
        """A region, sector or group."""
        return {"region": self.region, "sector": self.sector, "group": self.group}[tree](key)

    def theme(self, key: str) -> str:
        return self.of(self.dataset.themes[key].name)

    def publisher(self, key: str) -> str:
        """Who printed it; a self-published account is marked as one wherever it is named."""
        publisher = self.dataset.publishers[key]
        if publisher.kind != "social-media":
            return self.of(publisher.name)
        return self.of(terms.SELF_PUBLISHED).format(name=self.of(publisher.name))

    def outlet(self, key: str) -> str:
        """Who printed it in a narrow column: without the address of its site, where another is not called the same."""
        return self._outlets.get(key) or self.publisher(key)

    @cached_property
    def _outlets(self) -> dict[str, str]:
        """The names of publishers that stay different without an address behind them."""
        short = {key: _ADDRESS.sub("", self.publisher(key)) for key in self.dataset.publishers}
        times = Counter(short.values())
        return {key: name for key, name in short.items() if times[name] == 1}

    def number(self, number: int) -> str:
        """A small number in the words of a heading, in English up to nine."""
        return self.of(terms.SMALL_NUMBERS[number]) if number < len(terms.SMALL_NUMBERS) else f"{number:,}"

    def nature(self, key: str) -> str:
        return self.of(terms.NATURES[cast("Nature", key)])

    def of_nature(self, number: str, nature: Nature) -> str:
        """A number and what it is unless it is actual: ¥50 mn (target); nothing where there is no number."""
        if nature == "actual" or not number:
            return number
        return number + self.of(terms.OF_NATURE).format(nature=self.of(terms.NATURES[nature]).lower())

    def period(self, text: str) -> str:
        return periods.parse(text).label(self.lang)

    def headline(self, article: Article) -> str:
        """The headline, and behind it its language where nobody has translated it."""
        return self.of(article.headline or terms.NO_HEADLINE) + self.untranslated(article)

    def untranslated(self, article: Article) -> str:
        """What stands behind a headline that is in another language than the rest; empty behind others."""
        lang = article.headline_language(self.lang)
        return "" if lang == self.lang else self.of(terms.UNTRANSLATED[lang])

    def place(self, place: Place, *trees: Tree) -> str:
        """Region, sector and group, or those of them that are asked for, as a line under a name.

        The whole economy and the whole of a metric are not mentioned, unless nothing else would be.
        """
        asked = trees or TREES
        telling = [tree for tree in asked if tree == "region" or getattr(place, tree) != ALL] or asked[:1]
        return self.of(terms.JOIN).join(self.entry(tree, getattr(place, tree)) for tree in telling)

    def metric_and_place(self, metric: str, place: Place) -> str:
        """The full name of a metric and where it was measured, for a title."""
        return self.of(terms.JOIN).join((self.of(self.dataset.metrics[metric].name), self.place(place)))

    def _short(self, entry: Group | Metric | Region | Sector) -> str:
        return self.of(entry.short or entry.name)
