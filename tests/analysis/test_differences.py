"""What differs between two states is what was done to the one to get the other: random edits of known truth."""

from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

import pytest

from indicators.analysis.differences import ABOUT, REFERENCES, EntryDifference, compare, printed
from indicators.model.dataset import Dataset, join
from indicators.model.document import Document
from indicators.model.kinds import KINDS

Plain = dict[str, Any]
Truth = dict[tuple[str, str, str], set[str]]
"""Kind, state and id of each entry that differs → the keys that do."""


def _name(word: str) -> Plain:
    return {"zh": f"名{word}", "en": word}


def base() -> Plain:
    """A dataset in which entries of every kind that refers to others do."""
    traits = {"theme": "output", "unit": "CNY", "kind": "flow", "additive": "true", "better": "more"}
    figures: list[Plain] = [
        {
            "id": f"f{number}",
            "metric": ("revenue", "firms", "exports")[number % 3],
            "region": ("city", "east")[number % 2],
            "sector": "all",
            "period": f"{2010 + number}",
            "text": f"{number + 1}亿元",
            "quote": f"{number + 1}亿元",
        }
        for number in range(12)
    ]
    figures[1] |= {"part_of": "f0"}
    figures[2] |= {"part_of": "f0", "completion": "50%", "plan": "f3"}
    figures[5] |= {"supersedes": "f4", "reason": _name("because")}
    figures[7] |= {"former": ["seven"]}
    copies = [{"url": "https://m.other.cn/a", "publisher": "weekly"}]
    return {
        "dataset": {"id": "example", "title": _name("Example"), "license": "CC0-1.0"},
        "themes": [{"id": "output", "name": _name("output")}],
        "publishers": [{"id": key, "name": _name(key), "kind": "newspaper"} for key in ("daily", "weekly")],
        "regions": [
            {"id": "city", "name": _name("city"), "level": "prefecture"},
            {"id": "east", "name": _name("east"), "level": "district", "part_of": "city"},
        ],
        "sectors": [{"id": "all", "name": _name("all")}],
        "metrics": [{"id": key, "name": _name(key), **traits} for key in ("revenue", "firms", "exports")],
        "pipelines": [{"id": "steps", "name": _name("steps"), "steps": ["revenue", "exports"]}],
        "events": [
            {"id": "split", "date": "2015", "name": _name("split"), "regions": ["city", "east"], "article": "a1"}
        ],
        "articles": [
            {"id": f"a{number}", "publisher": "daily", "published": f"{2020 + number}", "copies": copies,
             "figures": figures[number * 4 : number * 4 + 4]}
            for number in range(3)
        ],
    }  # fmt: skip


def dataset_of(plain: Plain) -> Dataset:
    document = Document.model_validate(plain)
    assert document.dataset is not None
    return join(document.dataset, [document])


def figures_of(plain: Plain) -> list[Plain]:
    return [figure for article in plain["articles"] for figure in article["figures"]]


def entries_of(kind: str, plain: Plain) -> list[Plain]:
    section = next(row.section for row in KINDS if row.name == kind)
    entries: list[Plain] = figures_of(plain) if kind == "figure" else plain.get(section, [])
    return entries


# --- what is done to a dataset, each with what should be found -------------------------------------------------------


def rename(kind: str, entry: Plain, plain: Plain, truth: Truth) -> None:
    """A new id, the old one among the former, and all references follow."""
    old, new = entry["id"], f"{entry['id']}-renamed"
    entry["id"], entry["former"] = new, [*entry.get("former", []), old]
    for (holder, key), target in REFERENCES.items():
        for other in entries_of(holder, plain) if target == kind and holder in {row.name for row in KINDS} else ():
            if key == "copies":
                for copy in other[key]:
                    copy["publisher"] = new if copy["publisher"] == old else copy["publisher"]
            elif isinstance(other.get(key), list):
                other[key] = [new if item == old else item for item in other[key]]
            elif other.get(key) == old:
                other[key] = new
    truth[kind, "renamed", new] = set()


def change(kind: str, entry: Plain, plain: Plain, truth: Truth) -> None:
    changes: Plain = {"quote": "另一句"} if kind == "figure" else {"note": _name("note")}
    if kind not in {"figure", "article"}:
        changes = {"name": {**entry["name"], "en": "Another"}}
    entry |= changes
    keys = {"figure": {"quote"}, "article": {"note.zh", "note.en"}}.get(kind, {"name.en"})
    truth[kind, "changed", entry["id"]] = keys


def withdraw(_: str, entry: Plain, plain: Plain, truth: Truth) -> None:
    for article in plain["articles"]:
        article["figures"] = [figure for figure in article["figures"] if figure is not entry]
    truth["figure", "withdrawn", entry["id"]] = set()


