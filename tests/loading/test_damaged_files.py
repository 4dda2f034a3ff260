"""Whatever happens to a file, a load says what is wrong with it or gives a dataset, and every report can be read."""

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.cli import reports
from indicators.values.text import LANGS
from indicators.words.problems import SENTENCES
from tests import SAMPLE
from tests.builders import GOOD, load_text

pytestmark = pytest.mark.slow


def fuzz(examples: int) -> settings:
    shared = [HealthCheck.function_scoped_fixture]  # each example writes its file anew
    return settings(max_examples=examples, deadline=2_000, suppress_health_check=shared)


SCRAPS = st.sampled_from([
    *("", " ", "\n", "\t", ":", ": ", "- ", "[", "]", "{", "}", '"', "'", "#", "&", "*", "!", "|", ">", "~", "亿", "0"),
    *("-", "%", "\u202e", "\u00a0", "：", "id: all\n", "part_of: rizhao", "null", "x" * 121, "\\", ",", "2022", "\r"),
])  # fmt: skip
FORMS: tuple[reports.ReportFormat, ...] = get_args(reports.ReportFormat)
CUTS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), SCRAPS), min_size=1, max_size=4)
SAMPLE_TEXT = SAMPLE.read_text("utf-8")


def judged(folder: Path, content: str | bytes) -> None:
    loaded = load_text(folder, content)
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    assert (loaded.dataset is None) is bool(errors)
    assert {problem.code for problem in loaded.problems} <= set(SENTENCES)
    for form in FORMS:
        for lang in LANGS:
            report = reports.render(loaded.problems, form, lang)
            assert len(report.encode()) < 60_000
            assert "\u202e" not in report


def mutated(text: str, cuts: list[tuple[float, int, str]]) -> str:
    for share, length, scrap in cuts:
        start = int(share * len(text))
        text = text[:start] + scrap + text[start + length :]
    return text


@fuzz(60)
@given(CUTS)
def test_a31_shipped_file_mutated(tmp_path: Path, cuts: list[tuple[float, int, str]]) -> None:
    judged(tmp_path, mutated(SAMPLE_TEXT, cuts))


@fuzz(300)
@given(CUTS)
def test_a31_small_file_mutated(tmp_path: Path, cuts: list[tuple[float, int, str]]) -> None:
    judged(tmp_path, mutated(GOOD, cuts))


@fuzz(200)
@given(st.permutations(GOOD.splitlines(keepends=True)))
def test_a31_lines_shuffled(tmp_path: Path, lines: list[str]) -> None:
    judged(tmp_path, "".join(lines))


@fuzz(100)
@given(st.binary(max_size=200))
def test_a31_any_bytes(tmp_path: Path, content: bytes) -> None:
    judged(tmp_path, content)


def test_a31_cut_anywhere(tmp_path: Path) -> None:
    """It raises nothing; that no cut takes the place of a whole file is shown in replaced/test_cut_files.py."""
    data = SAMPLE.read_bytes()
    for length in range(0, len(data), len(data) // 60):
        judged(tmp_path, data[:length])


VALUES_OF_KEYS = st.recursive(
    st.none() | st.sampled_from(["", "a", "2022", "3家", "annual", "true", "日照", "-5%", "https://www.daily.cn/"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "zh", "en", "url"]), inner),
    max_leaves=5,
)
WORDS = sorted({word.strip(" -{[").split(":")[0] for word in GOOD.replace(",", "\n").splitlines() if ":" in word})


def as_yaml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {as_yaml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(as_yaml(item) for item in value) + "]"
    return "~" if value is None else f'"{value}"'


@fuzz(150)
@given(
    st.sampled_from(["dataset", "regions", "metrics", "articles"]),
    st.dictionaries(st.sampled_from(WORDS), VALUES_OF_KEYS),
)
def test_a31_any_value_under_any_key(tmp_path: Path, section: str, entry: dict[str, object]) -> None:
    value: object = entry if section == "dataset" else [entry]
    judged(tmp_path, f"{section}: {as_yaml(value)}\n")
    if section == "articles":
        judged(tmp_path, f"articles: [{as_yaml({'id': 'a', 'figures': [entry], 'defaults': entry})}]\n")
