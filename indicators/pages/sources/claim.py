"""The verdicts on the numbers of a draft → the page “Is this number right?”: its head, its form, and what it answers.

What the numbers are held against is worked out in ``indicators.curate``; here are only texts, all of them escaped.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Final, Literal, get_args

from markupsafe import Markup

from indicators.export.markup import Child, joined, link, markup, tag, with_breaks
from indicators.pages import parts
from indicators.phrasing.names import Names
from indicators.values.text import TAGS, Lang
from indicators.words import hosting, terms
from indicators.words.curate import claim as claim_words
from indicators.words.curate import claim_page as words
from indicators.words.curate import draft as draft_words

VerdictGroup = Literal["agrees", "differs", "otherwise", "superseded", "disputed", "unknown"]
"""What verdicts look like: their form, their colour and their sign."""
GROUPS: Final[tuple[VerdictGroup, ...]] = get_args(VerdictGroup)
CHINESE: Final = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class ShownReport:
    """The words of a report that a verdict rests on: what was printed, by whom and when, and the page of the figure.

    ``words`` are empty where nobody has recorded them; ``number`` is the place of the number in them, if it is known.
    """

    words: str
    number: tuple[int, int] | None
    byline: str
    address: str


@dataclass(frozen=True, slots=True)
class ShownNumber:
    """A number of a draft, from ``start`` to ``end`` of the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ShownVerdict:
    """One verdict on one number or on several, with what stands behind it.

    ``printed`` are the parts of ``sentence`` that were printed; ``further`` counts reports that are not listed.
    """

    group: VerdictGroup
    label: str
    sentence: str
    numbers: tuple[ShownNumber, ...]
    printed: tuple[str, ...]
    reports: tuple[ShownReport, ...]
    further: int = 0


@dataclass(frozen=True, slots=True)
class ShownDraft:
    """A draft with its verdicts in the order of the text, and what was not looked at, with the reason.

    ``text`` is the part that was read; ``unread`` counts the characters behind it, and ``unread_numbers`` the numbers
    in it that are too many. ``undated`` counts those whose year the date of the draft may tell.
    """

    text: str
    verdicts: tuple[ShownVerdict, ...]
    left_out: tuple[tuple[str, str], ...] = ()
    unread: int = 0
    unread_numbers: int = 0
    undated: int = 0


# --- the page before there is a draft --------------------------------------------------------------------------------


def head(names: Names) -> Markup:
    """What the page is called, and what it knows."""
    title, lead = names.of(words.TITLE), names.of(words.LEAD)
    return parts.page(tag("h1", title), tag("p", lead, class_="deck"), name="claim")


def form(names: Names) -> Markup:
    """The form for a draft, and room for the answer; browser/claim.js knows its parts by ``data-part``."""
    box = tag("textarea", id="claim-draft", data_part="draft", rows=12, placeholder=names.of(words.DRAFT_HINT))
    day = tag("input", id="claim-day", data_part="day", type="date", aria_describedby="claim-day-hint")
    file = tag("input", id="claim-file", data_part="file", type="file", accept=".txt,.md,.tsv,.csv,text/*", hidden=True)
    buttons = (
        tag(
            "button",
            tag("span", names.of(words.CHECK), data_part="label"),
            tag("kbd", "Ctrl Enter"),
            type="button",
            data_part="check",
            class_="main",
        ),
        tag("button", names.of(words.CHOOSE_FILE), type="button", data_part="choose"),
        file,
    )
    fields = tag(
        "div",
        tag("label", names.of(words.DRAFT), for_="claim-draft", class_="unseen"),
        box,
        tag("p", tag("label", names.of(words.PUBLISHED), for_="claim-day"), " ", day, " ",
            tag("span", names.of(words.PUBLISHED_HINT), id="claim-day-hint", class_="source"), class_="day"),
        tag("div", *buttons, class_="actions"),
        data_part="form", class_="form",
    )  # fmt: skip
    after = tag(
        "div",
        tag("button", names.of(words.COPY), type="button", data_part="copy", class_="main"),
        tag("button", names.of(words.CHANGE), type="button", data_part="change"),
        tag("button", names.of(words.ANOTHER), type="button", data_part="another"),
        data_part="after", class_="actions", hidden=True,
    )  # fmt: skip
    return parts.page(
        fields,
        tag("p", data_part="failure", class_="failure", role="alert"),
        tag("p", data_part="status", class_="unseen", role="status"),
        tag("div", data_part="answer", tabindex="-1", class_="answer", hidden=True),
        after,
        tag("p", names.of(words.PRIVACY), class_="source privacy"),
        name="claim",
    )


