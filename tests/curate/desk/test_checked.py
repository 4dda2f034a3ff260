"""Decisions of a person → the entry, what the checks say of it, and the change of the file."""

from typing import Any

import pytest
import yaml

from tests.curate.desk.desks import SOURCE, TEXT, accepted, answer, body, checked, desk, field, figures, review, value

NEW: dict[str, Any] = {
    "id": "", "theme": "projects", "zh": "机械", "en": "Machines seen", "unit": "sets", "kind": "flow",
    "additive": True, "better": "neither",
}  # fmt: skip


def entry(made: dict[str, Any]) -> dict[str, Any]:
    (article,) = yaml.safe_load(f"articles:\n{made['yaml']}")["articles"]
    return dict(article)


def test_exactly_the_accepted_figures_stand_in_the_entry_as_they_were_decided() -> None:
    total, railways, roads, machines = figures(review())
    left_out = {"item": roads["id"], "state": "left-out", "fields": {}, "reason": ""}
    made = checked([accepted(total), accepted(railways), left_out, {"item": machines["id"], "state": "no-figure"}])
    article = entry(made)
    assert (article["publisher"], article["url"]) == ("dazhong-daily", SOURCE["url"])
    assert [figure["text"] for figure in article["figures"]] == ["58.31亿元", "14.52亿元"]
    assert article["figures"][1]["part_of"] == article["figures"][0]["id"]
    assert article["figures"][0]["completion_quote"] == "占年度计划的53.4%"
    assert (made["passes"], made["accepted"], made["done"]) == (True, 2, True)
    assert made["figures"] == made["before"] + 2 == len(desk().dataset.figures) + 2


def test_what_a_person_changes_is_what_is_written() -> None:
    total, *_ = figures(review())
    made = checked(
        [accepted(total, period="2022年", sector="all", growth="", completion="", plan="", nature="expected")]
    )
    (figure,) = entry(made)["figures"]
    assert (str(figure["period"]), figure["sector"], figure["nature"]) == ("2022", "all", "expected")
    assert not {"growth", "growth_quote", "completion", "plan"} & figure.keys()
    assert made["items"][total["id"]]["period"] == {"value": "2022", "name": "2022年"}


def test_what_is_not_understood_is_said_and_not_entered() -> None:
    total, *_ = figures(review())
    wrong = {
        "metric": "no-such", "region": "nowhere", "sector": "no", "group": "no", "period": "昨天", "nature": "sure",
        "growth": "999%", "completion": "1%", "plan": "x", "part_of": "0-1",
    }  # fmt: skip
    for key, words in wrong.items():
        made = checked([accepted(total, **{key: words})])
        bad = [check for check in made["items"][total["id"]]["checks"] if check["kind"] == "bad"]
        assert bad, key
        assert not any(check["acceptable"] for check in bad)
        assert (made["passes"], made["accepted"], made["yaml"]) == (False, 0, ""), key
        assert made["not_written_because"].startswith("有 ")


def test_a_decision_about_nothing_that_stands_in_the_text_enters_nothing() -> None:
    made = checked(
        [{"item": item, "state": "accepted", "fields": {"metric": "gdp"}} for item in ("0.9", [7, 3], "9-99999")]
    )
    assert (made["accepted"], made["yaml"], made["passes"]) == (0, "", False)
    assert made["problems"][0]["severity"] == "error"


def test_a_part_of_a_total_that_was_not_taken_says_so() -> None:
    _, railways, *_ = figures(review())
    made = checked([accepted(railways)])
    assert not made["passes"]
    assert "合计没有采用" in made["problems"][0]["sentence"]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"published": ""}, "还没有填刊登日期。"),
        ({"published": "soon"}, "“soon”不是日期；写法如 2022-08-08。"),
        ({"publisher": ""}, "还没有填发布者。"),
        ({"publisher": "nobody"}, "数据里没有发布者“nobody”。"),
    ],
)
def test_an_article_without_its_source_does_not_pass(changed: dict[str, str], sentence: str) -> None:
    total, *_ = figures(review())
    made = checked([accepted(total)], source=[{**SOURCE, **changed}])
    assert not made["passes"]
    assert sentence in [problem["sentence"] for problem in made["problems"]]


