"""A finding → its words: what it is of, the sentence that says it, the amounts behind it, and how it was worked out.

No sentence says more than the intervals of its numbers allow: a number that was worked out is "about" unless every
number in its interval is rounded to it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from indicators.analysis import formulas
from indicators.analysis.findings.finding import Finding, FindingKind
from indicators.analysis.formulas import Derived
from indicators.model.articles import Figure
from indicators.model.subjects import TREES
from indicators.model.vocabulary import ALL
from indicators.phrasing.articles import byline
from indicators.phrasing.figures import growth_rate, growth_size, printed, share
from indicators.phrasing.names import Names
from indicators.values import units
from indicators.values.intervals import ONE, Interval
from indicators.values.text import LocalText
from indicators.words import terms
from indicators.words.phrasing import findings as words

NAMED: Final = 2
"""Parts or places that a sentence names."""
CONTRIBUTIONS: Final = 4
"""Contributions that the line under a headline tells."""
BYLINES: Final = 2
_PERCENT: Final = Decimal("0.001")
"""What is worked out is told to a tenth of a per cent."""


@dataclass(frozen=True, slots=True)
class FindingText:
    """A finding as a reader meets it; ``deck`` can be empty."""

    kicker: str
    headline: str
    deck: str
    method: str
    source: str


def of(finding: Finding, names: Names) -> FindingText:
    """All words of a finding."""
    sentence, deck = _SENTENCES[finding.kind](finding, names)
    facts = {"theme": names.theme(finding.theme), "period": finding.period.label(names.lang)}
    return FindingText(
        kicker=names.of(words.KICKER).format(**facts),
        headline=sentence,
        deck=deck,
        method=names.of(_method(finding, names)),
        source=source(finding, names),
    )


def _method(finding: Finding, names: Names) -> LocalText:
    """How it was worked out; a growth that is no more than printed has nothing that follows from it."""
    if finding.kind != "multiple" or len(finding.figures) > 1:
        return words.METHODS[finding.kind]
    base = formulas.base(names.dataset.figures[finding.figures[0]], names.dataset)
    return words.GROWTH_METHOD if isinstance(base, Derived) else words.GROWTH_ONLY_METHOD


def headline(finding: Finding, names: Names) -> str:
    """The sentence that says it."""
    return _SENTENCES[finding.kind](finding, names)[0]


def source(finding: Finding, names: Names) -> str:
    """Who printed the figures, when, whose numbers they are, and how many figures there are."""
    articles = list(dict.fromkeys(names.dataset.article_of[key].id for key in finding.figures))
    bylines = [byline(names.dataset.articles[key], names) for key in articles[:BYLINES]]
    if len(articles) > BYLINES:
        bylines.append(names.count(words.MORE_ARTICLES, len(articles) - BYLINES))
    figures = names.count(terms.FIGURES, len(finding.figures))
    return names.of(words.SOURCE).format(articles=names.of(terms.SEMICOLON).join(bylines), figures=figures)


def stated(interval: Interval, value: Decimal, names: Names) -> str:
    """A share without its sign, to a tenth of a per cent: 5.0% only if the whole interval is rounded to it."""
    return _about(interval, value, names, units.compact(abs(value.quantize(_PERCENT)), "percent", names.lang, 6))


def points(interval: Interval, value: Decimal, names: Names) -> str:
    """A number of points without its sign or its unit: 6.9, about 0.2."""
    return _about(interval, value, names, f"{abs(value.quantize(_PERCENT)) * 100:.1f}")


def _about(interval: Interval, value: Decimal, names: Names, number: str) -> str:
    exact = interval.low.quantize(_PERCENT) == interval.high.quantize(_PERCENT) == value.quantize(_PERCENT)
    return number if exact else names.of(words.ABOUT).format(number=number)


# --- names in a sentence ---------------------------------------------------------------------------------------------


def subject(figure: Figure, names: Names) -> str:
    """What a figure is about, in the middle of a sentence: Rizhao’s public budget revenue."""
    facts = {
        "region": names.region(figure.region),
        "metric": mid_sentence(names.metric(figure.metric)),
        "aside": _aside(figure, names),
    }
    return names.of(words.SUBJECT).format(**facts)


def _aside(figure: Figure, names: Names) -> str:
    """The sector and the group, unless it is the whole of both."""
    inner = [names.entry(tree, key) for tree in ("sector", "group") if (key := getattr(figure, tree)) != ALL]
    return names.of(words.ASIDE).format(place=names.of(terms.LIST).join(inner)) if inner else ""


def mid_sentence(name: str) -> str:
    """A name as it stands within a sentence; what begins with two capitals stays: GDP per head."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def part_name(part: Figure, whole: Figure, names: Names) -> str:
    """What tells a part from its whole: its metric, its place, or else its period."""
    inner = [names.metric(part.metric)] if part.metric != whole.metric else []
    inner += [names.entry(tree, getattr(part, tree)) for tree in TREES if getattr(part, tree) != getattr(whole, tree)]
    return names.of(terms.JOIN).join(inner) or part.period.label(names.lang)


