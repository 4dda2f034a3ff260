"""What a page says of its data: how old they are, what keeps newer ones back, that they have changed under a reader."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from indicators.loading import store
from indicators.ui.session import freshness
from indicators.values.text import LANGS, Lang
from tests import builders
from tests.loading.stores import figures, with_firms
from tests.ui.visits import EACH_LANG, brand, fine, plain, visit

AGES = {
    timedelta(seconds=5): ("刚才", "a moment ago"),
    timedelta(minutes=1): ("1 分钟前", "1 minute ago"),
    timedelta(minutes=59): ("59 分钟前", "59 minutes ago"),
    timedelta(hours=2, minutes=5): ("2 小时前", "2 hours ago"),
    timedelta(days=3): ("3 天前", "3 days ago"),
}


@EACH_LANG
def test_the_banner_says_how_old_the_data_are_and_what_is_wrong(tmp_path: Path, lang: Lang) -> None:
    path = builders.write(tmp_path, builders.GOOD)
    at = fine(visit(path, lang=lang))
    path.write_bytes(b"")
    fine(at.run())
    kept = store.of(path)
    for ago, words in AGES.items():
        moment = datetime.now(UTC) - ago
        kept._snapshot = replace(kept.current(), as_of=moment)
        (banner,) = fine(at.run()).warning
        sentence = plain(banner.value)
        assert words[LANGS.index(lang)] in sentence
        assert f"{moment:%Y-%m-%d %H:%M}" in sentence
        assert {"zh": "data.yaml：文件是空的", "en": "data.yaml: The file is empty"}[lang] in sentence
        assert str(tmp_path) not in sentence


def test_the_last_good_data_outlive_the_caches_of_streamlit(tmp_path: Path) -> None:
    """One message that anybody could send emptied them, and the next reader saw nothing, or a file that was cut off."""
    path = builders.write(tmp_path, with_firms(9))
    at = fine(visit(path, lang="en"))
    for text in ("", with_firms(2)):
        path.write_text(text, "utf-8")
        fine(at.run())
        st.cache_resource.clear()
        st.cache_data.clear()
        fine(at.run())
        assert (len(at.warning), len(at.error), brand(at)) == (1, 0, "Example")
        assert figures(store.of(path).current()) == 9


@EACH_LANG
def test_a_change_of_the_data_between_two_clicks_is_said(
    tmp_path: Path, lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = builders.write(tmp_path, with_firms(3))
    at = fine(visit(path, lang=lang))
    assert not notices(at)
    builders.write(tmp_path, with_firms(4))
    for _ in range(2):  # a run that is drawn anew at once says it, too
        (notice,) = notices(fine(at.run()))
        assert {"zh": "原有 3 个数，现有 4 个数", "en": "3 figures before, 4 figures now"}[lang] in notice
    builders.write(tmp_path, with_firms(4, 5))
    (notice,) = notices(fine(at.run()))
    assert {"zh": "仍是 4 个数", "en": "there are still 4 figures"}[lang] in notice
    monkeypatch.setattr(freshness, "NOTICE", 0.0)
    assert not notices(fine(at.run()))
    assert not notices(fine(visit(path, lang=lang)))  # who comes now has seen no others


def notices(at: AppTest) -> list[str]:
    return [plain(caption.value) for caption in at.caption if "刚刚更新" in caption.value or "updated" in caption.value]


@EACH_LANG
def test_a_first_start_without_data_says_what_to_do(tmp_path: Path, lang: Lang) -> None:
    path = tmp_path / "data.yaml"
    at = fine(visit(path, lang=lang))
    (error,) = at.error
    hint = {
        "zh": "数据一旦可用，本页会自行显示，不必重新启动",
        "en": "this page shows them by itself, without a restart",
    }[lang]
    assert any(hint in plain(text.value) for text in at.markdown)
    assert {"zh": "请检查文件名和位置", "en": "Check its name and folder"}[lang] in plain(error.value)
    builders.write(tmp_path, builders.GOOD)
    assert brand(fine(at.run())) in {"示例", "Example"}
    assert not notices(at)
