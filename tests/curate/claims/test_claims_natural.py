"""Sentences as journalists write them → what is called wrong in them: what was planted, and nothing else."""

import re

import pytest

from indicators.curate.claims.sentences import verdict_sentence
from indicators.curate.recognition.context.elsewhere import pattern
from indicators.curate.recognition.text.times import find
from indicators.values import periods
from tests.curate.claims.test_claims import checker, names


def wrong(text: str, published: str) -> dict[str, str]:
    """The numbers of a text that are called wrong, with their verdicts."""
    claims = checker().check(text, periods.parse_date(published)).claims
    return {text[claim.start : claim.end]: claim.verdict for claim in claims if claim.is_wrong}


@pytest.mark.parametrize(
    ("published", "text"),
    [
        # a total to date is not the number of the year before it
        ("2025-03-01", "2024年日照新设省博士后创新实践基地22家，招收博士后42名，累计招收96名。"),
        # a holiday or a season is a part of the year that is named
        ("2025-05-10", "Over the May Day holiday, Rizhao's monitored sights welcomed 2.7444 million visitors."),
        ("2023-10-25", "In the summer of 2023 Rizhao's monitored sights had 12.98 million tourists."),
        ("2013-10-10", "2013年国庆长假，日照接待游客181万人次。"),
        # a plan is told as one
        ("2012-05-01", "Rizhao Port handled 252.6 million tons last year and expects 280 million tons in 2012."),
        ("2016-02-18", "2015年，五莲县预计完成生产总值221亿元，规模以上固定资产投资138.5亿元。"),
        ("2023-03-10", "In 2022, Rizhao's GDP was expected to exceed 230 billion yuan, and trade to grow 20 percent."),
        # "passed" is "over", and "some" says less than the very number
        ("2010-01-10", "Rizhao Port's throughput passed 180 million tons in 2009."),
        ("2018-03-01", "Some 24.52 million passengers went by road in Rizhao in 2017."),
        # the period, and the place of each number
        ("2022-02-10", "Between Jan. 1 and Jan. 24, 2022, Rizhao Port handled 340,000 TEUs, up 21.4 percent."),
        ("2024-08-28", "1—7月，日照市一般公共预算收入126亿元。\n从区县看，莒县17.84亿元，经开区15.94亿元，增长1.0%。"),
        ("2023-03-10", "A year of Rizhao\nIn 2022, Juxian County's GDP reached 45.32 billion yuan."),
        ("2023-03-10", "A year\nIn 2022, Rizhao's trade grew. The city created 29,500 urban jobs.\nJuxian grew."),
        ("2023-07-10", "Rizhao High-Tech Zone has 146 high-tech enterprises; in January-May output grew 5.7 percent."),
        ("2024-08-20", "1—7月，五莲县一般公共预算收入10.18亿元，与上半年的8.34亿元相比净增1.84亿元。"),
        # after a part nobody knows whether the districts are told of it or of the whole
        ("2024-08-28", "1—7月，日照市非税收入44亿元。从区县看，东港区5.1亿元，岚山区3.2亿元，莒县2.7亿元。"),
        ("2024-08-28", "1—7月，日照市一般公共预算收入126亿元。从支出看，东港区45.1亿元，岚山区33.2亿元。"),
        # the part that is named right before a number
        (
            "2025-01-20",
            "In 2024 Rizhao hosted 140 sports competitions, which brought direct benefits of 800 million yuan and"
            " output benefits of 1.5 billion yuan.",
        ),
        # a difference of two amounts is none of them
        ("2024-07-25", "上半年，岚山区的一般公共预算收入比东港区少2.66亿元，比莒县多9.56亿元。"),
        ("2018-02-20", "东港区去年高新技术企业新增18家、总数达到38家。"),
        ("2024-09-15", "Only Donggang's budget revenue fell in January-July 2024, by 2.2 percent."),
        # a year that is told by the one before it
        ("2024-03-10", "2023年，莒县实现生产总值463.75亿元，增长4.5%，上一年为453.2亿元。"),
        ("2024-03-10", "Donggang's GDP was 65.116 billion yuan in 2023. Two years earlier it was 60.242 billion yuan."),
        ("2023-07-10", "Rizhao High-Tech Zone now has 146 high-tech enterprises, up from 103 in August 2022."),
        # a sum is not of the last that it adds up
        ("2024-03-10", "2023年底，东港区企业5.29万户、个体工商户9.42万户，合计14.71万户。"),
        ("2021-11-10", "前三季度，东港区第二、第三产业增加值合计403亿元，占比超过95%。"),
        # the rates of an amount that agrees with a report are of that report
        ("2018-03-10", "2017年日照对“一带一路”进出口258亿元，占28.4%，增长23.5%。"),
        # what is counted by the year is not of the days of a fair
        ("2025-08-12", "From August 9 to 11, 2025, Lanshan held a fair. It produces 11,000 tons of tea a year."),
        ("2022-11-01", "The income of rural residents of Rizhao shot up to 20,154 yuan in 2021."),
        ("2024-03-10", "In 2023 Donggang's private economy grew 9 percent, its economy 5.8 percent."),
        # what a sentence does not say itself may be what the paragraph above says
        ("2024-09-15", "1—7月，日照市收入126亿元。7月一个月，东港区一般公共预算收入又收了4.77亿元。山海天2.65亿元。"),
        ("2018-01-20", "2017年，东港区进出口总值260亿元，占日照全市的近三成。全年授权发明专利152件。"),
        ("2024-09-15", "1—7月，日照市一般公共预算收入126亿元。其中税收收入82亿元。东港区最多，东港区为31.89亿元。"),
        # an amount whose currency is left out takes the growth that follows it
        (
            "2018-04-01",
            "In 2017 Rizhao's budget revenue was 14.1 billion yuan, expenditure came to 23.2 billion, up 13.3 percent.",
        ),
        (
            "2023-11-01",
            "From June to August Rizhao's sights did well. Over the May Day holiday, they had counted 2.3232 million"
            " visits.",
        ),
    ],
)  # fmt: skip
def test_what_the_reports_do_not_speak_against_is_not_called_wrong(published: str, text: str) -> None:
    assert wrong(text, published) == {}


