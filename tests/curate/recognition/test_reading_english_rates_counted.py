"""English means, ages, levels and small counts: what is counted though it looks like none, made up for these tests."""

import pytest

from tests.curate.recognition.test_reading import figures, reasons


def _units(text: str) -> list[tuple[str, str]]:
    return [(figure.text, figure.quantity.unit if figure.quantity else "") for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("The county has 5.3 beds per 1,000 people.", "5.3 beds", "beds"),
        ("There are 3.2 licensed doctors per 1,000 residents.", "3.2", "persons"),
        ("It built 28,400 stations, or 22.6 per 10,000 people.", "22.6", "items"),
        ("Infant mortality was 2.1 per 1,000.", "2.1 per 1,000", "permille"),
        ("Maternal mortality was 3.2 per 100,000.", "3.2 per 100,000", "per-hundred-thousand"),
        ("Life expectancy rose to 81.4 years.", "81.4", "years-of-age"),
        ("Good air was recorded on 241 days.", "241 days", "days"),
        ("Staff worked 44.1 hours a week on average.", "44.1 hours", "hours"),
        ("Fluoride averaged 0.8 milligrams per liter.", "0.8 milligrams per liter", "mg/L"),
        ("Prices averaged 9,860 yuan per square meter.", "9,860 yuan per square meter", "CNY/m2"),
        ("Forest cover reached 48.3 percent.", "48.3 percent", "percent"),
        ("Youth unemployment was 6 percent, and rural unemployment 19.6 percent.", "19.6 percent", "percent"),
        ("Road deaths dropped to 312 in May.", "312", "persons"),
        ("Accidents fell 12 percent to 98.", "98", "items"),
        ("The zone is home to four parks, two unicorns and a bank.", "two", "enterprises"),
        ("It has drawn 36 Fortune 500 companies.", "36", "enterprises"),
        ("Three platform companies were added in May.", "Three", "enterprises"),
        ("It set up three overseas warehouses.", "three", "items"),
        ("The bridge carries 41,000 vehicles a day.", "41,000 vehicles", "vehicles"),
        ("The port took in 1,840 ships; 312 came from abroad.", "312", "ships"),
        ("Life spans grew to 79.8 years, and that of men to 77.4.", "77.4", "years-of-age"),
        ("In May its government signed 14 MoUs.", "14", "items"),
        ("Shops rang up 4.72 million yuan.", "4.72 million yuan", "CNY"),
        ("Over 2.4 million visit the lake.", "Over 2.4 million", "items"),
        ("Haze was recorded on 23 days.", "23 days", "days"),
        ("The canal runs 195 km from Rizhao to Jining.", "195 km", "km"),
        ("Forests cover 22.1 percent of the county.", "22.1 percent", "percent"),
        ("Of 96,000 flights, 61,000 were domestic (up 5 percent) and 35,000 foreign.", "35,000", "flights"),
        ("Of the 24 million residents, 14.2 million hold a card; the other 9,800 left it.", "9,800", "persons"),
        ("The density of the three gases fell to 8, 46 and 84 micrograms per cubic meter.", "8", "ug/m3"),
        ("The zone took in 212 firms, among them 41 with foreign capital.", "41", "enterprises"),
        ("The average age at first marriage rose to 28.7 for women and 30.1 for men.", "30.1", "years-of-age"),
        ("Teachers per 100 pupils rose to 7.4 in towns and 6.9 in the country.", "6.9", "persons"),
        ("The sun shone for 2,410 hours.", "2,410 hours", "hours"),
        ("An adult reads 4.8 paper books a year on average.", "4.8", "items"),
        ("New homes cost 12,400 yuan a square meter on average.", "12,400 yuan a square meter", "CNY/m2"),
        ("It counts 14 large firms, eight unicorns and a park.", "eight", "enterprises"),
        ("It has 1,128 students, of whom 312 hold a doctorate.", "312", "persons"),
        ("Storks numbered 2,140, cranes 312.", "312", "items"),
        ("The smoke has 0.012 nanograms per cubic meter.", "0.012 nanograms per cubic meter", "ng/m3"),
        ("Repairs had an average cost of 14 million yuan each.", "14 million yuan", "CNY"),
        ("Visitors spent 1,120 yuan a head.", "1,120 yuan", "CNY"),
        ("Projects of over 100 million yuan number 281.", "281", "projects"),
        ("Wind came to 7,955 MW, or more than 64 percent of the total.", "7,955 MW", "MW"),
        ("The ministry put earnings at 6.9 billion yuan or more.", "6.9 billion yuan", "CNY"),
        ("The line can handle 20 tons per hour.", "20 tons", "t"),
        ("Factories were behind 58 of the projects.", "58", "projects"),
        ("Some 340 of the county's 612 villages have a clinic.", "Some 340", "villages"),
    ],
)
def test_means_ages_levels_and_few_things_are_counted(text: str, number: str, unit: str) -> None:
    assert (number, unit) in _units(text)


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("The village is 40 kilometers from the county seat.", "40 kilometers", "distance"),
        ("It is designed for 350 kilometers per hour.", "350 kilometers", "one-thing"),
        ("A survey of 36 stores tells of it.", "36", "one-thing"),
        ("She has two helpers and pays 1,200 yuan in rent.", "1,200 yuan", "one-thing"),
        ("Its rate is 66 percent, against the national average of 65.2 percent.", "65.2 percent", "comparator"),
        ("The shop opens 72 hours a week.", "72 hours", "duration"),
        ("Bad loans were 1.1 percent, below the warning line of 3 percent.", "3 percent", "threshold"),
        ("Companies with more than 300 workers must hire them.", "more than 300", "threshold"),
        ("Taxpayers with monthly sales below 100,000 yuan are exempt.", "100,000 yuan", "threshold"),
        ("Zhang Min, 52, bought the boat for 230,000 yuan in May.", "230,000 yuan", "one-thing"),
        ("It takes ships of up to 2,000 tonnes.", "up to 2,000 tonnes", "one-thing"),
        ("It gives power enough for 600,000 homes.", "600,000", "comparator"),
        ("Its output of 31 million yuan is third, behind the 40 million yuan of Juxian.", "40 million yuan", "base"),
        ("From 6.4 million passengers in 2006 it rose to 10 million.", "6.4 million passengers", "base"),
        ("A year before, the figure had been 23.5 million yuan.", "23.5 million yuan", "base"),
        ("It beat the last record by 31 million yuan.", "31 million yuan", "comparator"),
        ("The country as a whole sold 48 million tonnes of it.", "48 million tonnes", "comparator"),
        ("That is 128 more projects than in May.", "128", "comparator"),
        ("The list holds start-ups valued above 100 million yuan.", "100 million yuan", "threshold"),
        ("During the holiday 36 leading stores sold more.", "36", "one-thing"),
        ("His crop earned him 1,400 yuan.", "1,400 yuan", "one-thing"),
        ("A ticket costs 120 yuan.", "120 yuan", "one-thing"),
        ("It was founded by 18 villagers.", "18", "one-thing"),
        ("The survey, which covered 5,000 households, ended.", "5,000 households", "one-thing"),
        ("The county is second after Juxian (85 million mu).", "85 million mu", "comparator"),
        ("The ferries run, each with room for 2,000 passengers.", "2,000 passengers", "one-thing"),
        ("The court fined him 3 million yuan.", "3 million yuan", "one-thing"),
        ("Wheat is bought at 1.17 yuan per 500 grams.", "1.17 yuan", "one-thing"),
        ("Projects of over 100 million yuan number 281.", "over 100 million yuan", "threshold"),
        ("The 30 projects range from 100 million to 1 billion yuan.", "100 million to 1 billion yuan", "threshold"),
        ("It was higher than in 2022, when it stood at 3.3 billion yuan.", "3.3 billion yuan", "base"),
        ("It has drawn some of the world's 500 biggest companies.", "500", "one-thing"),
        ("The lake rose to 12.4 meters above sea level.", "12.4 meters", "distance"),
    ],
)
def test_what_compares_limits_or_is_of_one_thing_is_no_figure(text: str, number: str, why: str) -> None:
    assert reasons(text).get(number) == why


def test_kinds_go_on_behind_a_number_that_counts() -> None:
    text = "Of the enterprises, 1,204 are private, 86 foreign-funded and 31 state-owned."
    assert [number for number, _ in _units(text)] == ["1,204", "86", "31"]
