"""English passages, made up for these tests, with places that the dataset knows or not → where each number is of."""

import pytest

from indicators.curate.drafts import DraftFigure
from indicators.values import periods
from tests.curate.recognition.test_reading import reader


def placed(text: str) -> list[tuple[str, str]]:
    """The digits of each figure with its region, or the name of the one that is proposed."""
    articles = reader().read(text, periods.parse_date("2023-09-20"))
    return [(figure.text.split()[0], _region(figure)) for article in articles for figure in article.figures]


def _region(figure: DraftFigure) -> str:
    return figure.region or next((new.en for new in figure.new_entries if new.tree == "region"), "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2022, the exports of Wulian and Donggang were 6.9 billion yuan (1 billion dollars) and 4.1 billion "
            "yuan, respectively.",
            [("6.9", "wulian"), ("4.1", "donggang")],
        ),
        (
            "In 2022, the exports of Hunan, Guangxi Zhuang Autonomous Region and Qinghai were 69 billion yuan, "
            "41 billion yuan and 2 billion yuan, respectively.",
            [("69", "Hunan"), ("41", "Guangxi"), ("2", "Qinghai")],
        ),
        (
            "In 2022, exports of Hunan, Guangxi and Qinghai were 69 billion yuan and 41 billion yuan, respectively.",
            [("69", ""), ("41", "")],
        ),
    ],
)
def test_each_number_of_an_english_list_is_of_the_place_in_its_turn(text: str, expected: list[tuple[str, str]]) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Exports of Rizhao rose last year.\n\nThere are 57 freight lines through the port of Wulian, and 63 lines "
            "via Juxian.",
            [("57", "wulian"), ("63", "juxian")],
        ),
        (
            "Rizhao had a good year.\n\nA total of 3.2 million tourists visited Wulian in 2022.",
            [("3.2", "wulian")],
        ),
        (
            "Exports of Rizhao rose to 3.2 billion yuan in 2022, as much as in Wulian.",
            [("3.2", "rizhao")],
        ),
        (
            "In Rizhao, the harvest was good in 2022. Floods hit 5.2 million hectares of crops in the country.",
            [("5.2", "China")],
        ),
    ],
)
def test_a_place_behind_a_number_in_its_clause_is_its_own(text: str, expected: list[tuple[str, str]]) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Exports of Hunan Rise\n\nExports of Hunan reached 32 billion yuan in 2022, officials told a press "
            "conference in Changsha. Imports came to 14 billion yuan.",
            [("32", "Hunan"), ("14", "Hunan")],
        ),
        (
            "Exports of Hunan Rise\n\nIn 2022, customs authorities in Changsha said, exports rose to 32 billion yuan.",
            [("32", "Hunan")],
        ),
        (
            "Ports Handle More\n\nIn 2022, China's ports handled 107 million tonnes, reports Shanghai Daily. Imports "
            "came to 14 billion yuan.",
            [("107", "China"), ("14", "China")],
        ),
    ],
)
def test_where_something_was_said_is_no_place_of_numbers(text: str, expected: list[tuple[str, str]]) -> None:
    assert placed(text) == expected


def test_the_numbers_of_an_article_that_first_tells_of_the_country_are_of_it_where_no_place_is_near() -> None:
    text = (
        "Container Volumes of Chinese Ports Rise\n\nThe volume at all ports across China grew 6 percent to 24 million "
        "TEUs in August 2023.\n\nShanghai handled 3.8 million TEUs.\n\nIn the first eight months, a total of 168 "
        "million TEUs were handled."
    )
    assert placed(text) == [("24", "China"), ("3.8", "Shanghai"), ("168", "China")]


def test_the_name_that_a_headline_begins_with_is_a_place_where_its_text_tells_of_a_state() -> None:
    text = (
        "Perlis Records More Investments\n\nPerlis recorded investments of RM12 billion in 2022. A total of 396 "
        "projects created 8,900 jobs in the state."
    )
    assert [region for _, region in placed(text)] == ["Perlis"] * 3
    assert {region for _, region in placed(text.replace("the state", "the trade"))} == {""}