def test_no_stand_in_for_a_source_is_shown_or_copied() -> None:
    total, *_ = figures(review())
    made = checked([accepted(total)], source={"published": "", "publisher": "", "url": ""})
    added = "\n".join(line["text"] for line in made["change"] if line["kind"] == "+")
    for shown in (made["yaml"], added):
        assert shown.count("publisher:") == shown.count("publisher: TODO  # ") == 1
        assert shown.count("published:") == shown.count("published: TODO  # ") == 1
    assert "+    publisher: TODO  # " in made["patch"]


def test_a_publisher_may_be_called_by_its_name() -> None:
    total, *_ = figures(review())
    assert (
        entry(checked([accepted(total)], source=[{**SOURCE, "publisher": "大众日报"}]))["publisher"] == "dazhong-daily"
    )


def test_without_an_address_it_passes_with_a_note() -> None:
    text = "某地\n□ 记者 某某 报道\n1—6月份,莒县固定资产投资12.3亿元。\n"
    (item,) = figures(review(text))
    made = checked([accepted(item)], text, source=[{**SOURCE, "url": ""}])
    assert made["passes"]
    assert [problem["severity"] for problem in made["problems"]] == ["information"]


def test_a_figure_taken_against_a_check_says_why() -> None:
    total, *_ = figures(review())
    taken = accepted(total, period="2015-S1")
    made = checked([taken])
    (against,) = [check for check in made["items"][total["id"]]["checks"] if check["kind"] == "bad"]
    assert (against["code"], against["acceptable"], made["passes"]) == ("period-long-ago", True, True)
    reason = '原文如此: "统计"\n- id: x\t#'
    made = checked([{**taken, "reason": reason}])
    (figure,) = entry(made)["figures"]
    assert figure["accept"] == [{"code": "period-long-ago", "reason": {"zh": reason, "en": reason}}]
    assert not [check for check in made["items"][total["id"]]["checks"] if check["kind"] == "bad"]


def test_what_differs_from_another_report_is_said_beside_the_number() -> None:
    """The finding is about the entry of the dataset, so that it is no reason of this one that settles it."""
    text = "某地\n□ 记者 某某 报道\n1—6月份,日照市交通运输项目完成投资66.92亿元。\n"
    (item,) = figures(review(text))
    made = checked([accepted(item, metric="project-investment", sector="transport", reason="x")], text)
    (said,) = [check for check in made["items"][item["id"]]["checks"] if check["code"] == "conflict"]
    assert (said["kind"], said["acceptable"]) == ("warn", False)
    assert "不能都对" in said["sentence"]
    assert made["problems"] == [{"severity": "warning", "sentence": said["sentence"], "item": item["id"]}]
    assert "accept" not in entry(made)["figures"][0]


def test_a_reason_without_a_finding_is_not_written() -> None:
    total, *_ = figures(review())
    assert "accept" not in entry(checked([accepted(total, reason="好")]))["figures"][0]


def test_a_new_metric_is_written_with_the_figure_that_uses_it() -> None:
    *_, machines = figures(review())
    decision = {**accepted(machines, metric="+", part_of=""), "new": NEW}
    made = checked([decision])
    assert made["passes"], made["problems"]
    (metric,) = yaml.safe_load(f"metrics:\n{made['metrics']}")["metrics"]
    assert metric == {
        "id": "machines-seen", "theme": "projects", "name": {"zh": "机械", "en": "Machines seen"}, "unit": "sets",
        "kind": "flow", "additive": True, "better": "neither",
    }  # fmt: skip
    assert entry(made)["figures"][0]["metric"] == "machines-seen"
    codes = [check["code"] for check in made["items"][machines["id"]]["checks"]]
    assert "metric-used-once" in codes
    added = "\n".join(line["text"] for line in made["change"] if line["kind"] == "+")
    assert "machines-seen, theme: projects" in added


@pytest.mark.parametrize(
    "changed", [{"en": "", "zh": " "}, {"id": "gdp"}, {"id": "Not An Id"}, {"theme": "no"}, {"unit": "parsec"}]
)
def test_a_new_metric_needs_a_name_an_id_that_is_free_a_theme_and_a_unit(changed: dict[str, str]) -> None:
    *_, machines = figures(review())
    made = checked([{**accepted(machines, metric="+", part_of=""), "new": {**NEW, **changed}}])
    assert (made["passes"], made["metrics"], made["yaml"]) == (False, "", "")


