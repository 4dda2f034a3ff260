"""A file of a dataset changes: what is found by reading that file alone is what a load of everything finds."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from indicators.loading import loader
from indicators.loading.columnar import columns
from indicators.loading.columnar import dataset as compiled
from indicators.loading.columnar.columns import Codes, Columns
from indicators.loading.incremental import affected as together
from indicators.loading.incremental.amend import amend
from indicators.loading.incremental.splice import Cut
from indicators.loading.loader import Loaded
from tests.builders import GOOD
from tests.loading.test_cache import equal

REGIONS = ("city", "east", "north", "south", "west")
_WEEKLY = "  - {id: weekly, name: {zh: 周报, en: Weekly}, kind: newspaper}\n"
_DISTRICTS = "".join(f"  - {{id: {name}, name: {{zh: 区, en: District}}, level: district}}\n" for name in REGIONS[2:])
VOCABULARY = (
    GOOD.partition("articles:")[0]
    .replace("regions:\n", f"{_WEEKLY}regions:\n")
    .replace("sectors:\n", f"{_DISTRICTS}sectors:\n")
    + """\
  - {id: people, theme: output, name: {zh: 人数, en: People}, unit: persons, kind: stock, additive: true, better: more}
articles:
  - id: vocabulary
    publisher: daily
    issuer: weekly
    published: 2020
    defaults: {sector: all, period: 2019}
    figures:
      - {id: v1, metric: revenue, region: city, text: 80亿元, quote: 80亿元}
      - {id: v2, metric: firms, region: east, text: 14家, quote: 14家}
      - {id: v3, metric: people, region: north, text: 3万人, quote: 3万人}
      - {id: v4, metric: people, region: south, text: 3万人, quote: 3万人}
      - {id: v5, metric: people, region: west, text: 3万人, quote: 3万人}
