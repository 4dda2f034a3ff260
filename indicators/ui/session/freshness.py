"""What is loaded ↔ what a page says of it: how current it is, what keeps newer data back, and that they have come."""

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import streamlit as st

from indicators.loading import store
from indicators.loading.snapshot import Snapshot
from indicators.phrasing import problems as phrases
from indicators.values.problems import Problem
from indicators.values.text import Lang, escape_markdown
from indicators.words import freshness as words
from indicators.words import terms
from indicators.words import ui as ui_words

LOOK: Final = 20.0
"""Seconds after which a page that nobody touches asks whether there is something new."""
LOOK_FOR_FIRST: Final = 3.0
"""The same where there is nothing to show yet."""
NOTICE: Final = 60.0
"""Seconds for which a page says that its data have changed."""
PROBLEMS_SHOWN: Final = 10
_VERSION: Final = "indicators.version"
_CHANGE: Final = "indicators.change"


def keep_looking(path: Path, snapshot: Snapshot) -> None:
    """Draw the page anew, whoever touches it, when something else than this snapshot is to be shown."""
    drawn = _token(snapshot)

    @st.fragment(run_every=LOOK if snapshot.dataset else LOOK_FOR_FIRST)
    def look() -> None:
        if _token(store.of(path).current()) != drawn:
            st.rerun()

    look()


def _token(snapshot: Snapshot) -> tuple[object, ...]:
    """What decides what a page shows; it holds no dataset, since Streamlit keeps it as long as the visit lasts."""
    problems = (*snapshot.problems, *snapshot.map_file.problems)
    return snapshot.digest, snapshot.map_file.digest, snapshot.stale, problems, _age(snapshot)


def _age(snapshot: Snapshot) -> tuple[words.AgeUnit, int] | None:
    """How long ago what is shown was what lies on the disk; None where it still is."""
    if not snapshot.stale or snapshot.as_of is None:
        return None
    minutes = int((datetime.now(UTC) - snapshot.as_of).total_seconds() // 60)
    if minutes < 1:
        return "moment", 1
    if minutes < 60:
        return "minutes", minutes
    return ("hours", minutes // 60) if minutes < 48 * 60 else ("days", minutes // (24 * 60))


def not_current(snapshot: Snapshot, lang: Lang) -> None:
    """A banner where an older state is shown: how old it is, and what is wrong with the newer one."""
    age, first = _age(snapshot), snapshot.first_error
    if age is None or first is None or snapshot.as_of is None:
        return
    errors = sum(problem.severity == "error" for problem in snapshot.problems)
    sentence = words.NOT_CURRENT if errors == 1 else words.NOT_CURRENT_ERRORS
    span, count = age
    facts = {
        "age": words.AGES[span].of(lang, count),
        "moment": f"{snapshot.as_of:%Y-%m-%d %H:%M}",
        "errors": terms.ERRORS.of(lang, errors),
        "place": phrases.place(first, short=True),
        "message": phrases.message(first, lang, short=True),
    }
    st.warning(escape_markdown(sentence.of(lang).format_map(facts)))


def changed(snapshot: Snapshot, lang: Lang) -> None:
    """A quiet notice where the data are others than when this visit was last drawn; it stays for a minute."""
    count, digest = len(snapshot.dataset.figures) if snapshot.dataset else 0, snapshot.digest
    known, known_count = st.session_state.get(_VERSION, (digest, count))
    st.session_state[_VERSION] = digest, count
    if known != digest:
        st.session_state[_CHANGE] = known_count, time.monotonic()
    before, moment = st.session_state.get(_CHANGE, (0, -NOTICE))
    if time.monotonic() - moment >= NOTICE:
        return
    sentence = words.CHANGED_INSIDE if before == count else words.CHANGED
    facts = {"before": terms.FIGURES.of(lang, before), "after": terms.FIGURES.of(lang, count)}
    st.caption(escape_markdown(sentence.of(lang).format_map(facts)))


def no_dataset(snapshot: Snapshot, lang: Lang) -> None:
    """The page where there never were data without errors: what to do, as ``indicators check`` says."""
    st.markdown(f"# {escape_markdown(words.NO_DATASET.of(lang))}")
    st.markdown(escape_markdown(words.NO_DATASET_HINT.of(lang)))
    for problem in snapshot.problems[:PROBLEMS_SHOWN]:
        st.error(escape_markdown(_told(problem, lang)))
    if len(snapshot.problems) > PROBLEMS_SHOWN:
        count = len(snapshot.problems) - PROBLEMS_SHOWN
        st.caption(escape_markdown(ui_words.MORE_PROBLEMS.of(lang).format(count=f"{count:,}")))


def _told(problem: Problem, lang: Lang) -> str:
    return f"{phrases.place(problem, short=True)}: {phrases.message(problem, lang, short=True)}"