def sentences(names: Names) -> Mapping[str, str]:
    """What the browser says by itself."""
    several = {"check": words.CHECK, "checking": words.CHECKING, "empty": words.EMPTY, "notText": words.NOT_TEXT}
    several |= {"noAnswer": words.NO_ANSWER, "noOwnPort": hosting.NO_OWN_PORT, "copied": words.COPIED}
    return {key: names.of(sentence) for key, sentence in several.items()}


# --- the answer ------------------------------------------------------------------------------------------------------


def counts(draft: ShownDraft) -> dict[VerdictGroup, int]:
    """How many numbers have a verdict of each group, without those that have none."""
    numbers = dict.fromkeys(GROUPS, 0)
    for verdict in draft.verdicts:
        numbers[verdict.group] += len(verdict.numbers)
    return {group: count for group, count in numbers.items() if count}


def summary(draft: ShownDraft, names: Names) -> str:
    """The counts in one sentence, for who hears the page."""
    listed = [
        names.of(words.COUNT).format(count=count, name=names.of(words.GROUPS[group]))
        for group, count in counts(draft).items()
    ]
    return names.of(words.SUMMARY).format(counts=names.of(terms.LIST).join(listed))


def answer(draft: ShownDraft, names: Names, *, nothing: str) -> Markup:
    """The draft paragraph by paragraph, its verdicts beside it; ``nothing`` is what is said where there is none."""
    return with_breaks(
        markup(
            _cut(draft, names),
            _counts(draft, names) if draft.verdicts else tag("p", nothing, class_="nothing"),
            tag("div", *_pairs(draft, names), class_="pairs"),
            _left_out(draft, names),
        )
    )


def _cut(draft: ShownDraft, names: Names) -> Markup | None:
    """What was not read: the characters behind the text, numbers that are too many, and those of no known year."""
    several: list[str] = []
    if draft.unread:
        several.append(names.of(words.CUT).format(limit=f"{len(draft.text):,}", rest=f"{draft.unread:,}"))
    if draft.unread_numbers:
        several.append(names.count(draft_words.UNREAD, draft.unread_numbers))
    if draft.undated:
        several.append(names.count(claim_words.UNDATED, draft.undated))
    return tag("p", names.of(terms.SENTENCES).join(several), class_="nothing") if several else None


def _counts(draft: ShownDraft, names: Names) -> Markup:
    """How many numbers there are, and how many of each group, which can be shown alone."""
    several = counts(draft)
    total = sum(several.values())
    groups = (
        tag(
            "button", tag("b", str(count)), " ", tag("span", names.of(words.GROUPS[group]), class_=f"verdict {group}"),
            type="button", data_group=group, aria_pressed="false",
        )
        for group, count in several.items()
    )  # fmt: skip
    whole = tag("span", tag("b", str(total)), " ", names.count(words.NUMBERS, total))
    return tag("div", whole, *groups, class_="counts", role="group", aria_label=names.of(words.COUNTS))


def _pairs(draft: ShownDraft, names: Names) -> Iterator[Markup]:
    """The paragraphs of the draft, each with the verdicts on its numbers."""
    verdicts = sorted(enumerate(draft.verdicts, 1), key=lambda pair: pair[1].numbers[0].start)
    index, start = 0, 0
    for line in draft.text.splitlines(keepends=True):
        end = start + len(line)
        first = index
        while index < len(verdicts) and verdicts[index][1].numbers[0].start < end:
            index += 1
        if line.strip():
            yield _pair(line, start, verdicts[first:index], names)
        start = end


def _pair(line: str, start: int, verdicts: Sequence[tuple[int, ShownVerdict]], names: Names) -> Markup:
    words_of_line = line.rstrip()
    groups = " ".join(dict.fromkeys(verdict.group for _, verdict in verdicts))
    notes: list[Markup] = []
    above: tuple[ShownReport, ...] = ()
    for number, verdict in verdicts:
        notes.append(_note(number, verdict, above, names))
        above = verdict.reports or above
    return tag(
        "div",
        tag("p", *_marked(words_of_line, start, verdicts, names), lang=_language(words_of_line)),
        tag("div", *notes, class_="notes"),
        class_="pair", data_groups=groups,
    )  # fmt: skip


