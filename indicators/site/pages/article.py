"""The page of an article: who printed what and when, its figures, and how to cite it, as the dashboard shows it."""

from indicators.export.citations import cite_article
from indicators.model.articles import Article
from indicators.pages import parts
from indicators.pages.sources import article_page
from indicators.phrasing.articles import publication
from indicators.site import card_texts, jsonld
from indicators.site.addresses import SiteAddresses
from indicators.site.volume import Page, Volume
from indicators.words import site as words
from indicators.words import terms


def page(article: Article, volume: Volume) -> Page:
    """The page of an article."""
    names = volume.names
    printed = publication(article, names)
    count = names.count(terms.FIGURES, len(article.figures))
    context = volume.page_context(SiteAddresses(volume, "../"))
    return Page(
        path=f"article/{article.id}.html",
        title=printed.headline,
        description=volume.of(words.SENTENCE).join((printed.byline, count)),
        body=parts.page(article_page.of(article, cite_article(article.id, names), context), name="sources"),
        section="articles",
        linked_data={"@context": jsonld.CONTEXT, **jsonld.article(article, volume)},
        kind="article",
        card=card_texts.path_of_article(article, volume),
        trail=(
            (volume.of(words.SECTIONS["overview"]), "index.html"),
            (volume.of(words.SECTIONS["articles"]), "articles.html"),
        ),
    )