"""
)
"""In which everything is named by somebody."""
REASON = "{zh: 更正, en: Corrected}"
AMOUNTS = {
    "revenue": ("80亿元", "81亿元", "约80亿元", "90亿元", "900亿元", "80万元", "-3亿元"),
    "firms": ("14家", "15家", "约14家", "2000家"),
    "people": ("3万人", "4万人", "3人"),
}
FILES = ("a", "b", "c", "d", "e")


class Folder:
    """Files of articles by chance, in which what hangs together does so across files.

    ``facts`` has what each figure says, by its id. What is a correction says the key of what it corrects, and a part
    is of the metric of its whole, so that most of it is right; but what either refers to may change afterwards.
    """

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311  # the same data each time
        self.facts: dict[str, dict[str, Any]] = {}
        for key in [f"{name}{number}" for name in FILES for number in range(self.chance.randint(0, 6))]:
            self.facts[key] = self.said(key)
        self.files = {name: self.file(name) for name in FILES}

    def file(self, name: str) -> str:
        """A file with all figures whose ids begin with its name, in articles of a few."""
        ids = sorted(key for key in self.facts if key.startswith(name))
        lines = ["articles:"]
        articles = self.chance.randint(1, 2)
        for number in range(articles):
            lines += [f"  - id: {name}-{number}", f"    publisher: {self.chance.choice(('daily', 'weekly'))}"]
            lines += [f"    published: {self.chance.choice(('2022-08-05', '2022-12-31', '2022-06'))}"]
            lines += ["    defaults: {sector: all}"]
            lines += ["    url: https://www.daily.cn/a.html"] * self.chance.randint(0, 1)
            own = ids[number::articles]
            lines += ["    figures:"] if own else ["    figures: []"]
            lines += [f"      - {self.figure(key)}" for key in own]
        return "\n".join(lines) + "\n"

    def figure(self, key: str) -> str:
        said = self.facts[key].items()
        return "{" + ", ".join(f"{name}: {value}" for name, value in said if value is not None) + "}"

    def said(self, key: str) -> dict[str, Any]:
        chance = self.chance
        metric = chance.choice(("revenue", "revenue", "firms", "people"))
        share = chance.random() < 0.1
        accepted = chance.choice(("conflict", "magnitude", "series-jump")) if chance.random() < 0.15 else None
        found = {
            "id": key,
            "metric": metric,
            "region": chance.choice(REGIONS),
            "period": chance.choice(("2021-S1", "2022-S1", "2022-S1", "2022-06", "2022", "2022-01-01/P6M")),
            "nature": "target" if chance.random() < 0.1 else "actual",
            "text": chance.choice(AMOUNTS[metric]),
            "growth": "20%" if chance.random() < 0.2 else None,
            "plan": "annual" if share else None,
            "completion": "60%" if share else None,
            "accept": f"[{{code: {accepted}, reason: {REASON}}}]" if accepted else None,
            **self.tied(key),
        }
        return {**found, "quote": f"共{found['text']}"}

    def tied(self, key: str) -> dict[str, Any]:
        """What makes it a correction, a part, or done of a target, of one that is there."""
        others = [one for name, one in self.facts.items() if name != key]
        luck = self.chance.random()
        if not others or luck > 0.3:
            return {}
        other = self.chance.choice(others)
        if luck < 0.1:
            same = {name: other[name] for name in ("metric", "region", "period", "nature")}
            text = self.chance.choice(AMOUNTS[other["metric"]])
            return {**same, "text": text, "supersedes": other["id"], "reason": REASON}
        if luck < 0.15 and other["nature"] == "target":
            return {"plan": other["id"], "completion": "60%"}
        same = {name: other[name] for name in ("metric", "period", "nature")}
        least = {"revenue": "1亿元", "firms": "1家", "people": "1人"}[other["metric"]]
        return {**same, "region": self.chance.choice(REGIONS[1:]), "text": least, "part_of": other["id"]}

    def change(self) -> None:
        """One file is written anew, with some figures more or less; or it goes, or comes."""
        name = self.chance.choice(FILES)
        for key in sorted(self.facts):
            if key.startswith(name) and self.chance.random() < 0.2:
                del self.facts[key]
        for _ in range(self.chance.randint(0, 2)):
            key = f"{name}{self.chance.randint(0, 9)}"
            self.facts[key] = self.said(key)
        self.files[name] = self.file(name)
        if self.chance.random() < 0.2:
            del self.files[name]

    def write(self, path: Path) -> Path:
        path.mkdir(exist_ok=True)
        for old in path.iterdir():
            old.unlink()
        for name, text in {"m": VOCABULARY, **self.files}.items():
            (path / f"{name}.yaml").write_text(text, "utf-8")
        return path


def over_columns(loaded: Loaded) -> Loaded:
    assert loaded.dataset is not None
    return replace(loaded, dataset=compiled.of(columns.of(loaded.dataset)))


def amended(before: Loaded, after: Loaded) -> Loaded | None:
    """From one to the other, file by file."""
    then, now = ({part.path: part.digest for part in one.parts} for one in (before, after))
    found: Loaded | None = before
    for name in [name for name in {**then, **now} if then.get(name) != now.get(name)]:
        content = Path(name).read_bytes() if name in now else None
        found = amend(found, name, content, now.get(name, "")) if found else None
    return found


def good(path: Path, seed: int) -> Iterator[tuple[Folder, Loaded]]:
    """Folders by chance, each before a change, so far as nothing in it is an error."""
    folder = Folder(seed)
    loaded = loader.load(folder.write(path))
    if loaded.dataset is not None:
        yield folder, loaded


@pytest.fixture
def shares(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Of each change, the share of all figures that was looked at again."""
    looked_at, found = together.rows, []

    def rows(cut: Cut, now: Columns, added: int, odd: frozenset[int]) -> Codes:
        chosen = looked_at(cut, now, added, odd)
        found.append(len(chosen) / max(len(now), 1))
        return chosen

    monkeypatch.setattr(together, "rows", rows)
    return found