def move(_: str, entry: Plain, plain: Plain, truth: Truth) -> None:
    home = next(article for article in plain["articles"] if any(figure is entry for figure in article["figures"]))
    home["figures"] = [figure for figure in home["figures"] if figure is not entry]
    next(article for article in plain["articles"] if article is not home)["figures"].append(entry)
    truth["figure", "changed", entry["id"]] = {"article"}


def add(_: str, entry: Plain, plain: Plain, truth: Truth) -> None:
    """A figure like another, with an id of its own."""
    added = {**entry, "id": f"like-{entry['id']}", "former": []}
    plain["articles"][0]["figures"].append(added)
    truth["figure", "added", added["id"]] = set()


def rename_and_change(kind: str, entry: Plain, plain: Plain, truth: Truth) -> None:
    rename(kind, entry, plain, truth)
    entry["quote"] = "另一句"
    truth[kind, "renamed", entry["id"]] = {"quote"}


ON_FIGURES: list[Callable[[str, Plain, Plain, Truth], None]] = [rename, change, move, add, rename_and_change]


def edited(random: Random) -> tuple[Plain, Truth]:
    """The base after some edits, each of an entry of its own, and after what makes no difference."""
    plain, truth = deepcopy(base()), Truth()
    figures = figures_of(plain)
    for entry in random.sample(figures, random.randint(0, 6)):
        # f6 and those after it are named by no other figure, so that one can be withdrawn without changing another
        choices = [*ON_FIGURES, withdraw] if int(entry["id"][1:]) >= 6 else ON_FIGURES
        random.choice(choices)("figure", entry, plain, truth)
    for kind in ("theme", "publisher", "region", "sector", "metric", "pipeline", "event", "article"):
        for entry in random.sample(entries_of(kind, plain), random.randint(0, 1)):
            random.choice([rename, change])(kind, entry, plain, truth)
    for article in plain["articles"]:
        random.shuffle(article["figures"])
        regions = {figure["region"] for figure in article["figures"]}
        if len(regions) == 1 and random.random() < 0.5:
            article["defaults"] = {"region": regions.pop()}
            article["figures"] = [
                {key: value for key, value in figure.items() if key != "region"} for figure in article["figures"]
            ]
    for section in ("metrics", "regions", "articles"):
        random.shuffle(plain[section])
    return plain, truth


def truth_of(differences: tuple[EntryDifference, ...]) -> Truth:
    return {
        (difference.kind, difference.state, difference.entry.id): {key.key for key in difference.keys}
        for difference in differences
    }


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311  # nothing is secret


SEEDS = pytest.mark.parametrize("seed", range(40))


@SEEDS
def test_what_was_done_is_what_is_found(seed: int) -> None:
    plain, truth = edited(seeded(seed))
    assert truth_of(compare(dataset_of(base()), dataset_of(plain))) == truth


@SEEDS
def test_the_differences_lead_from_the_old_state_to_the_new_one(seed: int) -> None:
    old, new = dataset_of(base()), dataset_of(edited(seeded(seed))[0])
    differences = compare(old, new)
    state = printed_by_id(old)
    renamed = {(item.kind, item.former): item.entry.id for item in differences if item.state == "renamed"}
    for (kind, _), entry in state.items():
        follow(kind, entry, renamed)
    for difference in differences:
        if difference.state == "withdrawn":
            assert state.pop((difference.kind, difference.entry.id)).keys() == difference.printed.keys()
            continue
        if difference.state == "added":
            state[difference.kind, difference.entry.id] = dict(difference.printed)
            continue
        entry = state.pop((difference.kind, difference.former or difference.entry.id))
        if difference.former:
            entry |= {"id": difference.entry.id, "former": [*entry.get("former", []), difference.former]}
        for key, before, after in difference.keys:
            expected = {key: before}
            follow(difference.kind, expected, renamed)
            assert entry.pop(key, None) == expected[key]
            if after is not None:
                entry[key] = after
        state[difference.kind, difference.entry.id] = entry
    assert state == printed_by_id(new)


def printed_by_id(dataset: Dataset) -> dict[tuple[str, str], Plain]:
    sections = {kind.name: getattr(dataset, kind.section) for kind in KINDS}
    return {
        (kind, key): printed(entry, kind, dataset)
        for kind, entries in sections.items()
        for key, entry in entries.items()
    }


def follow(kind: str, entry: Plain, renamed: dict[tuple[str, str], str]) -> None:
    """References in an entry after others were renamed."""
    for (holder, key), target in REFERENCES.items():
        if holder != kind or key not in entry:
            continue
        if key == "copies":
            for copy in entry[key]:
                copy["publisher"] = renamed.get((target, copy["publisher"]), copy["publisher"])
        elif isinstance(entry[key], list):
            entry[key] = [renamed.get((target, item), item) for item in entry[key]]
        else:
            entry[key] = renamed.get((target, entry[key]), entry[key])


