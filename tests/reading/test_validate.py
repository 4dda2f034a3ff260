"""What pydantic finds becomes our codes, for every class, at the line where a curator looks."""

from typing import get_args

import pytest
from pydantic import BaseModel

from indicators.model.articles import Article, Figure
from indicators.model.bases import Entry, Identified, Named
from indicators.model.document import Document
from indicators.reading import validate, yaml_source
from indicators.reading.corpus import locate
from indicators.values.problems import Problem
from tests.builders import FIGURE, GOOD, changed, make_figure


def problems(text: str) -> tuple[Problem, ...]:
    document, problems = validate.document(yaml_source.read(text.encode(), "data.yaml"))
    assert (document is None) is bool(problems)
    return problems


def test_every_class_has_its_keys() -> None:
    """Where an unknown key can stand, the known ones are those of the class that stands there."""
    classes = {kind for base in (Entry, Identified, Named) for kind in base.__subclasses__()} - {Identified, Named}
    assert set(validate._CLASSES.values()) == {
        kind
        for kind in classes
        if kind.__module__.startswith("indicators.model.")  # standard indicators are no file
    }
    for keys, kind in validate._CLASSES.items():
        model: type[BaseModel] = Document
        for key in keys:
            (model,) = classes_in(model.model_fields[key].annotation)
        assert model is kind


def classes_in(annotation: object) -> set[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return {kind for part in get_args(annotation) for kind in classes_in(part)}


# Where a key too many stands → the keys that are told
UNKNOWN = [
    ("license: CC-BY-4.0", "licence", ("id", "title", "short", "license", "description", "contact")),
    ("zh: 示例", "fr", ("zh", "en")),
    ("{id: output", "nam", ("id", "former", "name")),
    ("{id: east", "partof", ("id", "former", "also", "name", "short", "level", "part_of", "gbt2260", "location")),
    ("{region: city", "quarter", ("metric", "region", "sector", "group", "period", "nature")),
    ("published: 2022-08-05", "headlin", tuple(Article.model_fields)),
    ("growth: 32%", "units_of", tuple(Figure.model_fields)),
]


@pytest.mark.parametrize(("beside", "key", "known"), UNKNOWN)
def test_unknown_key(beside: str, key: str, known: tuple[str, ...]) -> None:
    line = next(line for line in GOOD.splitlines() if beside in line)
    flow = "{" in line
    indent = line[: len(line) - len(line.lstrip())]
    text = changed((beside, f"{beside}, {key}: x" if flow else f"{beside}\n{indent}{key}: x"))
    (problem,) = problems(text)
    assert (problem.code, problem.facts["key"], problem.facts["known"]) == ("unknown-key", key, ", ".join(known))
    assert text.splitlines()[problem.line - 1][problem.column - 1 :].startswith(f"{key}: x")


def test_all_is_gathered() -> None:
    text = changed(("id: example", "id: Example"), ("kind: newspaper", "kind: paper"), ("text: 14家", "text: 14"))
    assert [problem.code for problem in problems(text)] == ["id-form", "not-one-of", "quantity-unit-missing"]


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("articles", 0, "figures", 0, "region"), "region: city, sector"),  # inherited
        (("articles", 0, "figures", 1, "region"), "region: east"),
        (("articles", 0, "figures", 1, "nature"), "id: east-firms"),  # nowhere
        (("articles", 0, "figures", 0, "note"), "id: city-revenue"),
        (("articles", 0, "figures", 9, "region"), "id: city-revenue"),
    ],
)
def test_a_value_is_found_where_it_is_written(keys: tuple[str | int, ...], line: str) -> None:
    place, _ = locate(yaml_source.read(GOOD.encode(), "data.yaml"), keys)
    assert line in GOOD.splitlines()[place - 1]


