"""What the title of a chart must not say."""

from pathlib import Path

from indicators.charts import stories
from indicators.phrasing.figures import signed
from tests import builders
from tests.charts.test_stories import CITY, EAST, names_of, tidy


def test_a_title_does_not_take_a_target_for_a_result(tmp_path: Path) -> None:
    names = names_of(tmp_path, f"{EAST}, nature: target, text: 4亿元, quote: 4亿元")
    assert "target" in stories.levels(tidy(names), "region", names).title.lower()


def test_alt_tells_natures_apart(tmp_path: Path) -> None:
    names = names_of(
        tmp_path, f"{EAST}, text: 3亿元, quote: 3亿元", f"{EAST}, nature: target, text: 4亿元, quote: 4亿元"
    )
    assert "Target" in stories.levels(tidy(names), "region", names).alt


def test_a_title_does_not_call_part_what_is_not(tmp_path: Path) -> None:
    """West lies in no region that is shown: it is not a part of the one that happens to be first."""
    other = "  - {id: west, name: {zh: 西市, en: West}, level: prefecture}\n"
    text = builders.changed(("\nsectors:\n", f"\n{other}sectors:\n"))
    names = names_of(
        tmp_path,
        "metric: revenue, region: west, text: 10亿元, quote: 10亿元",
        f"{CITY}, text: 9亿元, quote: 9亿元",
        f"{EAST}, text: 3亿元, quote: 3亿元",
        text=text,
    )
    title = stories.levels(tidy(names), "region", names).title
    assert "of West" not in title


def test_a_title_does_not_add_up_rates(tmp_path: Path) -> None:
    text = builders.changed(("unit: CNY, kind: flow, additive: true", "unit: CNY, kind: rate, additive: false"))
    names = names_of(tmp_path, f"{CITY}, text: 9元, quote: 9元", f"{EAST}, text: 8元, quote: 8元", text=text)
    assert "art of" not in stories.levels(tidy(names), "region", names).title


def test_growth_is_shown_with_the_digits_that_were_printed(tmp_path: Path) -> None:
    names = names_of(tmp_path, f"{EAST}, growth: 5.0%, quote: 增长5.0%")
    assert signed(names.dataset.figures["f0"], names) == "+5.0%"