def _listed(keys: tuple[str, ...], name: Callable[[Figure], str], names: Names) -> str:
    return names.listed([name(names.dataset.figures[key]) for key in keys])


def _rate(figure: Figure, names: Names) -> str:
    """The printed growth without its sign, for a verb that says it; 1.1倍 in per cent, not to be taken for times."""
    growth = figure.growth
    if growth is None or growth.qualifier != "exact" or growth.unit.id == "percent":
        return growth_size(figure, names)
    return units.compact(abs(growth.value), "percent", names.lang, digits=15)


# --- the sentence of each kind ---------------------------------------------------------------------------------------


def _opposite_parts(finding: Finding, names: Names) -> tuple[str, str]:
    figures = names.dataset.figures
    whole = figures[finding.figures[0]]
    rose = whole.growth is not None and whole.growth.value > 0

    def name(part: Figure) -> str:
        named = part_name(part, whole, names)
        return named if part.region != whole.region else mid_sentence(named)

    facts = {
        "subject": subject(whole, names),
        "lead": _listed(finding.leading[:1], name, names),
        "opposed": _listed(finding.opposed[:NAMED], name, names),
    }
    headline = names.of(words.OPPOSITE_PARTS[finding.entire, rose]).format(**facts)
    change = {"metric": names.metric(whole.metric), "growth": _rate(whole, names), "amount": printed(whole, names)}
    deck = names.of(words.PARTS_DECK).format(
        change=names.of(words.ROSE_TO if rose else words.FELL_TO).format(**change),
        contributions=_contributions(finding, whole, names),
    )
    return headline, deck


def _contributions(finding: Finding, whole: Figure, names: Names) -> str:
    """What the parts contributed, the largest first."""
    certain = {*finding.leading, *finding.opposed}
    shown = [part for part in finding.derived if part.formula == "contribution" and part.inputs[0] in certain]
    shown.sort(key=lambda part: (-abs(part.value), part.id))
    sentences: list[str] = []
    for part in shown[:CONTRIBUTIONS]:
        named = part_name(names.dataset.figures[part.inputs[0]], whole, names)
        template = words.ADDED if part.value > 0 else words.TOOK_AWAY
        facts = {
            "name": named if not sentences else mid_sentence(named),
            "points": points(part.interval, part.value, names),
        }
        sentences.append(names.of(template).format(**facts))
    return names.listed(sentences) if names.lang == "en" else names.of(terms.COMMA).join(sentences)


def _months_inside(finding: Finding, names: Names) -> tuple[str, str]:
    figures = names.dataset.figures
    by_longer = {derived.inputs[0]: derived for derived in finding.derived}
    longer, shorter = (figures[key] for key in finding.figures[:2])
    facts = {"period": finding.period.label(names.lang)}
    if finding.leading and finding.opposed:
        fallen, risen = (figures[keys[0]] for keys in (finding.leading, finding.opposed))
        facts |= {
            "fallen": names.region(fallen.region),
            "risen": names.region(risen.region),
            "metric": mid_sentence(names.metric(longer.metric)) + _aside(longer, names),
            "fall": _of_derived(by_longer[fallen.id], names),
            "rise": _of_derived(by_longer[risen.id], names),
        }
        return names.of(words.INSIDE_BOTH).format(**facts), _inside_deck(longer, shorter, names)
    facts |= {
        "subject": subject(longer, names),
        "change": _of_derived(by_longer[longer.id], names),
        "before": growth_rate(shorter, names),
        "earlier": shorter.period.label(names.lang),
    }
    template = words.INSIDE_FELL if finding.leading else words.INSIDE_ROSE
    return names.of(template).format(**facts), _inside_deck(longer, shorter, names)


