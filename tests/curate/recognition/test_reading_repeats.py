"""Numbers that a headline tells as its body does, shorter or rounded, and sizes in letters, made up for these tests."""

import pytest

from tests.curate.recognition.test_reading import figures


@pytest.mark.parametrize(
    ("headline", "body", "number"),
    [
        ("Rizhao receives 4.7m tourists", "Rizhao received 4.71 million tourists in May.", "4.71 million tourists"),
        ("Rizhao spends 5.5b yuan on roads", "Rizhao spent 5.53 billion yuan on roads.", "5.53 billion yuan"),
        ("Wulian: GDP 31.6 Billion Yuan", "The GDP of Wulian was 31.6 billion yuan.", "31.6 billion yuan"),
        ("Forest coverage rises to 22.1 pct", "It has a forest coverage rate of 22.1 percent.", "22.1 percent"),
    ],
)
def test_a_headline_tells_a_number_again_that_its_body_tells_exactly(headline: str, body: str, number: str) -> None:
    assert [figure.text for figure in figures(f"{headline}\n\n{body}")] == [number]


def test_a_headline_with_another_number_than_its_body_keeps_it() -> None:
    text = "Rizhao receives 4.7m tourists\n\nRizhao received 4.78 million tourists in May."
    assert [figure.text for figure in figures(text)] == ["4.7m tourists", "4.78 million tourists"]


@pytest.mark.parametrize(
    ("printed", "value"), [("5.5b yuan", 5_500_000_000), ("4.1 trln yuan", 4_100_000_000_000), ("$3b", 3_000_000_000)]
)
def test_a_size_may_be_a_letter(printed: str, value: int) -> None:
    (figure,) = figures(f"The exports of Rizhao reached {printed} in May.")
    assert figure.quantity is not None
    assert (figure.text, int(figure.quantity.value)) == (printed, value)


def test_money_in_brackets_behind_a_size_that_is_misspelled_is_told_again() -> None:
    assert figures("The GDP of Rizhao was 1.86 trillian yuan ($270.73 billion).") == []


@pytest.mark.parametrize(
    "text",
    [
        "Wulian opens with $3.15b\n\nIts trade was 20.1 billion yuan ($3.15 billion).\n\nIt is new.",
        "Trade of Wulian tops $3.1 bln\n\nIts trade was 20.1 billion yuan ($3.15 billion).\n\nIt is new.",
    ],
)
def test_a_headline_tells_in_another_currency_what_its_body_has_in_brackets(text: str) -> None:
    assert [figure.text for figure in figures(text)] == ["20.1 billion yuan"]


def test_things_that_were_counted_before_are_told_again() -> None:
    text = "Wulian has 339 companies. Among the 339 companies, 152 are new. The town has 339 companies."
    assert [figure.text for figure in figures(text)] == ["339 companies", "152", "339 companies"]