@pytest.mark.parametrize(
    ("published", "text", "planted"),
    [
        ("2018-03-01", "2017年，日照市生产总值68848元。", {"68848元": "other-metric"}),
        ("2014-03-01", "2013年，日照市进出口总值突破300亿元。", {"突破300亿元": "other-currency"}),
        ("2018-03-01", "In 2017 trade of Donggang District was $26 billion.", {"$26 billion": "other-currency"}),
        ("2010-08-10", "上半年，日照旅游总收入32.1亿美元。", {"32.1亿美元": "other-currency"}),
        ("2013-09-15", "8月份，日照市居民消费价格同比上涨1.9%。", {"1.9%": "other-period"}),
        ("2024-03-10", "2023年，东港区居民消费价格上涨0.3%。", {"0.3%": "differs"}),
        ("2021-02-01", "2020年底，高新区、东港区分别有瞪羚企业4家、5家。", {"4家": "other-place", "5家": "differs"}),
        ("2018-05-10", "截至4月底，重点工业项目开工率：岚山区89.5%，五莲县89.5%。", {"89.5%": "other-place"}),
        ("2024-07-25", "上半年，莒县一般公共预算收入14.90亿元，经开区14.90亿元。", {"14.90亿元": "other-place"}),
        ("2009-02-01", "2008年日照三次产业增加值分别为82.74亿元、491.73亿元、270.67亿元。", {"491.73亿元": "differs"}),
        ("2024-03-10", "莒县2023年增加值：一产59.13亿元，二产137.09亿元。", {"137.09亿元": "differs"}),
        (
            "2024-03-05",
            "Ju County's secondary industry produced 23.153 billion yuan in value added in 2023.",
            {"23.153 billion yuan": "other-group"},
        ),
        (
            "2024-08-28",
            "1—7月，日照市非税收入44亿元。\n从区县看，东港区31.89万元，下降2.2%；莒县18.74亿元。",
            {"31.89万元": "slip", "18.74亿元": "differs"},
        ),
        (
            "2024-08-28",
            "In January-July 2024 Rizhao's budget revenue was 12.6 billion yuan.\nJu County: 1.874 billion yuan.",
            {"1.874 billion yuan": "differs"},
        ),
        ("2014-03-10", "2013年，日照港口吞吐量3亿吨。", {"3亿吨": "qualifier"}),
        ("2020-02-15", "2018年，莒县生产总值415亿元。次年，该县固定资产投资增长11%。", {"11%": "target-as-result"}),
        ("2025-05-10", "今年“五一”假期，日照监测景区接待游客232.32万人次。", {"232.32万人次": "other-period"}),
        ("2025-05-10", "2025年“五一”假期，日照监测景区营业收入5262.05万美元。", {"5262.05万美元": "other-currency"}),
        (
            "2024-03-10",
            "The value added of the secondary sector in Ju County came to 1.7309 million yuan in 2023.",
            {"1.7309 million yuan": "slip"},
        ),
        (
            "2024-09-15",
            "In the first seven months of 2024, budget revenue in Wulian was 10.18 billion yuan.",
            {"10.18 billion yuan": "slip"},
        ),
        ("2024-03-10", "Donggang's economy grew 8.5 percent in 2023.", {"8.5 percent": "differs"}),
        ("2024-03-10", "Donggang's secondary industry grew by 0.3 percent in 2023.", {"0.3 percent": "differs"}),
        ("2024-09-15", "1—7月，山海天一般公共预算收入最少，2.65亿元，下降9.3%。", {"9.3%": "differs"}),
        ("2010-07-20", "上半年，日照港完成货物吞吐量1.13亿吨，同比下降27%。", {"27%": "differs"}),
        ("2022-05-20", "一季度，莒县规上工业增加值下降29.2%。", {"29.2%": "differs"}),
        ("2022-08-25", "上半年，五莲县到位内资26.9亿元，增长67.2%。", {"67.2%": "other-rate"}),
        ("2018-04-10", "Rizhao's GDP was $200.3 billion in 2017.", {"$200.3 billion": "other-currency"}),
        (
            "2018-04-10",
            "Rizhao's GDP rose 9.0 percentage points in 2017 to 200.3 billion yuan.",
            {"9.0 percentage points": "percent-as-points"},
        ),
        ("2024-03-10", "2023年，东港区第三产业增加值增长7.1个百分点。", {"7.1个百分点": "percent-as-points"}),
        ("2018-03-10", "2017年，东港区新增高新技术企业38家。", {"38家": "other-metric"}),
        ("2018-03-10", "2017年，东港区高新技术企业新增38家。", {"38家": "other-metric"}),
        ("2024-09-15", "Donggang's budget revenue fell in January-July 2024, by 2.6%.", {"2.6%": "differs"}),
        (
            "2019-04-20",
            "2019年清明假期，日照接待省外游客48.3万人次，省内市外游客25.81万人次。",
            {"48.3万人次": "other-group", "25.81万人次": "other-group"},
        ),
        (
            "2024-03-10",
            "At the end of 2023 Ju County had 85,319 private companies and 23,439 self-employed businesses.",
            {"85,319": "other-group", "23,439": "other-group"},
        ),
        (
            "2022-02-10",
            "Rizhao Port's container throughput came to 34,000 TEUs in the first 24 days of January 2022.",
            {"34,000 TEUs": "slip"},
        ),
        (
            "2023-11-10",
            "From June to August 2023, monitored sights in Rizhao had 12.98 million tourists, 116.89 percent fewer than"
            " a year before.",
            {"116.89 percent": "differs"},
        ),
        (
            "2022-08-25",
            "上半年，五莲县技改投资12.86亿元。全市交通基础设施完成投资56.92亿元，其中铁路13.42万元。",
            {"13.42万元": "slip"},
        ),
        ("2022-03-10", "2021年，日照钢铁产业产值近1900亿元。", {"近1900亿元": "qualifier"}),
    ],
)  # fmt: skip
def test_what_is_planted_is_found(published: str, text: str, planted: dict[str, str]) -> None:
    assert wrong(text, published) == planted