def _of_derived(derived: Derived, names: Names) -> str:
    return stated(derived.interval, derived.value, names)


def _inside_deck(longer: Figure, shorter: Figure, names: Names) -> str:
    facts = {
        "place": names.region(longer.region),
        "longer": longer.period.label(names.lang),
        "amount": printed(longer, names),
        "growth": growth_rate(longer, names),
        "shorter": shorter.period.label(names.lang),
        "earlier": printed(shorter, names),
        "before": growth_rate(shorter, names),
    }
    return names.of(words.INSIDE_DECK).format(**facts)


def _against_the_trend(finding: Finding, names: Names) -> tuple[str, str]:
    first = names.dataset.figures[finding.leading[0]]
    fell = first.growth is not None and first.growth.value < 0
    facts = {
        "metric": names.metric(first.metric) + _aside(first, names),
        "few": _listed(finding.leading, lambda figure: names.region(figure.region), names),
        "count": names.number(len(finding.opposed)),
        "parent": names.region(names.dataset.regions[first.region].part_of or first.region),
    }
    headline = names.of(words.FEW_FELL if fell else words.FEW_ROSE).format(**facts)
    changes = [
        names.of(words.CHANGE_OF_PLACE).format(place=names.region(figure.region), change=growth_rate(figure, names))
        for figure in (names.dataset.figures[key] for key in finding.leading)
    ]
    return headline, names.of(terms.SEMICOLON).join(changes)


def _reversal(finding: Finding, names: Names) -> tuple[str, str]:
    later, earlier = (names.dataset.figures[key] for key in finding.figures)
    fell = later.growth is not None and later.growth.value < 0
    facts = {
        "subject": subject(later, names),
        "after": _rate(later, names),
        "before": _rate(earlier, names),
        "period": later.period.label(names.lang),
        "earlier": earlier.period.label(names.lang),
    }
    return names.of(words.REVERSED_DOWN if fell else words.REVERSED_UP).format(**facts), ""


def _multiple(finding: Finding, names: Names) -> tuple[str, str]:
    later, *others = (names.dataset.figures[key] for key in finding.figures)
    facts = {"subject": subject(later, names)}
    if not others:
        facts |= {"growth": _rate(later, names), "amount": printed(later, names)}
        return names.of(words.GREW_TO).format(**facts), ""
    facts |= {
        "after": printed(later, names),
        "before": printed(others[0], names),
        "period": later.period.label(names.lang),
        "earlier": others[0].period.label(names.lang),
    }
    rose = later.text is not None and others[0].text is not None and later.text.value > others[0].text.value
    return names.of(words.FROM_TO[rose]).format(**facts), ""


def _pace(finding: Finding, names: Names) -> tuple[str, str]:
    figure = names.dataset.figures[finding.figures[0]]
    gone = figure.period.share_of_year()
    facts = {
        "subject": subject(figure, names),
        "share": share(figure, names),
        "year": figure.period.year().label(names.lang),
        "period": figure.period.label(names.lang),
        "amount": printed(figure, names),
        "gone": units.compact(float(gone), "percent", names.lang, digits=3),
    }
    if gone == ONE:
        return names.of(words.PLAN_DONE).format(**facts), names.of(words.PLAN_AMOUNT).format(**facts)
    return names.of(words.PLAN_SO_FAR).format(**facts), names.of(words.PLAN_DECK).format(**facts)


def _disagreement(finding: Finding, names: Names) -> tuple[str, str]:
    high, low = (names.dataset.figures[key] for key in finding.figures)
    facts = {"subject": subject(high, names), "high": printed(high, names), "low": printed(low, names)}
    return names.of(words.DISAGREE).format(**facts), ""


_SENTENCES: Final[Mapping[FindingKind, Callable[[Finding, Names], tuple[str, str]]]] = {
    "opposite-parts": _opposite_parts,
    "months-inside": _months_inside,
    "against-the-trend": _against_the_trend,
    "reversal": _reversal,
    "multiple": _multiple,
    "pace": _pace,
    "disagreement": _disagreement,
}