@pytest.mark.parametrize("block", range(4))
def test_one_file_is_read_as_if_all_were(block: int, tmp_path: Path, shares: list[float]) -> None:
    seen = Counter[str]()
    for seed in range(90 * block, 90 * block + 90):
        for folder, before in good(tmp_path / "data", seed):
            folder.change()
            after = loader.load(folder.write(tmp_path / "data"))
            found = amended(over_columns(before), after)
            seen["errors" if after.dataset is None else "known" if found else "unknown"] += 1
            assert found is None or after.dataset is not None, seed
            if found is not None:
                equal(found, after)
                assert found.parts == after.parts
                seen.update({problem.code for problem in (*after.problems, *after.accepted)})
    assert seen["known"] > 10 * seen["unknown"]
    assert {"conflict", "magnitude", "series-jump", "double-entry", "accept-unneeded"} <= set(seen)
    assert min(shares) < median(shares) < 0.8


# --- what one file does to another -----------------------------------------------------------------------------------

WHOLE = "{id: whole, metric: revenue, region: city, period: 2022-S1, text: 80亿元, complete_parts: true, quote: 80亿元}"
PART = "{id: part, metric: revenue, region: east, period: 2022-S1, text: 80亿元, part_of: whole, quote: 80亿元}"
TARGET = "{id: target, metric: revenue, region: city, period: 2022, nature: target, text: 100亿元, quote: 100亿元}"
DONE = PART.replace("part_of: whole", "completion: 80%, plan: target")
FIRST = "{id: first, metric: revenue, region: city, period: 2022-S1, text: 81亿元, quote: 81亿元}"
AGAIN = "{id: again, metric: revenue, region: city, period: 2022-S1, text: 82亿元, quote: 82亿元}"
RIGHT = AGAIN.replace("again", "right").replace("quote", f"supersedes: first, reason: {REASON}, quote")
SLIP = FIRST.replace("first", "slip").replace("81亿", "80万").replace("2022", "2021")
SLIP = SLIP.replace("quote", f"accept: [{{code: magnitude, reason: {REASON}}}], quote")
OTHERS = tuple(
    f"{{id: o{number}, metric: revenue, region: city, period: {2010 + number}-S1, text: 80亿元, quote: 80亿元}}"
    for number in range(4)
)


def article(name: str, *figures: str, **changes: str) -> str:
    """A file with one article."""
    said = {"id": name, "publisher": "daily", "published": "2022-12-31", "defaults": "{sector: all}", **changes}
    lines = [f"{'  - ' if number == 0 else '    '}{key}: {value}" for number, (key, value) in enumerate(said.items())]
    listed = ["    figures:", *(f"      - {one}" for one in figures)] if figures else ["    figures: []"]
    return "\n".join(["articles:", *lines, *listed]) + "\n"


