"""The linked data of pages, read by rdflib."""

from pathlib import Path

import pytest
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from indicators import study
from indicators.export import formats
from indicators.model.dataset import Dataset
from indicators.site.pages import figure as figure_page
from indicators.site.volume import volumes
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
def test_overview_is_a_dataset(shipped_site: Path) -> None:
    triples = graph(shipped_site / "en" / "index.html")
    (dataset,) = triples.subjects(RDF.type, SCHEMA.Dataset)
    assert str(triples.value(dataset, SCHEMA.license)) == "CC-BY-4.0"
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
        observation = triples.value(claim, SCHEMA.about)
        assert triples.value(observation, SCHEMA.value) is not None


def test_a_value_is_in_its_unit() -> None:
    dataset = make_dataset(
        make_article(make_figure(text=None, growth="32%"), make_figure(id="other", text="近1.5万亩"))
    )
    zh, _ = volumes(study.of(dataset))
    documents = [figure_page.page(figure, zh).linked_data or {} for figure in dataset.figures.values()]
    assert documents[0]["about"]["value"]["value"] == 32
    assert documents[1]["about"]["value"]["value"] == 15000
    assert documents[1]["about"]["value"]["maxValue"] <= 15000
    assert "minValue" in documents[1]["about"]["value"]
