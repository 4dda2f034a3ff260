"""A text → the cards of its numbers: what is proposed, why, and what the dataset has beside it."""

import json

import pytest

from indicators.values.text import LANGS, Lang
from indicators.words.curate import own_model as model_words
from indicators.words.curate import review as words
from tests.curate.desk.desks import SOURCE, TEXT, answer, body, desk, field, figures, review, value

PLAN = (
    "比拼场上见高低\n□ 记者 某某 报道\n"
    "“今年,我局的内资任务是6000万元,1—6月已完成2.4亿元,超额300%。”五莲县某局负责人说。\n"
)  # fictitious


def test_each_amount_is_a_card_and_the_others_are_one() -> None:
    shown = review()
    total, railways, roads, machines = figures(shown)
    assert [item["text"] for item in (total, railways, roads)] == ["58.31亿元", "14.52亿元", "11.87亿元"]
    assert machines["text"] == "3台"
    rest = shown["items"][-1]
    assert (rest["kind"], rest["id"]) == ("rest", "0.rest")
    assert {row["text"] for row in rest["rows"] if not row["dates"]} == {"342"}
    assert shown["articles"][0]["account"].startswith("全文 ")


def test_places_are_those_that_a_browser_counts() -> None:
    text = "😀" + TEXT
    units = text.encode("utf-16-le")
    for item in figures(review(text)):
        printed = units[2 * item["start"] : 2 * item["end"]].decode("utf-16-le")
        assert printed == item["text"]
        assert item["id"] == f"{item['start']}-{item['end']}"


def test_a_card_says_what_the_number_is_and_why() -> None:
    total, railways, *_ = figures(review())
    assert (value(total, "metric"), value(total, "region"), value(total, "sector")) == (
        "project-investment", "rizhao", "transport",
    )  # fmt: skip
    assert value(total, "period") == value(railways, "period") == "2022-S1"
    assert (value(total, "growth"), value(total, "completion"), value(total, "plan")) == ("151%", "53.4%", "annual")
    assert total["quote"][1] == "58.31亿元"
    assert total["value"] == "5,831,000,000元 · 按印出的精度：5,830,500,000 至 5,831,500,000"
    reasons = {entry["key"]: entry["choices"][0]["why"] for entry in railways["fields"] if entry.get("choices")}
    assert "完成投资" in reasons["metric"]
    assert reasons["region"] == "电头“本报日照讯”" or "日照" in reasons["region"]
    assert reasons["sector"] == "本段“铁路”"
    assert reasons["period"] == "“截至6月底”；流量是期内累计"


def test_a_part_is_proposed_to_belong_to_the_total_above() -> None:
    total, railways, roads, _ = figures(review())
    assert value(railways, "part_of") == value(roads, "part_of") == total["id"]
    assert field(roads, "part_of")["choices"][0]["why"] == "公路是交通运输的一部分"
    sums = [check["sentence"] for check in roads["checks"] if "＝" in check["sentence"]]
    assert sums == [
        "铁路 14.52亿元 ＋ 公路 11.87亿元 ＝ 26.39亿元，不超过合计 58.31亿元；其余 31.92亿元 文中没有分列。"
    ]


def test_every_word_of_a_reason_stands_in_the_text() -> None:
    """What is between quotation marks is quoted; but for the words of the sentence that no word was found."""
    unfound = {words.NO_MARK.of(lang) for lang in LANGS}
    for lang in LANGS:
        for item in figures(review(lang=lang)):
            for entry in item["fields"]:
                reasons = {choice["why"] for choice in entry.get("choices", ())} - unfound
                quoted = [part.split("”")[0] for why in reasons for part in why.split("“")[1:]]
                assert all(part in TEXT for part in quoted), quoted


def test_two_readings_of_a_share_of_a_plan_are_held_against_the_plan() -> None:
    task, done = figures(review(PLAN))
    assert value(task, "nature") == "target"
    better, worse = done["readings"]
    assert (better["bad"], worse["bad"]) == (False, True)
    assert better["sets"] == {"completion": "超额300%", "plan": task["id"]}
    assert worse["sets"]["completion"] == "300%"
    assert "2.4亿元 ÷ 400% ＝ 6000万元" in better["sentence"]
    assert done["sure"] == "doubtful"


def test_what_is_reported_of_the_same_stands_beside_a_card_with_a_link() -> None:
    text = "某地\n□ 记者 某某 报道\n1—6月份,日照市交通运输项目完成投资56.92亿元。\n"
    (item,) = figures(review(text))
    (known,) = item["known"]
    assert known["figure"] == "rizhao-transport-investment-2022s1"
    assert known["link"] == "?figure=rizhao-transport-investment-2022s1&lang=zh"
    assert known["number"] in known["sentence"]
    assert known["source"] in known["sentence"]