def both(folder: Path, before: dict[str, str], after: dict[str, str]) -> tuple[Loaded | None, Loaded]:
    """What amending finds, and what a load does."""
    found = []
    for files in (before, after):
        for old in folder.iterdir():
            old.unlink()
        for name, text in {"m": VOCABULARY, **files}.items():
            (folder / f"{name}.yaml").write_text(text, "utf-8")
        found.append(loader.load(folder))
    return amended(over_columns(found[0]), found[1]), found[1]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ([WHOLE], [WHOLE.replace("2022-S1", "2022-06")], "part-period"),
        ([WHOLE], [WHOLE.replace("text", "nature: expected, text")], "part-nature"),
        ([TARGET], [TARGET.replace("100亿元", "200亿元")], "completion-mismatch"),
        ([FIRST], [FIRST, OTHERS[0]], "conflict"),
        ([RIGHT], [RIGHT.replace("right", "other")], ""),
        ([*OTHERS, FIRST], [*OTHERS], ""),
        ([], [OTHERS[0]], ""),
        ([OTHERS[0]], [], ""),
    ],
)
def test_what_a_file_does_to_another(before: list[str], after: list[str], told: str, tmp_path: Path) -> None:
    rest = {
        "part-period": [PART],
        "part-nature": [PART],
        "completion-mismatch": [DONE],
        "conflict": [AGAIN],
        "": [AGAIN, FIRST] if before == [RIGHT] else [SLIP],
    }[told]
    for one, other in (("a", "z"), ("z", "a")):
        file = article(other, *rest)
        found, expected = both(
            tmp_path, {one: article(one, *before), other: file}, {one: article(one, *after), other: file}
        )
        assert found is not None
        equal(found, expected)
        assert not told or told in {problem.code for problem in found.problems}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (article("b", PART), article("b", OTHERS[0])),  # a whole of which parts are missing
        (article("b", PART), article("b", PART.replace("80", "70"))),  # that they do not fill
        (article("b", PART), article("b", PART.replace("80", "90"))),  # that they exceed
        (article("b", PART), article("b", PART.replace("id: part", "id: whole"))),
        (article("b", PART), article("b", PART, PART)),
        (article("b", PART), article("a", PART)),
        (article("b", PART), article("b", PART) + article("b", OTHERS[0]).partition("\n")[2]),
        (article("b", PART), article("b", PART.replace("part_of: whole", "part_of: nobody"))),
        (article("b", PART), article("b", PART.replace("region: east", "region: nowhere"))),
        (article("b", PART), article("b", PART, publisher="nobody")),
        (article("b", PART), article("b", PART, issuer="nobody")),
        (article("b", PART), article("b", PART.replace("80亿元,", "80,"))),
        (article("b", PART), article("b", PART.replace("quote", "qoute"))),
        (
            article("b", PART),
            article("b", PART.replace("quote", "accept: [{code: whatever, reason: {zh: 一, en: a}}], quote")),
        ),
        (article("b", PART), "articles: ["),
        (article("b", PART), ""),
    ],
)
def test_what_is_an_error_is_for_a_load_to_tell(before: str, after: str, tmp_path: Path) -> None:
    found, expected = both(tmp_path, {"a": article("a", WHOLE), "b": before}, {"a": article("a", WHOLE), "b": after})
    assert found is None
    assert expected.dataset is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (article("b", PART), article("b", PART) + "themes: []\n"),
        (article("b", PART) + "themes: []\n", article("b", PART)),
        (article("b", PART), article("b", PART.replace("region: east", "region: new"))),
        (article("b", PART.replace("region: east", "region: new")), article("b", PART)),
        (article("b", PART), article("b", PART, issuer="nobody-yet")),
        (article("b", PART, issuer="nobody-yet"), article("b", PART)),
        (article("b", PART), article("b", PART.replace("id: part", "id: a"))),  # an article is called so
    ],
)
def test_what_else_takes_a_load(before: str, after: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    more = VOCABULARY.replace(
        "sectors:\n", "  - {id: new, name: {zh: 新区, en: New}, level: district}\nsectors:\n"
    ).replace("regions:\n", f"{_WEEKLY.replace('weekly', 'nobody-yet')}regions:\n")
    monkeypatch.setattr("tests.loading.test_incremental.VOCABULARY", more)
    found, expected = both(tmp_path, {"a": article("a", WHOLE), "b": before}, {"a": article("a", WHOLE), "b": after})
    assert found is None
    assert expected.dataset is not None


def test_texts_and_objects_take_a_load(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(VOCABULARY, "utf-8")
    loaded = loader.load(tmp_path)
    assert amend(loaded, str(tmp_path / "b.yaml"), article("b", WHOLE).encode(), "") is None
    held = replace(over_columns(loaded), texts={"vocabulary": "80亿元"})
    assert amend(held, str(tmp_path / "b.yaml"), article("b", FIRST).encode(), "") is None
    assert amend(over_columns(loaded), str(tmp_path / "b.yaml"), article("b", FIRST).encode(), "00") is not None


def test_too_much_takes_a_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together, "FEW", 1)
    found, _ = both(tmp_path, {"a": article("a", *OTHERS)}, {"a": article("a", *OTHERS, FIRST)})
    assert found is None


def test_a_file_that_has_moved_on_takes_a_load(tmp_path: Path) -> None:
    files = {"a": article("a", FIRST), "z": article("z", OTHERS[0])}
    both(tmp_path, files, files)
    before = over_columns(loader.load(tmp_path))
    (tmp_path / "a.yaml").write_text(article("a", "# another line", FIRST), "utf-8")
    assert amend(before, str(tmp_path / "z.yaml"), article("z", AGAIN).encode(), "00") is None
