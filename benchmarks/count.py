"""How much of what was asked for was found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """How many are right, how many gold has, how many the system has; the rates are in percent, 0 where there is nothing.

    >>> (Count(1, 2, 2) + Count(1, 1, 2)).f1
    57.142857142857146
    """

    right: int = 0
    gold: int = 0
    system: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.gold + other.gold, self.system + other.system)

    @property
    def precision(self) -> float:
        """How much of what the system has is right."""
        return 100 * self.right / max(1, self.system)

    @property
    def recall(self) -> float:
        """How much of what gold has is found."""
        return 100 * self.right / max(1, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 200 * self.right / max(1, self.gold + self.system)