def test_a_number_of_another_indicator_or_currency_is_told_in_both_languages() -> None:
    (per_head, growth) = checker().check("2017年，日照市生产总值68848元，增长8.3%。").claims
    said = verdict_sentence(per_head, names("zh"))
    assert said == "数对，指标不对：68,848 Yuan（6.8848万元） 是2017年、人均地区生产总值的。"
    assert verdict_sentence(growth, names("en")) == "Right number, of another indicator: 8.3% is of 2017, GDP per head."
    (claim,) = checker().check("2013年，日照市进出口总值突破300亿元。").claims
    assert verdict_sentence(claim, names("zh")) == "数对，币种不对：原报道印的是 突破300亿美元。"
    assert verdict_sentence(claim, names("en")).startswith("Right number, other currency: the report has 突破300亿美元")


def test_a_rate_that_is_told_as_another_and_an_amount_without_its_currency() -> None:
    (_, claim) = checker().check("2022年上半年，五莲县到位内资26.9亿元，增长67.2%。").claims
    assert verdict_sentence(claim, names("zh")) == "数对，说的不是这个比率：67.2% 是占计划的比重。"
    assert verdict_sentence(claim, names("en")) == "Right number, of another rate: 67.2% is the share of the plan."
    claims = (
        checker()
        .check("In 2017 Rizhao's revenue was 14.1 billion yuan, and its budget expenditure 23.2 billion.")
        .claims
    )
    assert [(claim.quantity.unit.id, claim.verdict) for claim in claims][1:] == [("CNY", "agrees")]


