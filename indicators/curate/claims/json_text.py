"""Claims with their verdicts → JSON, in a form that programs can rely on (docs/curate.md says what each key holds)."""

import json
from decimal import Decimal
from typing import Any

from indicators.analysis import links
from indicators.curate.claims.index import ReportedNumber
from indicators.curate.claims.sentences import phrase_of, verdict_sentence
from indicators.curate.claims.verdicts import Claim, ClaimedText
from indicators.curate.rendering.json_text import no_figure, number
from indicators.phrasing.names import Names


def to_json(claimed: ClaimedText, names: Names) -> str:
    """The claims of a text as one JSON document; places are offsets of the text in Unicode code points."""
    document = {
        "wrong": claimed.is_wrong,
        "undated": claimed.undated,
        "claims": [_claim(claim, names) for claim in claimed.claims],
        "not_figures": [no_figure(other) for other in claimed.not_figures],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _claim(claim: Claim, names: Names) -> dict[str, Any]:
    subject, quantity = claim.subject, claim.quantity
    return {
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "number": claim.number,
        "value": number(quantity.value),
        "low": number(quantity.low),
        "high": number(quantity.high),
        "unit": quantity.unit.id,
        "qualifier": quantity.qualifier,
        "metric": subject.metric,
        "region": subject.region,
        "sector": subject.sector,
        "group": subject.group,
        "period": subject.period.text if subject.period else "",
        "nature": subject.nature,
        "verdict": claim.verdict,
        "wrong": claim.is_wrong,
        "why": verdict_sentence(claim, names),
        "difference": _optional(claim.difference),
        "relative": _optional(claim.relative),
        "factor": _optional(claim.factor),
        "hint": claim.hint,
        "comparison": claim.compared.kind if claim.compared else "",
        "comes_to": _optional(claim.compared.value if claim.compared else None),
        "reports": [_report(report, names) for report in claim.reports],
    }


def _optional(decimal: Decimal | None) -> float | int | None:
    return None if decimal is None else number(decimal)


def _report(report: ReportedNumber, names: Names) -> dict[str, Any]:
    figure = report.figure
    article = names.dataset.article_of[figure.id]
    ways = links.links(article, names.dataset, phrase_of(report))
    return {
        "figure": figure.id,
        "number": report.number,
        "printed": report.quantity.printed,
        "value": number(report.quantity.value),
        "quote": phrase_of(report),
        "metric": figure.metric,
        "region": figure.region,
        "sector": figure.sector,
        "group": figure.group,
        "period": figure.period.text,
        "nature": figure.nature,
        "article": article.id,
        "publisher": article.publisher,
        "published": article.published.text,
        "url": ways[0].url if ways else "",
        "link": f"?figure={figure.id}",
    }
