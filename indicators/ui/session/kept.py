"""A function → one whose last answers are kept, for all sessions of the process.

``st.cache_resource`` does the same, but looks at the function and hashes its arguments at each call, which was a tenth
of what a change of a filter cost; and a message that any browser can send empties it.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from inspect import signature
from threading import Lock
from typing import Any, Final, TypeVar, TypeVarTuple

Arguments = TypeVarTuple("Arguments")
Kept = TypeVar("Kept")
_FORGETTING: Final[list[Callable[[], None]]] = []


def kept(most: int) -> Callable[[Callable[[*Arguments], Kept]], Callable[[*Arguments], Kept]]:
    """Keep the ``most`` answers of a function that were asked for last, by its arguments.

    Those whose names begin with ``_`` are no part of the key. Who asks for what is just being made waits for it. An
    exception is not kept.
    """

    def keeping(make: Callable[[*Arguments], Kept]) -> Callable[[*Arguments], Kept]:
        is_key = [not name.startswith("_") for name in signature(make).parameters]
        answers: OrderedDict[Hashable, Kept] = OrderedDict()
        being_made: dict[Hashable, Lock] = {}
        lock = Lock()
        _FORGETTING.append(answers.clear)

        @wraps(make)
        def answer(*arguments: *Arguments) -> Kept:
            given: tuple[Any, ...] = arguments
            key = tuple([argument for argument, counts in zip(given, is_key, strict=True) if counts])
            with lock:
                if key in answers:
                    answers.move_to_end(key)
                    return answers[key]
                making = being_made.setdefault(key, Lock())
            with making:
                with lock:
                    if key in answers:
                        return answers[key]
                try:
                    made = make(*arguments)
                    with lock:
                        answers[key] = made
                        if len(answers) > most:
                            answers.popitem(last=False)
                finally:
                    with lock:
                        being_made.pop(key, None)
            return made

        return answer

    return keeping


def forget() -> None:
    """Forget all answers of all functions, as a process has that has just begun."""
    for forget_answers in _FORGETTING:
        forget_answers()
