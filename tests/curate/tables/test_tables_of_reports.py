"""Tables of budgets and spreadsheets, of classes in which mistakes were found; all numbers are made up."""

import pytest

from tests.curate.tables.test_tables import figures, told


def test_what_a_budget_provides_is_a_target_of_the_year_beside_the_months_up_to_which_was_counted() -> None:
    text = "2024年1-5月东港区财政\n项目\t年度预算（万元）\t累计完成（万元）\n一般公共预算收入\t402,000\t180,220\n"
    assert [(figure.text, figure.nature, figure.period and figure.period.text) for figure in figures(text)] == [
        ("402,000", "target", "2024"),
        ("180,220", "actual", "2024-01-01/P5M"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # merged cells above, with a corner that is empty in both rows, and a total above its rate
            "2023年主要指标\n\t地区生产总值\t\n\t总量(亿元)\t增长(%)\n五莲县\t301.2\t5.5\n",
            ["gdp wulian 2023 301.2 亿元 5.5%"],
        ),
        (  # what is measured stands in a row of its own below the head
            "地区\t2022年\t2023年\t2023年比2022年增长(%)\n地区生产总值(亿元)\t\t\t\n五莲县\t285.4\t301.2\t5.5\n",
            ["gdp wulian 2022 285.4 亿元", "gdp wulian 2023 301.2 亿元 5.5%"],
        ),
    ],
)
def test_a_table_of_a_spreadsheet_may_be_set_like_this(text: str, expected: list[str]) -> None:
    assert [" ".join(filter(None, figure)) for figure in told(text)] == expected