def test_an_english_text_that_names_no_region_of_the_data_is_of_none_of_them() -> None:
    text = "Da Nang grows\n\nDa Nang's GDP was 4.1 billion yuan in 2022, and in June the city had 3.2 million guests."
    assert [region for _, region in placed(text)] == ["", ""]
    assert [region for _, region in placed(text.replace("Da Nang", "Rizhao"))] == ["rizhao"] * 2


def test_a_fiscal_year_is_no_place() -> None:
    text = "Port grows in FY23\n\nRevenue in FY23 was 8 million yuan. Exports in FY23 were 3 million yuan."
    assert [region for _, region in placed(text)] == ["", ""]


def test_a_hometown_is_a_place_and_a_province_may_have_a_dash_in_its_name() -> None:
    home = "Ms. Qiu grows tea in her hometown of Wuyuan. In 2022, the county received 3.2 million tourists."
    assert placed(home) == [("3.2", "Wuyuan")]
    dash = "In 2022, Thua Hien - Tue Province attracted projects worth 3.2 billion yuan."
    assert placed(dash) == [("3.2", "Thua Hien - Tue Province")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tourist Arrivals Surge\n\nArrivals in Sri Lanka reached 707,900 in the first quarter, as more tourists "
            "came from India. Earnings were 4.3 billion dollars.",
            [("707,900", "Sri Lanka"), ("4.3", "Sri Lanka")],
        ),
        (
            "Car Sales Fall\n\nCar sales in Germany fell to 282,000 units in April 2023. French car sales came to "
            "119,000 units, and Spain recorded 98,000 units.",
            [("282,000", "Germany"), ("119,000", "France"), ("98,000", "Spain")],
        ),
        (
            "Kenya's Coffee Sells Well\n\nKenya exported 40,200 tonnes of coffee in 2022. Germany was its largest "
            "market with 10,300 tonnes.",
            [("40,200", "Kenya"), ("10,300", "Kenya")],
        ),
        (
            "Container Traffic Rises\n\nMalaysian ports handled 15.3 million TEUs in 2022, and the country's exports "
            "came to 41 million tonnes.",
            [("15.3", "Malaysia"), ("41", "Malaysia")],
        ),
        (
            "Exports of Hunan Rise\n\nIn 2022, Hunan exported goods worth 32 billion yuan. In Vietnam and in Japan, it "
            "sold cars for 4 billion yuan.",
            [("32", "Hunan"), ("4", "Hunan")],
        ),
    ],
)
def test_numbers_of_a_text_of_the_world_are_of_the_country_that_is_told_of(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'ZHENGZHOU, May 10 -- Luoyang, the "city of peonies" in central China\'s Henan Province, exported goods '
            "worth 17 million yuan in 2022.",
            [("17", "Luoyang")],
        ),
        (
            "Jilin Enjoys the Snow\n\nThe northern province of Jilin has cold winters. According to China's tourism "
            "bureau, the province saw 20.5 million trips in 2022.",
            [("20.5", "Jilin")],
        ),
        (
            "In a village of Menghai County in Yunnan Province, farmers sell vegetables. Yunnan exported goods worth "
            "3.2 billion yuan in 2022.\n\nIn Menghai County, 23 farms sold tea. The province is a large producer, with "
            "1.3 million hectares.",
            [("3.2", "Yunnan"), ("23", "Menghai County"), ("1.3", "Yunnan")],
        ),
        (
            "Yuncheng, a city in Shanxi Province, has parks. The Yuncheng Economic Development Zone was founded in "
            "1992, said the mayor of Yuncheng. The output of the zone reached 5.8 billion yuan in 2022.",
            [("5.8", "Yuncheng Economic Development Zone")],
        ),
    ],
)
def test_what_a_place_is_called_besides_and_the_whole_of_it_are_that_place(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize("verb", ["jumped", "in July rose", "just rose", "rose"])
def test_a_word_that_begins_like_the_name_of_a_place_does_not_name_it(verb: str) -> None:
    assert placed(f"Rizhao did well in 2022. Exports {verb} to 4.4 billion yuan.") == [("4.4", "rizhao")]
