"""Choices from a seed, the same with every version of Python."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Choices from a seed.

    Of all that `random` offers, only `random()` is promised to stay as it is.
    """

    def __init__(self, seed: int) -> None:
        self._next = random.Random(seed).random

    def chance(self, probability: float) -> bool:
        return self._next() < probability

    def between(self, low: int, high: int) -> int:
        """An integer from low to high, both included."""
        return low + int(self._next() * (high - low + 1))

    def one_of(self, options: Sequence[T]) -> T:
        return options[int(self._next() * len(options))]

    def some_of(self, options: Sequence[T], count: int) -> list[T]:
        """Different ones, in the order they came up."""
        chosen: dict[T, None] = {}
        while len(chosen) < min(count, len(options)):
            chosen[self.one_of(options)] = None
        return list(chosen)

    def date(self, first_year: int, last_year: int) -> str:
        month, day = self.between(1, 12), self.between(1, 28)
        return f"{self.between(first_year, last_year)}-{month:02}-{day:02}"
