"""Which numbers of an English article are targets, expectations and results; all sentences are made up."""

import pytest

from tests.curate.recognition.test_reading_english_times import dated


def natures(text: str) -> list[str]:
    return [nature for _, _, nature in dated("2024-03-05", text)]


@pytest.mark.parametrize(
    "text",
    [
        "For 2024, Wulian has set itself a rise in GDP of at least 6 percent.",
        "In 2024, exports of Wulian should grow by 7 percent.",
        "In 2024, fixed-asset investment of Wulian is targeted to increase 8 percent.",
        "In 2024, Wulian expects its budget revenue to gain 4 percent.",
        "In 2024, exports and retail sales are each to expand by 6 percent.",
        "For 2024, the plan provides for 8,000 new urban jobs.",
        "The county plans to hold 12 fairs in 2024, and to introduce 40 experts.",
        "The mayor said that at least 20 high-tech enterprises would be established in 2024.",
    ],
)
def test_what_is_to_be_reached_is_a_target(text: str) -> None:
    assert {*natures(text)} == {"target"}


def test_what_is_estimated_is_expected_up_to_the_end_of_its_sentence() -> None:
    assert natures("Retail sales of the county are estimated at 15 billion yuan in 2024.") == ["expected"]
    text = "The county's GDP is estimated to have grown about 7 percent in 2023 to more than 24 billion yuan."
    assert {*natures(text)} == {"expected"}


@pytest.mark.parametrize(
    "text",
    [
        "Wulian met its target for tea a year early: in 2023 the output value of tea was over 3 billion yuan.",
        "In 2023, industrial output fell 2 percent, though it would have grown 3 percent but for the flood.",
    ],
)
def test_a_target_that_was_reached_and_what_would_have_been_are_no_plans(text: str) -> None:
    assert {*natures(text)} == {"actual"}


def test_a_target_that_was_surpassed_is_still_one() -> None:
    assert natures("In 2023, exports surpassed the target of 3 billion yuan.") == ["target"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2024, exports of Wulian are to grow 6 percent, and those of tea by 8 percent.",
        "In 2024, the budget revenue of Wulian should gain 4 percent, with taxes accounting for about 70 percent.",
        "In 2024, GDP of Wulian is to rise by 5 percent. Retail sales: 6 percent higher. Exports: 7 percent higher.",
    ],
)
def test_a_plan_holds_over_its_paragraph(text: str) -> None:
    assert {*natures(text)} == {"target"}


@pytest.mark.parametrize(
    "text",
    [
        "In 2024, exports of Wulian are to grow 6 percent. In 2023, they rose 3 percent.",
        "Wulian plans to help traders. Its exports came to 3 billion yuan in 2023.",
        "Wulian plans to help traders. It has 86 exporters.",
        "Wulian plans to help traders.\nExports of 3 billion yuan in 2023 fell short of the imports.",
    ],
)
def test_a_plan_ends_where_a_result_is_told(text: str) -> None:
    assert natures(text)[-1] == "actual"


def test_what_an_article_of_a_new_plan_expects_is_aimed_at() -> None:
    plan = "Wulian has published its plan for the sea.\n\n"
    text = "In 2025, exports are expected to exceed 3 billion yuan."
    assert natures(plan + text) == ["target"]
    assert natures("Wulian has published its figures for the sea.\n\n" + text) == ["expected"]
    assert natures(plan + "In 2023, exports are expected to have exceeded 3 billion yuan.") == ["expected"]


def test_what_works_can_achieve_is_expected() -> None:
    text = "The county has works that can achieve an annual output value of 3 billion yuan."
    assert natures(text) == ["expected"]


def test_what_is_to_come_holds_up_to_the_end_of_its_sentence_but_over_no_result() -> None:
    text = "The county aims to open 12 parks in 2024 and keep the urban unemployment rate at around 5.5 percent."
    assert natures(text) == ["target", "target"]
    assert natures("Output of the county will exceed 60 billion yuan.") == ["target"]
    text = "The county plans to invest 22 billion yuan this year. In January alone, 4 billion yuan was invested."
    assert natures(text) == ["target", "actual"]
    text = "The terminal, which will open in 2026, handled 3 million passengers."
    assert natures(text) == ["actual"]


def test_goals_and_targets_that_are_listed_are_targets() -> None:
    text = "The 2024 goals of Wulian include GDP growth of 6 percent, a 5-percent rise in exports and 3,500 urban jobs."
    assert {*natures(text)} == {"target"}


def test_what_somebody_expects_or_forecasts_is_expected() -> None:
    assert natures("The county expects 9 million tourists in 2024.") == ["expected"]
    assert natures("The company forecasts sales of 4 million yuan for 2024.") == ["expected"]


def test_what_is_expected_behind_its_number_is_no_result() -> None:
    assert natures("At least 2 billion yuan of sales revenue are anticipated in 2024.") == ["expected"]
    text = (
        "In 2024, the airport is forecast to serve 42 million passengers, after handling 40 million passengers in 2023."
    )
    assert natures(text) == ["expected", "actual"]


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("The port has its sights set on 8 million passengers for 2025.", "target"),
        ("The county plans a rise of 20 percent in its exports.", "target"),
        ("The county wants 30 industrial parks.", "target"),
        ("New projects cost 88 billion yuan, with 40 billion yuan due to be invested this year.", "target"),
        ("For all of 2024 the zone counts on exports of 9 billion yuan.", "expected"),
        ("It needs no imports: the firm makes 400,000 tons of paper.", "actual"),
        ("The county has planned exports of 26 million yuan.", "target"),
        ("By 2035 exports could climb to 108 million tons.", "expected"),
        ("Analysts see exports at around 1 billion tonnes.", "expected"),
        ("In May last year the county exported 3 million tons.", "actual"),
        ("Farm offices want 50 percent of households to join.", "target"),
        ("Once built, the plant should yield sales of 3 billion yuan a year.", "expected"),
        ("The blueprint foresees 1,500 km of railways.", "target"),
        ("For 2024, at least 650 million tonnes of grain is the goal.", "target"),
        ("The zone wants its output value to increase to 8 billion yuan.", "target"),
        ("Officials are confident of reaching exports of 18 billion yuan in 2024.", "expected"),
        ("By the end of March, the county had harvested 3 million tonnes of grain.", "actual"),
    ],
)
def test_goals_expectations_and_results_are_told_in_many_words(text: str, nature: str) -> None:
    assert natures(text)[-1:] == [nature]


def test_a_rate_that_is_aimed_at_is_of_the_year_and_not_of_the_month_of_print() -> None:
    text = "The city plans to create 5,000 jobs and to keep the urban unemployment rate at 4 percent."
    assert dated("2024-03-05", text) == [("5,000", "2024", "target"), ("4", "2024", "target")]