def test_without_a_report_the_nearest_is_shown() -> None:
    text = "某地\n□ 记者 某某 报道\n2021年1—6月份,日照市交通运输项目完成投资50.11亿元。\n"
    (item,) = figures(review(text))
    nothing, nearest = item["known"]
    assert nothing["figure"] is None
    assert nearest["sentence"].startswith("相近的：")


def test_what_is_reported_of_a_metric_that_is_not_the_chosen_one_stands_beside_no_card() -> None:
    text = "某地\n□ 记者 某某 报道\n2021年,日照市商品房销售额28.6亿元。\n"
    (item,) = figures(review(text))
    choices = next(field["choices"] for field in item["fields"] if field["key"] == "metric")
    assert choices[0]["value"] == "+"
    assert len(choices) > 1
    assert item["known"] == []


def test_without_a_model_no_reason_says_that_one_reads_so() -> None:
    text = "一季度，日照市实现地区生产总值56.8亿元。制造业增加值10.3亿元。"
    for lang in LANGS:
        choices = [
            choice["why"]
            for item in figures(review(text, lang=lang))
            for field in item["fields"]
            if field["key"] == "metric"
            for choice in field["choices"]
        ]
        assert not [why for why in choices if model_words.READS_SO.of(lang) in why]
        assert any(words.TOLD_BEFORE.of(lang) in why for why in choices)


def test_an_article_that_is_entered_already_is_said_to_be() -> None:
    article = desk().dataset.articles["key-transport-projects"]
    text = "标题\n□ 记者 某某 报道\n" + "".join(f"截至6月底,{figure.quote}。\n" for figure in article.figures)
    entered = review(text)["entered"]
    assert article.headline is not None
    assert entered["article"] == article.id
    assert f"与“{article.headline.zh}”相同" in entered["sentence"]
    assert review()["entered"] is None


def test_an_article_is_not_entered_while_one_of_its_rates_is_missing() -> None:
    article = desk().dataset.articles["key-transport-projects"]
    text = "标题\n□ 记者 某某 报道\n" + "".join(f"截至6月底,{figure.quote}。\n" for figure in article.figures)
    more = text + "1—6月份,日照市规模以上工业增加值同比增长7.7%。\n"
    assert [item["text"] for item in figures(review(more))][-1] == "7.7%"
    assert review(more)["entered"] is None


@pytest.mark.parametrize("lang", LANGS)
def test_a_number_that_no_metric_fits_has_a_new_one_made_of_its_words(lang: Lang) -> None:
    text = "某地\n□ 记者 某某 报道\n今年1—6月份,日照市办结了27件市民来信。\n"
    (item,) = figures(review(text, lang=lang))
    new = next(choice for choice in field(item, "metric")["choices"] if choice["value"] == "+")["new"]
    assert (new["zh"], new["en"], new["kind"]) == ("市民来信", "", "flow")
    assert item["sure"] == "doubtful"


@pytest.mark.parametrize("text", ["", "没有数。", "\x00\ud800", "5" * 3000])
def test_any_text_has_a_review(text: str) -> None:
    shown = review(text)
    assert shown["unread"] == 0
    json.dumps(shown).encode()


@pytest.mark.slow
def test_a_text_with_too_many_numbers_is_read_so_far_and_the_rest_is_said() -> None:
    lines = [f"1—6月，五莲县固定资产投资{number}亿元。\n" for number in range(100, 620)]
    shown = review("".join(lines), unread=7)
    assert len(figures(shown)) == 500
    assert shown["unread"] == 7 + len("".join(lines[500:]))


def test_where_it_is_hosted_no_folder_is_named() -> None:
    reply = answer("read", body(), own=False).content
    assert (reply["own"], reply["file"]) == (False, "sample.yaml")


def test_each_article_has_the_date_of_its_own_source() -> None:
    text = "".join(f"第{name}篇标题\n□ 记者 某某 报道\n今年1—6月份,五莲县固定资产投资{name}2亿元。\n" for name in "13")
    sources = [SOURCE, {**SOURCE, "published": "2021-08-09"}]
    first, second = figures(review(text, source=sources))
    assert (value(first, "period"), value(second, "period")) == ("2022-S1", "2021-S1")


def test_words_that_were_marked_become_a_card() -> None:
    start = TEXT.index("342")
    reply = answer("add", body(start=start, end=start + 3)).content
    assert [item["id"] for item in reply["items"]] in ([], [f"{start}-{start + 3}"])
    nothing = answer("add", body(start=0, end=4)).content
    assert (nothing["items"], nothing["why"]) == ([], "划出的字里没有数。")
    known = answer("add", body(start=TEXT.index("58.31"), end=TEXT.index("58.31") + 5)).content
    assert [item["text"] for item in known["items"]] == ["58.31亿元"]
