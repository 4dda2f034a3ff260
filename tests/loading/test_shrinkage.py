"""How many figures a dataset had lately, and what that says of one with fewer."""

from indicators.loading.shrinkage import LATELY, Sizes
from tests.loading.stores import Clock


def test_before_the_first_dataset_any_number_is_enough(clock: Clock) -> None:
    sizes = Sizes()
    assert (sizes.largest, sizes.last, sizes.verdict(0)) == (0, 0, "enough")


def test_half_of_the_largest_is_fewer_and_less_than_half_too_few(clock: Clock) -> None:
    sizes = Sizes()
    sizes.shown(20)
    assert [sizes.verdict(count) for count in (21, 20, 19, 10, 9, 0)] == [
        *("enough", "enough", "fewer", "fewer", "too few", "too few")
    ]


def test_what_was_shown_for_days_counts_from_when_it_was_shown_last(clock: Clock) -> None:
    sizes = Sizes()
    sizes.shown(20)
    clock.now += 10 * LATELY
    assert (sizes.largest, sizes.verdict(9)) == (20, "too few")
    sizes.shown(11)
    clock.now += LATELY - 1
    assert (sizes.largest, sizes.last, sizes.verdict(9)) == (20, 11, "too few")
    clock.now += 2
    assert (sizes.largest, sizes.last, sizes.verdict(9)) == (11, 11, "fewer")


def test_each_size_is_remembered_from_its_own_day(clock: Clock) -> None:
    sizes = Sizes()
    nearly_half = LATELY / 2 - 1  # sums of two of these are off the limit by more than a float is wrong
    for count in (20, 15, 12):
        sizes.shown(count)
        clock.now += nearly_half
    assert sizes.largest == 20
    clock.now += 3
    assert sizes.largest == 15
    clock.now += nearly_half
    assert sizes.largest == 12


def test_a_larger_dataset_takes_the_place_of_smaller_ones(clock: Clock) -> None:
    sizes = Sizes()
    for count in (20, 12, 15, 30):
        sizes.shown(count)
        clock.now += 1
    assert (sizes.largest, sizes.last) == (30, 30)
    clock.now += LATELY
    sizes.shown(16)
    clock.now += LATELY + 1
    assert (sizes.largest, sizes.verdict(8)) == (16, "fewer")


def test_after_somebody_has_vouched_nothing_of_before_counts(clock: Clock) -> None:
    sizes = Sizes()
    sizes.shown(20)
    sizes.forget()
    assert sizes.verdict(1) == "enough"
    sizes.shown(3)
    assert (sizes.largest, sizes.verdict(2)) == (3, "fewer")
