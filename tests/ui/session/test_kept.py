"""What is kept of a function's answers: for all sessions, the last ones, each made once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from indicators.ui.session.kept import forget, kept


def test_an_answer_is_made_once_for_the_arguments_that_count() -> None:
    made: list[tuple[str, int]] = []

    @kept(4)
    def answer(_how: str, number: int) -> int:
        made.append((_how, number))
        return number * 2

    assert [answer("a", 1), answer("b", 1), answer("a", 2)] == [2, 2, 4]
    assert made == [("a", 1), ("a", 2)]


def test_those_that_were_asked_for_last_are_kept() -> None:
    made: list[int] = []

    @kept(2)
    def answer(number: int) -> int:
        made.append(number)
        return number

    for number in (1, 2, 1, 3, 1, 2):
        assert answer(number) == number
    assert made == [1, 2, 3, 2]


def test_none_is_an_answer_and_an_exception_is_not() -> None:
    made: list[bool] = []

    @kept(2)
    def answer(fails: bool) -> None:  # any argument
        made.append(fails)
        if fails:
            raise ValueError

    for fails in (True, False, True, False):
        if fails:
            with pytest.raises(ValueError):  # noqa: PT011  # ours
                answer(fails)
        else:
            answer(fails)
    assert made == [True, False, True]


def test_who_asks_for_what_is_being_made_waits_for_it_and_others_do_not() -> None:
    made: list[str] = []
    begun, go_on, together = Event(), Event(), Barrier(5)

    @kept(9)
    def answer(key: str) -> str:
        made.append(key)
        if key == "slow":
            begun.set()
            assert go_on.wait(20)
        return key.upper()

    def ask() -> str:
        together.wait(20)
        return answer("slow")

    with ThreadPoolExecutor(5) as pool:
        asked = [pool.submit(ask) for _ in range(5)]
        assert begun.wait(20)
        assert answer("quick") == "QUICK"
        go_on.set()
        assert [waiting.result(20) for waiting in asked] == ["SLOW"] * 5
    assert sorted(made) == ["quick", "slow"]


def test_a_process_can_begin_anew() -> None:
    made: list[int] = []

    @kept(2)
    def answer(number: int) -> int:
        made.append(number)
        return number

    answer(1)
    forget()
    answer(1)
    assert made == [1, 1]
