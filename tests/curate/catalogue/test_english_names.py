"""English sentences as newspapers write them, made up for these tests → the standard indicators that they name."""

import pytest

from indicators.curate.catalogue import english_forms
from tests.curate.recognition.test_reading import figures


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("Wulian's express delivery companies handled 520 million parcels in 2022.", "快递业务量"),
        ("The courier industry's revenue in Wulian was 3.4 billion yuan in 2022.", "快递业务收入"),
        ("Sales of NEVs in Wulian reached 42,000 vehicles in 2022.", "新能源汽车销量"),
        ("Dealers in Wulian sold 42,000 new energy vehicles in 2022.", "新能源汽车销量"),
        ("In 2022, plants in Wulian generated 12.4 billion kilowatt-hours of electricity.", "发电量"),
        ("Installed photovoltaic capacity in Wulian reached 2.1 million kilowatts in 2022.", "光伏装机容量"),
        ("The airport in Wulian handled 21,000 tonnes of cargo and mail in 2022.", "民航货邮吞吐量"),
        ("Rail freight volume in Wulian was 23 million tons in 2022.", "铁路货运量"),
        ("In 2022, Wulian's customs collected 5.2 billion yuan in tariffs.", "关税"),
        ("The turnover of technical contracts in Wulian reached 820 million yuan in 2022.", "技术合同成交额"),
        ("In 2022, technology contracts worth 820 million yuan were registered in Wulian.", "技术合同成交额"),
        ("In 2022, Wulian issued local government bonds worth 6.1 billion yuan.", "地方政府债券"),
        ("Contractual foreign capital in Wulian hit 82 million U.S. dollars in 2022.", "合同外资"),
        ("Wulian's marine GDP topped 82 billion yuan in 2022.", "海洋生产总值"),
        ("Catering sales in Wulian reached 4.2 billion yuan in 2022.", "餐饮收入"),
        ("Premium income of the insurance sector in Wulian was 910 million yuan in 2022.", "保费收入"),
        ("In 2022, tax and fee cuts saved businesses in Wulian 310 million yuan.", "减税降费"),
        ("The county's investment in research and development was 540 million yuan in 2022.", "研究与试验发展经费支出"),
    ],
)
def test_an_indicator_is_known_by_what_newspapers_call_it(text: str, zh: str) -> None:
    (figure,) = figures(text)
    assert figure.open_metric is not None
    assert (figure.open_metric.zh, figure.open_metric.standard) == (zh, True)
    assert figure.sure != "confident"


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("In 2022, Wulian invested 3.1 billion yuan in the digital economy.", "数字经济规模"),
        ("In 2022, Wulian built 30 kilometers of expressways.", "高速公路里程"),
        ("In 2022, Wulian added 1,200 charging piles.", "充电桩"),
    ],
)
def test_what_is_spent_on_a_thing_or_added_to_it_is_not_how_much_of_it_there_is(text: str, zh: str) -> None:
    (figure,) = figures(text)
    assert figure.open_metric is None or figure.open_metric.zh != zh


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Urbanisation rates", "urbanization rate"),
        ("labour productivity", "Labor productivity"),
        ("community health service centres", "community health service center"),
        ("output of new-energy vehicles", "output of new energy vehicles"),
        ("the city's enrolment", "the city enrollment"),
    ],
)
def test_spellings_plurals_and_hyphens_are_looked_up_alike(one: str, other: str) -> None:
    assert english_forms.key(one) == english_forms.key(other)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Sales of motor vehicles", "motor vehicles sales"),
        ("Value added of construction", "added value of construction"),
        ("Spending on transport", "transport expenditure"),
        ("Participants in unemployment insurance", "people covered by unemployment insurance"),
        ("Charging piles newly built", "new charging piles"),
        ("Coverage rate of gas", "gas coverage rate"),
    ],
)
def test_a_name_is_also_said_in_the_other_ways_in_which_its_words_can_stand(name: str, form: str) -> None:
    assert form in [*english_forms.spoken([name])]


def test_what_was_set_up_is_new_though_it_is_said_behind_its_number() -> None:
    (figure,) = figures("In 2022, 310 foreign-funded enterprises were set up in Rizhao.")
    assert (figure.metric, figure.open_metric) == ("businesses-new", None)
    (figure,) = figures("In 2022, Rizhao built 620 kilometers of rural roads.")
    assert figure.open_metric
    assert figure.open_metric.zh == "新改建农村公路"
