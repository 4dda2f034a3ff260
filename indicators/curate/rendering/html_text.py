"""A draft → one page that works offline: the text with what was read in it, and beside it what each number may be."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from markupsafe import Markup

from indicators.charts.plots.theme import DARK, LIGHT
from indicators.curate.drafts import DraftArticle, DraftFigure, counts, unread
from indicators.curate.rendering.json_text import spans
from indicators.export.markup import DOCTYPE, Child, joined, markup, tag
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import ALL
from indicators.pages.every_page import stylesheets
from indicators.values.text import TAGS, Lang
from indicators.words import terms
from indicators.words.curate import draft as words

_STYLES: Final = Path(__file__).with_name("draft.css")


def to_html(text: str, articles: Sequence[DraftArticle], dataset: Dataset, lang: Lang) -> str:
    """The page of a draft in one language; it has no program, and asks nothing of any server."""
    title = words.PAGE.of(lang)
    body = tag(
        "main",
        tag("div", tag("b", title), tag("span", dataset.about.title.of(lang)), class_="top"),
        tag("p", tag("b", words.NOT_CHECKED.of(lang)), " ", _counted(articles, lang), class_="unchecked"),
        *(_article(text, article, dataset, lang) for article in articles),
        tag("footer", words.OFFLINE.of(lang)),
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", _styles()),
    )
    return str(DOCTYPE + tag("html", head, tag("body", body), lang=TAGS[lang])) + "\n"


def _counted(articles: Sequence[DraftArticle], lang: Lang) -> str:
    numbers, figures, others = counts(articles)
    sentence = words.counted(numbers, figures, others, lang)
    count = sum(unread(article.not_figures) for article in articles)
    return terms.SENTENCES.of(lang).join([sentence, words.UNREAD.of(lang, count)]) if count else sentence


def _styles() -> Markup:
    light, dark = stylesheets.colours(LIGHT), stylesheets.colours(DARK)
    rules = stylesheets.of_roles() + _STYLES.read_text(encoding="utf-8")
    dark_rules = f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}"
    return Markup(f":root {{ color-scheme: light dark; {stylesheets.FONTS} {light} }}\n{dark_rules}\n{rules}")  # noqa: S704


def _article(text: str, article: DraftArticle, dataset: Dataset, lang: Lang) -> Markup:
    numbered = {figure.start: index for index, figure in enumerate(article.figures, 1)}
    left_out = [
        tag("span", tag("b", other.text), " ", words.REASONS[other.why].of(lang))
        for other in article.not_figures
        if other.why != "date"
    ]
    galley = tag("div", marked(text, article, numbered, lang), class_="galley", lang=_language(text))
    legend = joined(
        "", (tag("span", tag("span", name.of(lang), class_=f"r r-{role}")) for role, name in words.ROLES.items())
    )
    return markup(
        tag("h2", article.headline) if article.headline else None,
        tag(
            "div",
            tag(
                "section",
                galley,
                tag("p", legend, class_="legend"),
                tag("p", *left_out, class_="left-out") if left_out else None,
            ),
            tag(
                "section",
                tag(
                    "ol",
                    *(_row(index, figure, dataset, lang) for index, figure in enumerate(article.figures, 1)),
                    class_="figures",
                ),
            ),
            class_="columns",
        ),
    )


def _language(text: str) -> str:
    return TAGS["zh"] if any("\u4e00" <= char <= "\u9fff" for char in text) else TAGS["en"]


def marked(text: str, article: DraftArticle, numbered: dict[int, int], lang: Lang) -> Markup:
    """The text below the headline, each character once, with its roles; of spans that overlap the outer counts."""
    return markup(*_marked(text, article, numbered, lang))


def _marked(text: str, article: DraftArticle, numbered: dict[int, int], lang: Lang) -> Iterator[Child]:
    place = article.body
    for start, end, role in sorted(spans(article), key=lambda span: (span[0], -span[1])):
        if start < place:
            continue
        yield text[place:start]
        number = numbered.get(start)
        mark = tag("sup", str(number), aria_hidden="true") if number and role not in {"period", "place"} else None
        name = words.ROLES.get(role if role in words.ROLES else "growth")
        yield tag("span", text[start:end], mark, class_=f"r r-{role}", title=name.of(lang) if name else None)
        place = end
    yield text[place : article.end]


def _metric_name(figure: DraftFigure, dataset: Dataset, lang: Lang) -> str:
    new, metric = figure.open_metric, dataset.metrics.get(figure.metric)
    if new and new.standard:
        return words.NEW_NAMED.of(lang).format(name=new.zh if lang == "zh" else new.en)
    return metric.name.of(lang) if metric else words.NO_METRIC.of(lang)


def _row(index: int, figure: DraftFigure, dataset: Dataset, lang: Lang) -> Markup:
    facts = [
        _metric_name(figure, dataset, lang),
        *(
            dataset.sectors[figure.sector].name.of(lang)
            for _ in [0]
            if figure.sector != ALL and figure.sector in dataset.sectors
        ),
        *(dataset.groups[figure.group].name.of(lang) for _ in [0] if figure.group in dataset.groups),
        *(dataset.regions[figure.region].name.of(lang) for _ in [0] if figure.region in dataset.regions),
        figure.period.label(lang) if figure.period else words.NO_TIME.of(lang),
        *(terms.NATURES[figure.nature].of(lang) for _ in [0] if figure.nature != "actual"),
    ]
    parts = [f"{words.ROLES.get(role, words.ROLES['growth']).of(lang)} {part.words}" for role, part in figure.parts()]
    doubts = [words.WHY[reason].of(lang) for reason in figure.reasons]
    if figure.second:
        second = ", ".join(f"{field}: {value}" for field, value in figure.second)
        doubts.append(words.SECOND.of(lang).format(second=second))
    head = figure.text or next((part.words for _, part in figure.parts()), "")
    return tag(
        "li",
        tag("i", str(index)),
        tag("b", head),
        tag(
            "span",
            " · ".join(facts),
            tag("small", f"“{figure.quote}”", *(f"；{part}" if lang == "zh" else f"; {part}" for part in parts)),
            tag("small", "◇ ", ("；" if lang == "zh" else "; ").join(doubts), class_=figure.sure) if doubts else None,
        ),
    )
