"""A draft → JSON, in a form that programs can rely on (docs/curate.md says what each key holds)."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from indicators.curate.drafts import DraftArticle, DraftFigure, DraftNoFigure, DraftPart, ProposedMetric
from indicators.curate.metric_proposals import id_of
from indicators.curate.rendering.yaml_text import ArticleSource
from indicators.values import quantity_parser
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.words.curate import draft as words


def to_json(articles: Sequence[DraftArticle], source: ArticleSource) -> str:
    """The articles of a page as one JSON document; places are offsets of the text in Unicode code points."""
    return json.dumps({"articles": [_article(article, source) for article in articles]}, ensure_ascii=False, indent=2)


def _article(article: DraftArticle, source: ArticleSource) -> dict[str, Any]:
    return {
        "headline": article.headline,
        "published": source.published.text if source.published else "",
        "publisher": source.publisher,
        "url": source.url,
        "start": article.start,
        "end": article.end,
        "spans": [{"start": start, "end": end, "role": role} for start, end, role in spans(article)],
        "figures": [_figure(figure) for figure in article.figures],
        "not_figures": [no_figure(other) for other in article.not_figures],
    }


def spans(article: DraftArticle) -> list[tuple[int, int, str]]:
    """Start, end and role of all that is known of the text of an article, in its order, each once.

    Of a year that is the time of a figure (in 2022) the period comes before what is no figure by itself.
    """
    several = {(start, end, "period") for start, end in article.times}
    several |= {(start, end, "place") for start, end in (*article.places, *article.unknown_places)}
    for figure in article.figures:
        several.add((figure.start, figure.end, figure.main_role))
        several |= {(part.start, part.end, role) for role, part in figure.parts()}
    several |= {(other.start, other.end, "no-figure") for other in article.not_figures}
    return sorted(several, key=lambda span: (*span[:2], span[2] == "no-figure", span[2]))


def _figure(figure: DraftFigure) -> dict[str, Any]:
    quantity = figure.quantity or counted(figure.text)
    return {
        "text": figure.text,
        "value": number(quantity.value) if quantity else None,
        "low": number(quantity.low) if quantity else None,
        "high": number(quantity.high) if quantity else None,
        "unit": figure.quantity.unit.id if figure.quantity else "",
        "qualifier": quantity.qualifier if quantity else "",
        **{name: _words(getattr(figure, name)) for name in ("growth", "change", "completion", "share", "points")},
        "nature": figure.nature,
        "period": figure.period.text if figure.period else "",
        "region": figure.region,
        "sector": figure.sector,
        "group": figure.group,
        "metric": "" if "metric" in figure.why else figure.metric,
        "metric_choices": [
            {"metric": choice.kind.metric, "score": round(choice.score, 3), "because": choice.words}
            for choice in figure.choices
        ],
        "new_metric": _new_metric(figure.open_metric) if figure.open_metric else None,
        "quote": figure.quote,
        "growth_quote": _quote(figure.growth or figure.points),
        "share_quote": _quote(figure.share),
        "completion_quote": _quote(figure.completion),
        "start": figure.start,
        "end": figure.end,
        "sure": figure.sure,
        "why": list(figure.why),
        "second": dict(figure.second),
        "new_entries": [asdict(new) for new in figure.new_entries],
    }


def counted(text: str) -> Quantity | None:
    """What a number says whose unit is not known, as a count of things: 1.74万笔 are 17,400."""
    try:
        return quantity_parser.parse(f"{text[:-1]}个") if text[-1:] > "\u4e00" else None
    except Fault:
        return None


def _new_metric(new: ProposedMetric) -> dict[str, Any]:
    return {"id": id_of(new.zh, new.en), **asdict(new)}


def number(value: Decimal) -> float | int | None:
    if not value.is_finite():
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _words(part: DraftPart | None) -> str:
    return part.words if part else ""


def _quote(part: DraftPart | None) -> str:
    return part.quote if part else ""


def no_figure(other: DraftNoFigure) -> dict[str, Any]:
    return {
        "text": other.text,
        "start": other.start,
        "end": other.end,
        "reason": other.why,
        "why": words.REASONS[other.why].en,
    }
