"""A figure, an article or a view of the dashboard → the work that it is, and how to cite that."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from indicators.analysis.held_numbers import phrase_of
from indicators.export.citation_styles import Style, Work, WorkKind, on_one_line, written
from indicators.model.articles import Article, Figure
from indicators.phrasing.articles import issuer
from indicators.phrasing.figures import (
    as_printed,
    bare_amount,
    bare_change,
    bare_completion,
    bare_growth,
    bare_part,
)
from indicators.phrasing.names import Names
from indicators.values import periods
from indicators.values.periods import Period
from indicators.values.text import TAGS
from indicators.words import terms
from indicators.words.export import citations as words


def cite_figure(
    figure_id: str, names: Names, link: str, accessed: date | None = None, *, number: str = ""
) -> dict[Style, str]:
    """The article that reports a figure, the figure as it was printed, and its permanent ``link``.

    ``accessed`` is the day on which the reader saw the article's address; ``number`` the id of the number that was
    chosen, whose words are quoted.
    """
    figure = names.dataset.figures[figure_id]
    article = names.dataset.article_of[figure_id]
    name, number, quote = _name(figure, names), _number(figure, names), on_one_line(phrase_of(figure, number))
    cited = names.of(words.CITED).format(name=name, number=number, quote=quote)
    notes = cited, names.of(words.PERMANENT).format(link=link)
    return written(_of_article(article, names, accessed, key=figure.id, notes=notes), names)


def cite_article(article_id: str, names: Names, accessed: date | None = None) -> dict[Style, str]:
    """An article; ``accessed`` is as in ``cite_figure``."""
    return written(_of_article(names.dataset.articles[article_id], names, accessed), names)


def cite_view(
    title: str, names: Names, link: str, accessed: date | None = None, *, version: str = ""
) -> dict[Style, str]:
    """A page of the dashboard: the dataset, what the page shows of it, and its link.

    A dataset has no date of its own, and no version unless the caller knows one.
    """
    about = names.dataset.about
    view = names.of(words.VIEW_OF).format(dataset=_title(names), view=on_one_line(title)) if title else _title(names)
    licensed = names.of(words.LICENSED).format(license=on_one_line(about.license))
    seen = _day(accessed)
    return written(Work(about.id, "dataset", view, url=link, accessed=seen, version=version, notes=(licensed,)), names)


_KINDS: Final[dict[str, WorkKind]] = {
    "newspaper": "newspaper",
    **dict.fromkeys(("news-agency", "news-site", "industry-site", "reprint"), "site"),
    **dict.fromkeys(("social-media", "government", "statistics-office", "office", "company"), "own"),
}


def _of_article(
    article: Article, names: Names, accessed: date | None, *, key: str = "", notes: Sequence[str] = ()
) -> Work:
    copy = None if article.url else next(iter(article.copies), None)
    url = article.url or (copy.url if copy else "")
    headline, printed = article.headline, article.printed_headline
    return Work(
        key=key or article.id,
        kind=_KINDS[names.dataset.publishers[article.publisher].kind],
        title=on_one_line(printed or (names.of(headline) if headline else "")),
        translation=on_one_line(names.of(headline)) if headline and printed and _is_translated(article, names) else "",
        described=headline is not None and not printed,
        untranslated=names.untranslated(article),
        language=TAGS[article.language],
        publisher=on_one_line(names.publisher(article.publisher)),
        printed_by=on_one_line(Names(names.dataset, "zh").publisher(article.publisher)),
        published=article.published,
        url=url,
        reprint=copy is not None,
        reprinter=on_one_line(names.publisher(copy.publisher)) if copy and copy.publisher else "",
        accessed=_day(accessed) if url else None,
        notes=tuple(note for note in (on_one_line(issuer(article, names)), *notes) if note),
    )


def _is_translated(article: Article, names: Names) -> bool:
    return names.lang != article.language and not names.untranslated(article)


def _title(names: Names) -> str:
    return on_one_line(names.of(names.dataset.about.title))


def _day(day: date | None) -> Period | None:
    return periods.parse(day.isoformat()) if day else None


def _name(figure: Figure, names: Names) -> str:
    """What the number is of: metric, place and period."""
    facts = {
        "metric": names.of(names.dataset.metrics[figure.metric].name),
        "place": names.place(figure.place),
        "period": figure.period.label(names.lang),
    }
    return on_one_line(names.of(words.NAME).format(**facts))


def _number(figure: Figure, names: Names) -> str:
    """All that is printed of it, amount, growth and share of the plan, and its nature unless it is actual."""
    parts = []
    if figure.text:
        original, number = as_printed(figure.text), bare_amount(figure, names)
        parts.append(original if names.lang == "zh" else words.AMOUNT.format(printed=original, number=number))
    if figure.growth:
        growth = bare_growth(figure, names)
        parts.append(growth if figure.growth_from else names.of(words.GROWTH).format(growth=growth))
    if change := bare_change(figure, names):
        parts.append(names.of(words.CHANGE).format(change=change))
    if figure.share:
        parts.append(names.of(words.SHARE).format(share=bare_part(figure, names)))
    if figure.completion:
        parts.append(names.of(words.COMPLETION).format(share=bare_completion(figure, names)))
    return on_one_line(names.of_nature(names.of(terms.COMMA).join(parts), figure.nature))
