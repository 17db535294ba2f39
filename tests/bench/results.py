"""The figures of one size of catalogue."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field

from measure import Timing


@dataclass(frozen=True)
class Spread:
    """Minimum, median and maximum of some rounds."""

    least: float
    median: float
    most: float


def spread_of(values: Sequence[float]) -> Spread | None:
    if not values:
        return None
    return Spread(min(values), statistics.median(values), max(values))


@dataclass
class Output:
    """What a program wrote."""

    files: int
    bytes: int


@dataclass
class Results:
    """All that was measured of one size; the raw figures, round by round."""

    initiatives: int
    languages: int
    content: Output
    timings: dict[str, dict[str, list[Timing]]] = field(default_factory=dict)
    memory: dict[str, int] = field(default_factory=dict)
    output: dict[str, Output] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)

    def add(self, case: str, program: str, timing: Timing) -> None:
        self.timings.setdefault(case, {}).setdefault(program, []).append(timing)

    def of(self, case: str, program: str) -> list[Timing]:
        return self.timings.get(case, {}).get(program, [])

    def wall(self, case: str, program: str) -> Spread | None:
        return spread_of([timing.wall for timing in self.of(case, program)])

    def cpu(self, case: str, program: str) -> Spread | None:
        return spread_of([timing.cpu for timing in self.of(case, program)])

    def ratios(self, case: str) -> Spread | None:
        """How many times faster lamppost was than Hugo in the same round."""
        pairs = zip(self.of(case, "lamppost"), self.of(case, "Hugo"), strict=False)
        return spread_of([theirs.wall / ours.wall for ours, theirs in pairs])
