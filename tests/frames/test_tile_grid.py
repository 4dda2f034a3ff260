"""Places → squares: none twice, north stays north, and the order of the file does not matter."""

import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.frames.tile_grid import CLEAR, MOST_ARRANGED, Tile, tiles_of

_RIZHAO = {
    "donggang": (35.43, 119.46),
    "lanshan": (35.12, 119.32),
    "juxian": (35.58, 118.84),
    "wulian": (35.75, 119.21),
    "rizhao-etdz": (35.38, 119.47),
    "rizhao-hitech": (35.46, 119.48),
    "shanhaitian": (35.53, 119.61),
}
_LOCATIONS = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3),
    st.tuples(st.floats(-60, 60, width=16), st.floats(90, 130, width=16)),
    min_size=1,
    max_size=14,
)


def test_the_seven_places_of_rizhao_stand_as_on_a_map() -> None:
    rows: dict[int, list[str]] = {}
    for key, tile in sorted(tiles_of(_RIZHAO).items(), key=lambda item: item[1]):
        rows.setdefault(tile.row, []).append(key)
    assert list(rows.values()) == [
        ["wulian"],
        ["juxian", "rizhao-hitech", "shanhaitian"],
        ["donggang", "rizhao-etdz"],
        ["lanshan"],
    ]
    assert tiles_of(_RIZHAO)["wulian"] == Tile(0, 1)


@given(_LOCATIONS)
@settings(max_examples=25, deadline=None)
def test_each_place_has_a_square_of_its_own_and_keeps_its_bearings(locations: dict[str, tuple[float, float]]) -> None:
    tiles = tiles_of(locations)
    assert set(tiles) == set(locations)
    assert len(set(tiles.values())) == len(locations)
    assert min(tile.row for tile in tiles.values()) == min(tile.column for tile in tiles.values()) == 0
    latitudes, longitudes = zip(*locations.values(), strict=True)
    extent = max(max(latitudes) - min(latitudes), max(longitudes) - min(longitudes))  # at the equator it is the longest
    for one, other in combinations(locations, 2):
        north, south = (one, other) if locations[one][0] >= locations[other][0] else (other, one)
        if locations[north][0] - locations[south][0] > CLEAR * extent + 1e-6:
            assert tiles[north].row <= tiles[south].row


@given(_LOCATIONS, st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_places_does_not_matter(locations: dict[str, tuple[float, float]], chance: random.Random) -> None:
    items = list(locations.items())
    chance.shuffle(items)
    assert tiles_of(dict(items)) == tiles_of(locations)


def test_sixty_places_are_compact() -> None:
    chance = random.Random(60)  # noqa: S311
    tiles = tiles_of({f"place-{n}": (chance.uniform(30, 40), chance.uniform(110, 120)) for n in range(60)})
    area = (max(tile.row for tile in tiles.values()) + 1) * (max(tile.column for tile in tiles.values()) + 1)
    assert area <= 2 * len(tiles)


def test_places_on_a_line_stand_on_a_line_and_no_places_have_no_squares() -> None:
    assert tiles_of({"west": (35, 117), "middle": (35, 118), "east": (35, 119)}) == {
        "west": Tile(0, 0),
        "middle": Tile(0, 1),
        "east": Tile(0, 2),
    }
    assert tiles_of({}) == {}


def test_places_in_one_spot_are_beside_each_other() -> None:
    tiles = tiles_of(dict.fromkeys("abcd", (35.0, 119.0)))
    assert set(tiles.values()) == {Tile(row, column) for row in (0, 1) for column in (0, 1)}


def test_a_thousand_places_stand_in_rows_within_a_moment() -> None:
    chance = random.Random(7)  # noqa: S311  # nothing is kept secret
    locations = {f"p{number}": (chance.uniform(30, 40), chance.uniform(100, 120)) for number in range(1_000)}
    assert len(locations) > MOST_ARRANGED
    tiles = tiles_of(locations)
    assert len(set(tiles.values())) == 1_000
    by_row: dict[int, list[str]] = {}
    for key, tile in sorted(tiles.items(), key=lambda item: item[1]):
        by_row.setdefault(tile.row, []).append(key)
    for keys in by_row.values():
        longitudes = [locations[key][1] for key in keys]
        assert longitudes == sorted(longitudes)
    southernmost, northernmost = (
        [edge(locations[key][0] for key in keys) for keys in by_row.values()] for edge in (min, max)
    )
    assert all(south >= north for south, north in zip(southernmost[:-1], northernmost[1:], strict=True))
    assert 25 <= len(by_row[0]) <= 55  # a country that is wider than high has more columns than rows