def _marked(line: str, start: int, verdicts: Sequence[tuple[int, ShownVerdict]], names: Names) -> Iterator[Child]:
    """A paragraph with its numbers as links to their verdicts."""
    numbers = sorted(
        ((number, key, verdict) for key, verdict in verdicts for number in verdict.numbers),
        key=lambda entry: entry[0].start,
    )
    place = 0
    for number, key, verdict in numbers:
        first, last = number.start - start, min(number.end - start, len(line))
        if first < place:
            continue
        yield line[place:first]
        spoken = tag("span", f" ({names.of(words.ONE_OF_GROUP[verdict.group])})", class_="unseen")
        yield link(f"#claim-{key}", line[first:last], spoken, class_=f"verdict {verdict.group}")
        place = last
    yield line[place:]


def _note(key: int, verdict: ShownVerdict, above: tuple[ShownReport, ...], names: Names) -> Markup:
    """A verdict with the reports behind it, whose words are not repeated where they stand in the one ``above``."""
    several = [number.text for number in verdict.numbers]
    are_printed = {text.casefold() for text in several} <= {text.casefold() for text in verdict.printed}
    numbers = names.of(terms.LIST).join(several) if not are_printed or not verdict.sentence else ""
    colon = names.of(words.COLON) if numbers and verdict.sentence else ""
    of_what = tag("span", numbers, class_="numbers", lang=_language(numbers)) if numbers else None
    behind = list(_emphasised(verdict.sentence, verdict.printed, names.lang)) if verdict.sentence else []
    further = names.count(words.MORE_REPORTS, verdict.further) if verdict.further else None
    return tag(
        "div",
        tag("p", tag("b", verdict.label, class_="label"), " ", of_what, colon, behind),
        [_cited(list(reports), above, names) for _, reports in groupby(verdict.reports, attrgetter("byline"))],
        tag("p", further, class_="source") if further else None,
        id=f"claim-{key}", class_=f"note {verdict.group}", tabindex="-1",
    )  # fmt: skip


def _emphasised(sentence: str, printed: Sequence[str], lang: Lang) -> Iterator[Child]:
    """A sentence in which what was printed stands out."""
    several = sorted({text for text in printed if text}, key=len, reverse=True)
    if not several:
        yield sentence
        return
    pieces = re.split(f"({'|'.join(map(re.escape, several))})", sentence)
    for index, piece in enumerate(pieces):
        if index % 2:
            yield tag("b", piece, lang=_language(piece) if lang == "en" else None)
        else:
            yield piece


def _cited(reports: Sequence[ShownReport], above: tuple[ShownReport, ...], names: Names) -> Markup:
    """The words of one article that a verdict rests on, and below them who printed them when."""
    see = link(reports[0].address, names.of(words.SEE))
    if all(report in above for report in reports):
        return tag("p", joined(names.of(terms.JOIN), (names.of(words.SAME_WORDS), see)), class_="source")
    quotes = [tag("q", *_quoted(report), lang=_language(report.words)) for report in reports if report.words]
    unrecorded = () if quotes else (names.of(words.NO_WORDS),)
    return markup(
        quotes, tag("p", joined(names.of(terms.JOIN), (*unrecorded, reports[0].byline, see)), class_="source")
    )


def _quoted(report: ShownReport) -> Iterator[Child]:
    """The words of a report, with the number in them."""
    if report.number is None:
        yield report.words
        return
    start, end = report.number
    yield from (report.words[:start], tag("b", report.words[start:end]), report.words[end:])


def _left_out(draft: ShownDraft, names: Names) -> Markup | None:
    if not draft.left_out:
        return None
    rows = (tag("li", tag("b", text, lang=_language(text)), " ", reason) for text, reason in draft.left_out)
    title = names.count(words.LEFT_OUT, len(draft.left_out))
    return tag("details", tag("summary", title), tag("ul", *rows), class_="left-out")


def _language(text: str) -> str:
    return TAGS["zh"] if CHINESE.search(text) else TAGS["en"]