def test_a_rise_that_is_told_as_a_fall_is_said_in_words() -> None:
    (_, claim) = checker().check("2010年上半年，日照港完成货物吞吐量1.13亿吨，同比下降27%。").claims
    assert verdict_sentence(claim, names("zh")) == "不符：升降说反了；原报道印的是 增长27%。"
    (_, claim) = checker().check("In January-July 2024 Shanhaitian's budget revenue was 265m yuan, up 3.9%.").claims
    assert verdict_sentence(claim, names("en")) == (
        "Differs: a rise and a fall were mixed up; the report has a fall of 3.9%."
    )


def test_the_nearest_report_is_named_and_one_of_the_same_is_no_unreported_number() -> None:
    (claim,) = checker().check("2016年，东港区一般公共预算收入41.2亿元。").claims
    assert verdict_sentence(claim, names("zh")) == (
        "未见报道：对不对，这里无从知道；最近的是一般公共预算收入，2024年上半年：27.12亿元。"
    )
    (claim,) = checker().check("2023年，日照渔获12.7万吨。").claims
    assert verdict_sentence(claim, names("en")) == "Not reported here: whether it is right cannot be known here."
    (_, claim) = checker().check("In 2017 Rizhao handled 407 million tons, an increase, and 3.42 million TEUs.").claims
    assert verdict_sentence(claim, names("en")).startswith(
        "Cannot be told: whether it is the same thing is not clear from the words; of Container throughput, 2017, "
    )


def test_districts_and_counties_together_are_no_place() -> None:
    assert not re.search(pattern([]), "从区县看")
    assert not re.search(pattern([]), "60个省市县重点项目")


def test_may_day_is_no_month() -> None:
    assert [time.period for time in find("the May Day holiday", periods.parse_date("2025-05-10"))] == []
    (days,) = find("between Jan. 1 and Jan. 24, 2022", None)
    assert days.period == periods.parse("2022-01-01/P24D")
