"""Claims with their verdicts → sentences, and the report of a text for a terminal."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from indicators.analysis import held_numbers, links
from indicators.curate.claims.index import ReportedNumber
from indicators.curate.claims.sums import sum_of
from indicators.curate.claims.verdicts import Claim, ClaimedText, ClaimVerdict
from indicators.curate.drafts import unread
from indicators.model.articles import Figure
from indicators.model.vocabulary import ALL
from indicators.phrasing.articles import byline
from indicators.phrasing.figures import with_minus
from indicators.phrasing.names import Names
from indicators.values import quantities, units
from indicators.values.quantities import Quantity
from indicators.values.text import Lang, one_line
from indicators.words import terms
from indicators.words.curate import claim as words
from indicators.words.curate import draft as draft_words

MARKS: Final[Mapping[ClaimVerdict, str]] = {
    "agrees": "✓", "adds-up": "✓", "bears-out": "✓", "differs": "✗", "wrong-sum": "✗", "wrong-comparison": "✗",
    "slip": "✗", "superseded": "↻", "disputed": "?", "not-reported": "?",
}  # fmt: skip
"""The sign before a verdict; that of a right number that is told of something else is ``OTHERWISE``."""
OTHERWISE: Final = "≠"
_LONGEST: Final = 160


def to_text(claimed: ClaimedText, names: Names) -> str:
    """The report that ``indicators claim`` prints."""
    return "\n".join(_lines(claimed, names))


def _lines(claimed: ClaimedText, names: Names) -> Iterator[str]:
    yield names.of(words.HEAD)
    if not claimed.claims:
        yield names.of(words.NO_CLAIM)
    else:
        counts = Counter(claim.verdict for claim in claimed.claims)
        several = [names.count(words.NUMBERS, len(claimed.claims))]
        several += [_tally(verdict, count, names) for verdict, count in counts.most_common()]
        yield names.of(terms.SEMICOLON).join(several)
    if count := unread(claimed.not_figures):
        yield names.count(draft_words.UNREAD, count)
    if claimed.undated:
        yield names.count(words.UNDATED, claimed.undated)
    sentence, shown = "", [""]
    for claim in claimed.claims:
        if claim.subject.sentence != sentence:
            sentence, shown = claim.subject.sentence, [""]
            yield ""
            yield one_line(sentence.strip(), _LONGEST)
        number = with_minus(one_line(claim.text, 60))
        yield f"  {MARKS.get(claim.verdict, OTHERWISE)} {number}  {verdict_sentence(claim, names)}"
        lines = [f"      {evidence(report, names)}" for report in claim.reports]
        yield from lines if lines != shown else ()
        shown = lines
    if claimed.left_out:
        yield ""
    for other in claimed.left_out:
        reason = names.of(draft_words.REASONS[other.why])
        yield names.of(words.LEFT_OUT).format(words=one_line(other.text, 60), reason=reason)


def _tally(verdict: ClaimVerdict, count: int, names: Names) -> str:
    """How many numbers have a verdict; its words leave out what differs from number to number."""
    name = {"slip": words.SLIPS, "qualifier": words.QUALIFIERS}.get(verdict, words.VERDICTS[verdict])
    return names.of(words.TALLY).format(name=names.of(name), count=count)


def phrase_of(report: ReportedNumber) -> str:
    """The words of a report that hold the number."""
    held = held_numbers.held(report.figure, report.number)
    return held.phrase if held and held.phrase else report.figure.quote


def evidence(report: ReportedNumber, names: Names) -> str:
    """The words of a report, who printed them when, the id of the figure, and an address."""
    figure = report.figure
    article = names.dataset.article_of[figure.id]
    ways = links.links(article, names.dataset)
    quote = names.of(words.QUOTED).format(quote=one_line(phrase_of(report)))
    parts = [quote, byline(article, names), figure.id, *(way.url for way in ways[:1])]
    return names.of(terms.JOIN).join(parts)


def verdict_sentence(claim: Claim, names: Names) -> str:
    """The verdict, and what stands behind it: 不符：高出 0.90亿元（5.0%），原报道印的是 17.84亿元。"""
    label, behind = verdict_label(claim, names), details([claim], names)
    if not behind:
        return label
    return f"{label}{'：' if names.lang == 'zh' else ': '}{behind}"


def details(claims: Sequence[Claim], names: Names) -> str:
    """What stands behind a verdict, in a sentence; ``claims`` are several numbers of one report that have the same."""
    several = [detail for detail in _details(claims, names) if detail]
    stop = "。" if names.lang == "zh" else "."
    return f"{names.of(terms.SEMICOLON).join(several)}{stop}" if several else ""


def verdict_label(claim: Claim, names: Names) -> str:
    """The verdict in a few words."""
    if claim.verdict == "slip" and claim.factor:
        times = words.TIMES[abs(claim.factor.adjusted())]
        return names.of(words.VERDICTS["slip"]).format(times=names.of(times))
    if claim.verdict == "qualifier":
        return _word_label(claim.quantity, claim.reports[0].quantity, names)
    if claim.verdict == "not-reported" and _is_of_the_same(claim):
        return names.of(words.OPEN)
    if claim.verdict == "other-period" and _is_of_other_year(claim, claim.reports[0].figure):
        return names.of(words.OTHER_YEAR)
    return names.of(words.VERDICTS[claim.verdict])


def _is_of_the_same(claim: Claim) -> bool:
    """True where the nearest report is of what the number was read of, and nothing says that it is meant."""
    for report in claim.reports[:1]:
        figure, subject = report.figure, claim.subject
        own = subject.metric, subject.region, subject.sector, subject.group, subject.period, subject.nature
        return own == (figure.metric, figure.region, figure.sector, figure.group, figure.period, figure.nature)
    return False


def _is_of_other_year(claim: Claim, figure: Figure) -> bool:
    period = claim.subject.period
    return period is not None and period.text[4:] == figure.period.text[4:]


def _word_label(claimed: Quantity, printed: Quantity, names: Names) -> str:
    said, has = _word(claimed, names), _word(printed, names)
    if claimed.qualifier == "exact":
        return names.of(words.WORD_DROPPED).format(word=has)
    if printed.qualifier == "exact":
        return names.of(words.WORD_ADDED).format(word=said)
    return names.of(words.VERDICTS["qualifier"]).format(said=said, printed=has)


_QUALIFYING: Final = re.compile("超过|突破|余|多|超|逾|近|约|左右|不足|至少|以上|最多|以下")


def _word(quantity: Quantity, names: Names) -> str:
    """The word that qualifies a number, as printed where it is of the reader's language."""
    printed = _QUALIFYING.search(quantity.printed) if names.lang == "zh" else None
    word = printed[0] if printed else names.of(terms.QUALIFIERS[quantity.qualifier])
    return word[0].upper() + word[1:]


