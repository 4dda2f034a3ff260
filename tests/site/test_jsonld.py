"""The linked data of pages, read by rdflib."""

import json
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from indicators import study
from indicators.export import edition, formats
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.site.pages import figure as figure_page
from indicators.site.volume import volumes
from indicators.values.text import Lang
from tests.builders import make_article, make_dataset, make_figure
from tests.site.sites import assert_leads, elements

SCHEMA = Namespace("https://schema.org/")
QUIET = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""rdflib 7 calls what it has deprecated itself."""


def graph(path: Path) -> Graph:
    """What a page says in JSON-LD. The context is whole in the page: nothing is fetched."""
    (script,) = [element for element in elements(path, "script") if element.get("type") == "application/ld+json"]
    return Graph().parse(data=script.text or "", format="json-ld")


@QUIET
def test_overview_is_a_dataset(shipped_site: Path, shipped: Dataset) -> None:
    triples = graph(shipped_site / "en" / "index.html")
    (dataset,) = triples.subjects(RDF.type, SCHEMA.Dataset)
    assert str(triples.value(dataset, SCHEMA.license)) == "https://spdx.org/licenses/CC-BY-4.0"
    newest = max(article.published.end for article in shipped.articles.values())
    assert str(triples.value(dataset, SCHEMA.dateModified)) == newest.isoformat()
    assert str(triples.value(dataset, SCHEMA.version)) == edition.of(study.of(shipped), "0" * 64).version
    assert triples.value(dataset, SCHEMA.temporalCoverage)
    assert len(list(triples.objects(dataset, SCHEMA.distribution))) == len(formats.FORMATS)
    forms = set()
    for download in triples.subjects(RDF.type, SCHEMA.DataDownload):
        assert_leads(shipped_site / "en" / "index.html", str(triples.value(download, SCHEMA.contentUrl)))
        forms.add(str(triples.value(download, SCHEMA.encodingFormat)))
    assert forms == {form.mime for form in formats.FORMATS.values()}


@QUIET
def test_figures_are_claims_of_articles(shipped_site: Path, shipped: Dataset) -> None:
    for key, figure in list(shipped.figures.items())[::7]:
        triples = graph(shipped_site / "zh" / "figure" / f"{key}.html")
        (claim,) = triples.subjects(RDF.type, SCHEMA.Claim)
        article = triples.value(claim, SCHEMA.appearance)
        printed = shipped.article_of[key]
        assert str(triples.value(claim, SCHEMA.text)) == figure.quote
        assert (article, RDF.type, SCHEMA.NewsArticle) in triples
        assert str(triples.value(article, SCHEMA.datePublished)) == printed.published.text
        assert (triples.value(article, SCHEMA.url) is None) == (printed.url is None)
        about = triples.value(claim, SCHEMA.about)
        assert triples.value(about, SCHEMA.value) is not None
        assert ((about, RDF.type, SCHEMA.Observation) in triples) == (figure.nature == "actual")


def documents_of(*figures: Figure, lang: Lang = "en") -> list[Any]:
    """What the pages of the figures say in JSON-LD."""
    whole = study.of(make_dataset(make_article(*figures)))
    volume = next(each for each in volumes(whole) if each.lang == lang)
    return [figure_page.page(figure, volume).linked_data for figure in whole.dataset.figures.values()]


def test_a_value_is_in_its_base_unit() -> None:
    growth, area = (
        document["about"]
        for document in documents_of(make_figure(text=None, growth="32%"), make_figure(id="other", text="近30万公顷"))
    )
    assert (growth["value"], growth["unitText"]) == (0.32, "fraction (1 is 100%)")
    assert (area["value"], area["unitText"], area["description"]) == (4_500_000, "mu", "nearly 300,000 hectares")
    assert area["maxValue"] <= 4_500_000
    assert "minValue" in area


@pytest.mark.parametrize(
    ("changes", "length"),
    [
        ({"period": "2022"}, "P1Y"),
        ({"period": "2022-S1"}, "P6M"),
        ({"period": "2022-01-01/P7M"}, "P7M"),
        ({"period": "2022-08-05"}, "P1D"),
        ({"metric": "firms", "period": "2022-06", "text": "7家"}, None),  # a stock is of one moment
    ],
)
def test_an_observation_has_the_length_of_its_period(changes: dict[str, str], length: str | None) -> None:
    (document,) = documents_of(make_figure(**changes))
    assert document["about"]["@type"] == "Observation"
    assert document["about"].get("observationPeriod") == length
    assert document["about"]["observationDate"] == document["temporalCoverage"].partition("/")[2]


@pytest.mark.parametrize(
    ("nature", "lang", "word"),
    [("target", "en", "target"), ("target", "zh", "目标"), ("expected", "en", "expected"), ("expected", "zh", "预计")],
)
def test_what_is_no_result_is_no_observation(nature: str, lang: Lang, word: str) -> None:
    (document,) = documents_of(make_figure(nature=nature), lang=lang)
    assert "Observation" not in json.dumps(document)
    about = document["about"]
    assert (about["@type"], about["value"]) == ("PropertyValue", 5_692_000_000)
    for text in (document["name"], about["name"], about["description"], about["measurementTechnique"].lower()):
        assert word in text


def test_an_observation_says_of_what_part_it_is() -> None:
    (document,) = documents_of(make_figure(text=None, growth="5%"))
    assert document["about"]["variableMeasured"]["name"] == "Revenue · Year-on-year growth"
