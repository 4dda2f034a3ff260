"""The nouns that English articles count an economy in."""

from collections.abc import Mapping
from typing import Final

NOUNS: Final[Mapping[str, str]] = {
    noun: unit
    for unit, nouns in {
        "persons": "people persons residents workers farmers employees jobs migrants students graduates villagers "
        "talents professionals customers shoppers laborers labourers teachers doctors nurses physicians pupils "
        "patients researchers engineers volunteers donors lawyers staff personnel children women births deaths",
        "visits": "tourists visitors arrivals travelers travellers passengers holidaymakers guests",
        "enterprises": "enterprises companies firms businesses manufacturers entities startups start-ups smes unicorns "
        "gazelles giants subsidiaries cooperatives co-operatives retailers banks",
        "projects": "projects",
        "households": "households families",
        "vehicles": "vehicles cars automobiles nevs",
        "trains": "trains",
        "flights": "flights",
        "ships": "ships vessels",
        "items": "berths clusters schools kindergartens universities colleges hospitals clinics venues parks squares "
        "stations airports railways expressways highways bridges tunnels factories incubators accelerators centers "
        "centres spaces laboratories labs museums libraries institutes institutions hotels malls terminals bases "
        "platforms warehouses stores shops restaurants supermarkets outlets farms mines dams reservoirs "
        "substations theaters theatres cinemas gyms stadiums markets attractions spots resorts academies zones",
        "lines": "routes lines",
        "pieces": "patents",
        "events": "events",
        "beds": "beds",
        "villages": "villages",
        "head": "pigs hogs cattle",
    }.items()
    for noun in nouns.split()
}
"""The nouns that an economy is counted in → their units. Countries, steps and years are none."""
FEW_OF: Final = frozenset({"projects", "trains", "flights", "items", "lines"})
"""The units of things of which an article enters even a few: three ports are told one by one, six projects began."""