def test_a_new_metric_is_taken_as_it_is_proposed_with_one_name_for_both_languages() -> None:
    *_, machines = figures(review())
    proposal = next(choice["new"] for choice in field(machines, "metric")["choices"] if choice["value"] == "+")
    assert (proposal["zh"], proposal["en"], proposal["id"]) == ("机械", "", "ji-xie")
    made = checked([{**accepted(machines), "new": proposal}])
    assert made["passes"], made["problems"]
    (metric,) = yaml.safe_load(f"metrics:\n{made['metrics']}")["metrics"]
    assert (metric["id"], metric["name"]) == ("ji-xie", {"zh": "机械", "en": "机械"})
    assert "metric-in-one-language" in [check["code"] for check in made["items"][machines["id"]]["checks"]]


def test_a_rate_of_another_number_can_be_taken_with_the_words_that_hold_it_and_no_other() -> None:
    _, railways, *_ = figures(review())
    made = checked([accepted(railways, part_of="", growth="151%")])
    (figure,) = entry(made)["figures"]
    assert (figure["growth"], figure["growth_quote"]) == ("151%", "同比增长151%")
    made = checked([accepted(railways, part_of="", growth="15%")])
    assert not made["passes"]


def test_a_figure_is_checked_while_it_is_edited_and_not_entered() -> None:
    total, railways, *_ = figures(review())
    made = checked([accepted(total), {**accepted(railways, sector="no"), "state": "open"}])
    assert [check["code"] for check in made["items"][railways["id"]]["checks"] if check["kind"] == "bad"] == [
        "needs-sector"
    ]
    assert (made["accepted"], made["passes"], made["done"]) == (1, True, False)


def test_the_change_is_a_patch_of_the_file() -> None:
    total, *_ = figures(review())
    made = checked([accepted(total)])
    assert made["patch"].startswith("--- a/tests/sample.yaml\n+++ b/tests/sample.yaml\n@@")
    kinds = {line["kind"] for line in made["change"]}
    assert kinds <= {"@", " ", "+"}
    assert checked([accepted(total)], own=False)["patch"].startswith("--- a/sample.yaml\n")


def test_where_it_is_hosted_it_says_that_nothing_is_written() -> None:
    total, *_ = figures(review())
    made = checked([accepted(total)], own=False)
    assert (made["passes"], made["not_written_because"]) == (True, "只有在您自己的电脑上才能写入文件。")
    assert answer("write", body(decisions=[]), own=False).status == 403


def test_two_figures_of_a_whole_in_both_orders_are_the_same_entry() -> None:
    total, railways, roads, _ = figures(review())
    decisions = [accepted(total), accepted(railways), accepted(roads)]
    assert checked(decisions)["yaml"] == checked(decisions[::-1])["yaml"]
    assert checked([*decisions, accepted(total)])["yaml"] == checked(decisions)["yaml"]


def test_what_a_person_saw_is_written_although_another_text_would_propose_more() -> None:
    """The proposals of a card that are not sent are those of the program; those that are sent are the person's."""
    total, *_ = figures(review())
    seen = {"item": total["id"], "state": "accepted", "fields": {"metric": "gdp", "sector": "all", "growth": ""}}
    (figure,) = entry(checked([seen]))["figures"]
    assert (figure["metric"], figure["region"], "growth" in figure) == ("gdp", value(total, "region"), False)
    assert TEXT[total["start"] : total["end"]] == figure["text"]


def test_a_number_of_a_table_keeps_the_unit_of_its_column() -> None:
    text = "地区\t2022年1—6月固定资产投资（亿元）\n五莲县\t12.5\n莒县\t23.5\n"
    first, second = figures(review(text))
    made = checked([accepted(first), accepted(second)], text)
    written = entry(made)["figures"]
    assert [(str(figure["text"]), figure["unit"], figure["region"]) for figure in written] == [
        ("12.5", "亿元", "wulian"),
        ("23.5", "亿元", "juxian"),
    ]
    assert made["passes"], made["problems"]
