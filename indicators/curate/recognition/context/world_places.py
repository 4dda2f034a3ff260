"""An English text of the world → the countries that its numbers are of, by their names or by “French car sales”."""

import re
from collections.abc import Mapping
from typing import Final

from indicators.curate.recognition.context.place_mentions import PlaceMention

_OF_ONE_WORD: Final = """
    Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Belarus Belgium
    Benin Bhutan Bolivia Botswana Brazil Britain Brunei Bulgaria Cambodia Cameroon Canada Chile Colombia Croatia Cuba
    Cyprus Denmark Ecuador Egypt Estonia Ethiopia Fiji Finland France Gabon Germany Ghana Greece Guatemala Honduras
    Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kuwait
    Kyrgyzstan Laos Latvia Lebanon Libya Lithuania Luxembourg Madagascar Malawi Malaysia Maldives Mali Malta Mauritius
    Mexico Moldova Mongolia Morocco Mozambique Myanmar Namibia Nepal Netherlands Nicaragua Niger Nigeria Norway Oman
    Pakistan Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Senegal Serbia Singapore
    Slovakia Slovenia Somalia Spain Sudan Sweden Switzerland Syria Tajikistan Tanzania Thailand Tunisia Turkey
    Turkmenistan Türkiye Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam Yemen Zambia Zimbabwe
"""
_OF_SEVERAL: Final = (
    "United States|United Kingdom|United Arab Emirates|Costa Rica|Czech Republic|Dominican Republic|El Salvador"
    "|Ivory Coast|New Zealand|North Korea|Papua New Guinea|Saudi Arabia|Sierra Leone|South Africa|South Korea"
    "|Sri Lanka|Viet Nam"
)
COUNTRIES: Final = frozenset([*_OF_ONE_WORD.split(), *_OF_SEVERAL.split("|")])
_PEOPLES: Final[Mapping[str, str]] = {
    "Argentine": "Argentina", "Australian": "Australia", "Bangladeshi": "Bangladesh", "Brazilian": "Brazil",
    "British": "Britain", "Cambodian": "Cambodia", "Canadian": "Canada", "Chilean": "Chile", "Colombian": "Colombia",
    "Dutch": "Netherlands", "Egyptian": "Egypt", "French": "France", "German": "Germany", "Greek": "Greece",
    "Indian": "India", "Indonesian": "Indonesia", "Irish": "Ireland", "Italian": "Italy", "Japanese": "Japan",
    "Kenyan": "Kenya", "Malaysian": "Malaysia", "Mexican": "Mexico", "Nigerian": "Nigeria", "Norwegian": "Norway",
    "Pakistani": "Pakistan", "Peruvian": "Peru", "Philippine": "Philippines", "Polish": "Poland",
    "Portuguese": "Portugal", "Russian": "Russia", "Singaporean": "Singapore", "Spanish": "Spain", "Swedish": "Sweden",
    "Swiss": "Switzerland", "Thai": "Thailand", "Turkish": "Turkey", "Ukrainian": "Ukraine", "Vietnamese": "Vietnam",
    "Zambian": "Zambia",
}  # fmt: skip
_NAME: Final = "|".join(sorted(COUNTRIES, key=len, reverse=True))
_DOES: Final = (
    "saw|sees|recorded|posted|registered|reported|exported|imported|produce[ds]|suffered|received|attracted|achieved"
    "|averaged|earned|harvested|sold|generated|logged|enjoyed|experienced|grew|expanded|has|had|welcomed|shipped"
    "|handled|mined|built|added|created|approved|secured"
)
_NOBODY: Final = (
    "compan|firm|carmaker|manufacturer|bank|minister|president|official|government|tourist|visitor|travell?er|investor"
    "|citizen|national|student|worker|language|dollar|rupee|peso"
)
_TOLD: Final = re.compile(
    r"(?=[A-Zaitvf])(?<![A-Za-z-])(?:(?:[Ii]n|[Aa]cross|[Tt]hroughout"
    r"|(?:arrivals|tourists|visitors|travell?ers|inflows|flowing) (?:in)?to)"
    rf" (?:the )?(?P<in>{_NAME})(?![A-Za-z-]| (?:and|or) [A-Z])"
    rf"|(?P<whose>{_NAME})(?=['’]s?(?![a-z]))"
    rf"|(?P<does>{_NAME}) (?:(?:has|also|still|itself) )?(?:{_DOES})(?![a-z])"
    rf"|(?P<people>{'|'.join(_PEOPLES)}) (?=[a-z])(?!(?:[a-z-]+ )?(?:{_NOBODY})))"
)
"""How an English text tells of a country itself, and not of one that it trades with."""
MOST: Final = 500
"""So many countries of a text are looked at."""


def countries(text: str) -> list[PlaceMention]:
    """The countries that a text tells of, where they stand."""
    several: list[PlaceMention] = []
    for match in _TOLD.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        several.append(PlaceMention(start, end, "", "country"))
        if len(several) == MOST:
            break
    return several


def country_of(name: str) -> str:
    """The country that goes by a name, or whose people do; empty where none does."""
    return name if name in COUNTRIES else _PEOPLES.get(name, "")