def test_what_a_figure_lacks_is_told_at_the_figure() -> None:
    """Also where the article has defaults: they are not where the slip is."""
    text = GOOD.replace("        metric: revenue\n", "").replace("        metric: firms\n", "")
    missing = problems(text)
    assert [(problem.code, problem.facts["key"]) for problem in missing] == [("missing-key", "metric")] * 2
    lines = [text.splitlines()[problem.line - 1].strip(" -") for problem in missing]
    assert lines == ["id: city-revenue", "id: east-firms"]


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("{}", "{…}"),
        ("[]", "[]"),
        ("[a, b]", "[a, b]"),
        ("[1, 2, 3, 4, 5, 6]", "[1, 2, 3, 4, 5]"),
        ("x" * 99, "x" * 60),
    ],
)
def test_values_are_shown_short(printed: str, shown: str) -> None:
    (problem,) = problems(changed(("kind: newspaper", f"kind: {printed}")))
    assert problem.facts["value"] == shown


def test_figures_that_say_the_same_things_share_the_set_of_them() -> None:
    """It would take more room than the figure; and what is changed is a copy."""
    figure, other, longer = make_figure(), make_figure(id="other"), make_figure(growth="32%")
    assert figure.model_fields_set is other.model_fields_set == set(FIGURE)
    assert longer.model_fields_set == {*FIGURE, "growth"}
    copy = figure.model_copy(update={"note": None})
    assert (copy.model_fields_set, figure.model_fields_set) == ({*FIGURE, "note"}, set(FIGURE))


COMPLETIONS = [
    ("defaults", "上半年", {"suggestion": "2022-S1", "published": "2022-08"}),
    ("figure", "1—7月", {"suggestion": "2022-01-01/P7M", "published": "2022-08"}),
    ("figure", "截至6月末", {"suggestion": "2022-06", "published": "2022-08"}),
    ("figure", "去年", {"suggestion": "2021", "published": "2022-08"}),
    ("figure", "去年同期", {"suggestion": "2021-S1", "defaults": "2022-S1"}),
    ("figure", "the same period last year", {"suggestion": "2021-S1", "defaults": "2022-S1"}),
    ("target", "全年", {"suggestion": "2022", "published": "2022-08"}),
    ("figure", "全年", {"suggestion": "2021", "published": "2022-08"}),
    ("defaults", "去年同期", {"suggestion": ""}),
    ("figure", "春节", {"suggestion": ""}),
    ("figure", "2022年上半年", {"suggestion": "2022-S1"}),
]


@pytest.mark.parametrize(("where", "printed", "facts"), COMPLETIONS)
def test_the_article_completes_a_period_without_a_year(where: str, printed: str, facts: dict[str, str]) -> None:
    written = {"defaults": "2022-S1", "figure": "2022", "target": "2022"} | {where: printed}
    refused = problems(ARTICLE.format(**written))
    assert {problem.code for problem in refused} == {"period-form"}
    assert all(problem.facts == {"key": "period", "text": printed, **facts} for problem in refused)


ARTICLE = """articles:
  - id: a
    publisher: daily
    published: 2022-08
    headline: {{zh: 标题, en: Title}}
    url: null
    defaults: {{metric: m, region: r, sector: all, period: {defaults}}}
    figures:
      - {{id: one, period: {figure}, text: 3亿元, quote: 3亿元}}
      - {{id: two, period: {target}, text: 3亿元, quote: 3亿元, nature: target}}
      - {{id: three, text: 3亿元, quote: 3亿元, nature: target}}
"""
"""Of August 2022: ``defaults``, ``figure`` and ``target`` are the periods of all, of a result and of a target."""


@pytest.mark.parametrize("published", ["published: 2022-S1", "published: [2022]", "note: {zh: 无, en: none}"])
def test_an_article_without_a_date_completes_nothing(published: str) -> None:
    text = ARTICLE.format(defaults="2022-S1", figure="上半年", target="2022").replace("published: 2022-08", published)
    facts = [problem.facts for problem in problems(text) if problem.code == "period-form"]
    assert facts == [{"key": "period", "text": "上半年", "suggestion": ""}]