def _details(claims: Sequence[Claim], names: Names) -> Iterator[str]:
    claim = claims[0]
    as_told = _with_direction if claim.hint == "direction" else as_printed
    printed = [as_told(report, names) for report in claim.reports]
    of_all = names.listed([as_printed(other.reports[0], names) for other in claims if other.reports])
    match claim.verdict:
        case "agrees":
            return
        case "not-reported":
            yield from _unknown(claim, printed, names)
        case "disputed":
            yield names.of(words.SEVERAL).format(printed=names.listed(list(dict.fromkeys(printed))))
        case "superseded":
            yield names.of(words.NEWER).format(newer=printed[0], older=printed[-1])
        case "other-currency" | "differs" | "slip" | "points-as-percent" | "percent-as-points" | "qualifier":
            yield from _of_the_number(claim, names)
            yield names.of(words.PRINTED).format(printed=names.listed(list(dict.fromkeys(printed))))
        case "adds-up" | "wrong-sum":
            yield _added(claim, names)
        case "bears-out" | "wrong-comparison":
            yield _compared(claim, names)
        case "other-rate":
            yield names.of(words.OF_RATE[claim.reports[0].number]).format(printed=printed[0])
        case "target-as-result" | "forecast-as-result" | "result-as-plan":
            figure = claim.reports[0].figure
            period = figure.period.label(names.lang)
            yield names.of(words.OF_NATURE[figure.nature]).format(printed=of_all, period=period)
        case _:
            subject = _subject(claim.reports[0].figure, claim, names)
            yield names.of(words.OF_WHAT).format(printed=of_all, subject=subject)


def _unknown(claim: Claim, printed: Sequence[str], names: Names) -> Iterator[str]:
    """What can be said of a number that no report speaks of."""
    if not _is_of_the_same(claim):
        yield names.of(words.NOBODY_KNOWS)
    if claim.reports:
        figure = claim.reports[0].figure
        sentence = words.PERHAPS if _is_of_the_same(claim) else words.NEAREST
        subject, metric = _subject(figure, claim, names), names.metric(figure.metric)
        yield names.of(sentence).format(metric=metric, subject=subject, printed=printed[0])


def _added(claim: Claim, names: Names) -> str:
    """What the reports of a sum print, and what that adds up to."""
    added = sum_of(claim.reports)
    total = units.compact(added.value, added.unit, names.lang, digits=_DIGITS) if added else ""
    printed = names.listed([as_printed(report, names) for report in claim.reports])
    return names.of(words.ADDED).format(printed=printed, total=total)


def _compared(claim: Claim, names: Names) -> str:
    """What the reports of a comparison print, and what that comes to."""
    compared = claim.compared
    if compared is None:
        return ""
    printed = [_placed(report, claim, names) for report in claim.reports]
    value = f"{round(compared.value, 2).normalize():f}"
    if compared.kind == "share":
        value = f"{round(compared.value * 100, 1).normalize():f}"
    elif compared.kind == "difference":
        value = _apart(abs(compared.value), claim.reports[0].quantity, names)
    return names.of(words.COMPARED[compared.kind]).format(printed=names.listed(printed), value=value)


