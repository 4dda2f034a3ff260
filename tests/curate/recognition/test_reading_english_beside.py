"""English growths and shares told in the clause or sentence beside their amount, or without a verb of their own."""

import pytest

from tests.curate.recognition.test_reading import amounts, figures


def rates(text: str, name: str) -> list[tuple[str, str]]:
    parts = [(figure.text, getattr(figure, name)) for figure in figures(text)]
    return [(amount, part.words) for amount, part in parts if part]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bakers raised their added value by 14 percent.", [("", "14 percent")]),
        ("Added value is to rise by over 4% in mining, by 9.5% in services, and by 7% at large firms.",
         [("", "over 4%"), ("", "9.5%"), ("", "7%")]),
        ("Budget revenue increased by 4.1 percent to 31.2 billion yuan, and investment in fixed assets by 8.2 percent.",
         [("31.2 billion yuan", "4.1 percent"), ("", "8.2 percent")]),
        ("Beyond the coal sector, industrial growth was slower still, at 4.2 percent.", [("", "4.2 percent")]),
        ("Trade with the islands was up 17.6 percent and with inland provinces 14.2 percent.",
         [("", "17.6 percent"), ("", "14.2 percent")]),
        ("The primary industry recorded growth of 2.4% and the tertiary industry 5.9%.", [("", "2.4%"), ("", "5.9%")]),
        ("Investment in fixed assets rose 8%, while retail sales of consumer goods should go up 9%.",
         [("", "8%"), ("", "9%")]),
    ],
)  # fmt: skip
def test_a_rate_alone_is_the_growth_of_the_noun_of_its_clause(text: str, told: list[tuple[str, str]]) -> None:
    assert rates(text, "growth") == told


@pytest.mark.parametrize(
    ("text", "amount", "growth"),
    [
        ("Exports made up the bulk at 4.1 billion yuan, or 61 percent of the total, although they slipped 3.6 percent.",
         "4.1 billion yuan", "-3.6 percent"),
        ("Farms took in $22 million of foreign direct investment in the year, or 4 percent of the total, after growth "
         "of 14 percent.", "$22 million", "14 percent"),
        ("In May, 1,989 flights took off or landed at the airports of Rizhao, 12.5 percent more than a year earlier.",
         "1,989 flights", "12.5 percent"),
        ("Retail sales came to 22.3 billion yuan, 6.4 percent above the level of the first half of last year.",
         "22.3 billion yuan", "6.4 percent"),
        ("Retail sales came to 22.3 billion yuan, 6.4 percent below the level of 2021.", "22.3 billion yuan",
         "-6.4 percent"),
        ("Foreign investors brought $51 million to Wulian. Foreign direct investment in the county was thus up 27 "
         "percent.", "$51 million", "27 percent"),
        ("The economy expanded 9.4 percent in 2006, taking the county's gross domestic product to 19 billion yuan.",
         "19 billion yuan", "9.4 percent"),
        ("Imports swelled 70 percent to 16 million yuan.", "16 million yuan", "70 percent"),
        ("Exports of tea shrank by 3.1 percent to 4.6 billion yuan and those of silk by 9.5 percent to 3.6 billion "
         "yuan.", "3.6 billion yuan", "-9.5 percent"),
        ("Growers turned out crops worth 27.5 billion yuan, a rise of 2.6 percent in total output value.",
         "27.5 billion yuan", "2.6 percent"),
        ("Added value reached 11.6 billion yuan in farming and 70.8 billion yuan in industry, both up 2.9%.",
         "11.6 billion yuan", "2.9%"),
        ("Services yielded 5 billion yuan, against 8.9 billion yuan from industry, which grew by 8.1 percent.",
         "8.9 billion yuan", "8.1 percent"),
    ],
)  # fmt: skip
def test_a_growth_in_the_next_clause_or_sentence_is_of_the_amount(text: str, amount: str, growth: str) -> None:
    assert (amount, growth) in rates(text, "growth")


def test_how_far_an_amount_is_above_that_of_another_place_is_no_growth() -> None:
    assert not rates("Exports were 5 billion yuan, 3 percent above the level of the province.", "growth")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Investors from Japan accounted for $50 million, a 19 percent share, and those from Korea for $9 million, a "
         "3.8 percent share.", [("$50 million", "19 percent"), ("$9 million", "3.8 percent")]),
        ("Rizhao wants its exports to be over 28 billion yuan. The sum would be equal to 42 percent of the trade.",
         [("over 28 billion yuan", "42 percent")]),
    ],
)  # fmt: skip
def test_a_share_called_so_beside_an_amount_is_that_of_the_amount(text: str, told: list[tuple[str, str]]) -> None:
    assert rates(text, "share") == told


def test_a_share_of_a_plan_is_that_of_the_money_and_not_of_the_projects_it_is_spent_on() -> None:
    text = (
        "Investment of 27.7 billion yuan was completed at the 1,216 major projects which Wulian has. "
        "This is 53 percent of the plan for the whole year."
    )
    assert rates(text, "completion") == [("27.7 billion yuan", "53 percent")]


def test_a_growth_that_is_expected_of_something_else_is_not_of_the_amount_before_it() -> None:
    text = "The plan provides for about 70,000 new urban jobs, and consumer prices are expected to rise about 3%."
    assert ("about 70,000", "about 3%") not in rates(text, "growth")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Wulian had 82 malls last year that each yielded over 100 million yuan in taxes.", "over 100 million yuan"),
        ("Counting only those worth over 500 million yuan ($72 million) apiece, Wulian attracted 45 projects.",
         "over 500 million yuan"),
        ("Wulian attracted 12 projects, every one of them with an investment above 100 million yuan.",
         "100 million yuan"),
        ("The number of small enterprises multiplied from 221 to 2,581.", "221 to 2,581"),
    ],
)  # fmt: skip
def test_what_each_of_some_things_has_at_least_and_what_a_number_rose_from_is_no_amount(text: str, number: str) -> None:
    assert amounts(text)
    assert number not in amounts(text)