@SEEDS
def test_back_again_what_was_added_is_withdrawn(seed: int) -> None:
    """A renamed entry is another one on the way back: nothing at its old id leads to it there."""
    old, new = dataset_of(base()), dataset_of(edited(seeded(seed))[0])
    there, back = compare(old, new), compare(new, old)
    renamed = {(item.kind, item.entry.id) for item in there if item.state == "renamed"}
    former = {(item.kind, item.former) for item in there if item.state == "renamed"}
    of_state = {
        (state, way): {(item.kind, item.entry.id) for item in differences if item.state == state}
        for way, differences in (("there", there), ("back", back))
        for state in ("added", "withdrawn", "renamed")
    }
    assert of_state["withdrawn", "back"] == of_state["added", "there"] | renamed
    assert of_state["added", "back"] == of_state["withdrawn", "there"] | former
    assert not of_state["renamed", "back"]


def test_nothing_differs_from_itself() -> None:
    assert compare(dataset_of(base()), dataset_of(base())) == ()


def test_the_dataset_itself_is_compared() -> None:
    plain = base()
    plain["dataset"]["license"] = "CC-BY-4.0"
    (difference,) = compare(dataset_of(base()), dataset_of(plain))
    assert (difference.kind, difference.state) == (ABOUT, "changed")
    assert difference.keys == (("license", "CC0-1.0", "CC-BY-4.0"),)


def test_of_two_figures_that_became_one_the_links_of_both_are_known() -> None:
    plain = base()
    plain["articles"][2]["figures"] = plain["articles"][2]["figures"][:2]
    plain["articles"][2]["figures"][0]["former"] = ["f10", "f11"]
    changed, *withdrawn = compare(dataset_of(base()), dataset_of(plain))
    assert (changed.entry.id, changed.keys) == ("f8", (("former", None, ["f10", "f11"]),))
    assert [(item.state, item.entry.id, item.successor) for item in withdrawn] == [
        ("withdrawn", "f10", "f8"),
        ("withdrawn", "f11", "f8"),
    ]


def test_what_was_joined_to_another_metric_is_measured_by_that_now() -> None:
    """Links to the old metric lead to the other one, but it is another: its figures have changed."""
    plain = base()
    plain["metrics"] = [{**metric, "former": ["exports"]} for metric in plain["metrics"][:1]] + plain["metrics"][1:2]
    for figure in figures_of(plain):
        figure["metric"] = figure["metric"].replace("exports", "revenue")
    plain["pipelines"][0]["steps"] = ["firms", "revenue"]
    differences = compare(dataset_of(base()), dataset_of(plain))
    of_metrics = [(item.state, item.entry.id, item.successor) for item in differences if item.kind == "metric"]
    assert of_metrics == [("changed", "revenue", ""), ("withdrawn", "exports", "revenue")]
    of_figures = {(item.entry.id, item.keys) for item in differences if item.kind == "figure"}
    assert of_figures == {(key, (("metric", "exports", "revenue"),)) for key in ("f2", "f5", "f8", "f11")}


def test_several_entries_that_became_a_new_one_were_withdrawn() -> None:
    plain = base()
    plain["publishers"] = [{"id": "press", "former": ["daily", "weekly"], "name": _name("press"), "kind": "newspaper"}]
    for article in plain["articles"]:
        article |= {"publisher": "press", "copies": []}
    differences = [item for item in compare(dataset_of(base()), dataset_of(plain)) if item.kind == "publisher"]
    assert [(item.state, item.entry.id, item.successor) for item in differences] == [
        ("added", "press", ""),
        ("withdrawn", "daily", "press"),
        ("withdrawn", "weekly", "press"),
    ]


def test_a_renamed_figure_that_loses_an_older_id_says_so() -> None:
    plain = base()
    figure = figures_of(plain)[7]
    figure["id"], figure["former"] = "f7-renamed", ["f7"]
    (difference,) = compare(dataset_of(base()), dataset_of(plain))
    assert (difference.state, difference.former) == ("renamed", "f7")
    assert difference.keys == (("former", ["seven"], ["f7"]),)


def test_a_reference_to_another_entry_is_a_change_even_if_its_old_one_was_renamed() -> None:
    plain = base()
    rename("figure", figures_of(plain)[0], plain, {})
    figures_of(plain)[1]["part_of"] = "f3"
    part, whole = sorted(compare(dataset_of(base()), dataset_of(plain)), key=lambda item: item.state)
    assert (part.entry.id, part.keys) == ("f1", (("part_of", "f0", "f3"),))
    assert (whole.state, whole.entry.id, whole.keys) == ("renamed", "f0-renamed", ())


def test_every_key_that_holds_an_id_is_known_as_a_reference() -> None:
    """What ``EntryKind.references`` leaves out: lists of ids, the plan of a figure, publishers of copies."""
    named = {(kind.name, key) for kind in KINDS for key in kind.references}
    assert named < REFERENCES.keys()
    for holder, key in REFERENCES.keys() - named - {("figure", "article")}:
        assert key in next(kind.model for kind in KINDS if kind.name == holder).model_fields