def _apart(difference: Decimal, quantity: Quantity, names: Names) -> str:
    """By how much two numbers differ; of two rates, in percentage points."""
    if quantity.unit.dimension == "ratio":
        return names.of(words.POINTS).format(number=f"{(difference * 100).normalize():f}")
    return units.compact(difference, quantity.unit, names.lang, digits=_DIGITS)


def _placed(report: ReportedNumber, claim: Claim, names: Names) -> str:
    """A number as its report prints it, with its place where the other one is of another."""
    printed, figure = as_printed(report, names), report.figure
    if len({other.figure.region for other in claim.reports}) == 1:
        return printed
    return names.of(words.PLACED).format(place=names.region(figure.region), printed=printed)


def as_printed(report: ReportedNumber, names: Names) -> str:
    """A number as its report prints it, and behind an amount in the other language what it is in the reader's."""
    printed = with_minus(one_line(report.quantity.printed))
    if report.number != "text" or not _OF_THE_OTHER[names.lang].search(printed):
        return printed
    quantity = report.quantity
    if quantity.qualifier == "exact":
        amount = units.compact(quantity.value, quantity.unit, names.lang, digits=_DIGITS)
    else:
        amount = quantities.to_text(quantity, names.lang)
    return names.of(words.GLOSS).format(printed=printed, amount=amount)


def _with_direction(report: ReportedNumber, names: Names) -> str:
    """A rate as its report prints it, with the word for a rise or a fall: 增长27%."""
    if report.number not in words.RISES:
        return as_printed(report, names)
    sentences = words.RISES if report.quantity.value > 0 else words.FALLS
    printed = one_line(report.quantity.printed).removeprefix("-").removeprefix("−")
    return names.of(sentences[report.number]).format(printed=printed)


_DIGITS: Final = 12
"""No report prints more."""


_OF_THE_OTHER: Final[Mapping[Lang, re.Pattern[str]]] = {
    "zh": re.compile("(?i)[a-z]{2}"),
    "en": re.compile("[\u3400-\u9fff]"),
}


def _subject(figure: Figure, claim: Claim, names: Names) -> str:
    """In what a figure is of something else than a claim, or else its period: 2020年, 岚山区."""
    subject = claim.subject
    parts = [figure.period.label(names.lang)]
    parts += [names.metric(figure.metric)] if figure.metric != subject.metric else []
    parts += [names.region(figure.region)] if figure.region != subject.region else []
    parts += [names.sector(figure.sector)] if figure.sector != subject.sector and _says(figure, claim) else []
    parts += [names.group(figure.group)] if figure.group != subject.group else []
    parts += [names.nature(figure.nature).lower()] if figure.nature != subject.nature else []
    return names.of(terms.LIST).join(parts)


def _says(figure: Figure, claim: Claim) -> bool:
    """True where it has to be said of which sector a figure is: of one, or of all where a claim is of one alone."""
    return figure.sector != ALL or claim.verdict == "other-group"


def _of_the_number(claim: Claim, names: Names) -> Iterator[str]:
    if claim.difference is not None and claim.hint != "direction":
        side = words.TOO_HIGH if claim.difference > 0 else words.TOO_LOW
        amount = _amount(claim.difference, claim, names)
        yield names.of(side).format(amount=amount, relative=_relative(claim, names))
    if claim.hint:
        yield names.of(words.HINTS[claim.hint])
    if claim.verdict == "slip":
        units = "万" in claim.text, "亿" in claim.text
        other = claim.reports[0].quantity.printed
        if units == (True, False) and "亿" in other:
            yield names.of(words.WAN_FOR_YI)
        elif units == (False, True) and "万" in other:
            yield names.of(words.YI_FOR_WAN)


def _amount(difference: Decimal, claim: Claim, names: Names) -> str:
    """A difference in the unit of the report; of two rates, in percentage points."""
    printed = claim.reports[0].quantity
    if printed.unit.dimension in {"ratio", "points"}:
        return names.of(words.POINTS).format(number=f"{abs(difference * 100).normalize():f}")
    half = max(printed.high - printed.value, Decimal(0)) if printed.high.is_finite() else Decimal(0)
    value = abs(difference)
    if half >= value:  # 超1500亿元 leaves open more than what lies between
        return units.compact(value, printed.unit, names.lang, digits=_DIGITS)
    quantity = Quantity("", value, value - half, value + half, printed.unit, "exact")
    return quantities.to_text(quantity, names.lang)


def _relative(claim: Claim, names: Names) -> str:
    rate = claim.reports[0].quantity.unit.dimension in {"ratio", "points"}
    if claim.relative is None or rate:
        return ""
    return names.of(words.RELATIVE).format(percent=f"{abs(claim.relative * 100):.1f}%")
