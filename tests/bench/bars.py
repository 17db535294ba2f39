"""What lamppost wants to reach, and whether it does.

A bar is judged by medians of one run of the benchmark. It never decides an exit status: timings
depend on the machine, and a busy one would make a liar of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from results import Results

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Verdict:
    value: str
    is_met: bool


@dataclass(frozen=True)
class Bar:
    """What is wanted of a size; `judge` gives nothing where it was not measured."""

    size: int
    wanted: str
    judge: Callable[[Results], Verdict | None]


def faster_than_hugo(case: str, times: float) -> Callable[[Results], Verdict | None]:
    def judge(results: Results) -> Verdict | None:
        ratios = results.ratios(case)
        return Verdict(f"{ratios.median:.1f} ×", ratios.median >= times) if ratios else None

    return judge


def at_most_copies(times: float) -> Callable[[Results], Verdict | None]:
    def judge(results: Results) -> Verdict | None:
        clean, copy = results.wall("clean", "lamppost"), results.wall("copy", "cp")
        if not clean or not copy:
            return None
        value = clean.median / copy.median
        return Verdict(f"{value:.2f} ×", value <= times)

    return judge


def at_most_of_hugos_memory(share: float) -> Callable[[Results], Verdict | None]:
    def judge(results: Results) -> Verdict | None:
        ours, theirs = results.memory.get("lamppost"), results.memory.get("Hugo")
        if not ours or not theirs:
            return None
        return Verdict(f"1/{theirs / ours:.1f}", ours / theirs <= share)

    return judge


def memory_below(most: int) -> Callable[[Results], Verdict | None]:
    def judge(results: Results) -> Verdict | None:
        ours = results.memory.get("lamppost")
        return Verdict(f"{ours / MEGABYTE:.0f} MB", ours < most) if ours else None

    return judge


def at_most_walks(times: float, more_seconds: float) -> Callable[[Results], Verdict | None]:
    def judge(results: Results) -> Verdict | None:
        ours, walk = results.wall("unchanged", "lamppost"), results.wall("walk", "find")
        if not ours or not walk:
            return None
        most = times * walk.median + more_seconds
        value = f"{ours.median * 1000:.1f} ms of {most * 1000:.1f} ms"
        return Verdict(value, ours.median <= most)

    return judge


def check_below_clean(results: Results) -> Verdict | None:
    check, clean = results.wall("check", "lamppost"), results.wall("clean", "lamppost")
    if not check or not clean:
        return None
    return Verdict(f"{check.median / clean.median:.2f} of it", check.median < clean.median)


BARS = (
    Bar(10_000, "clean build: at least 10 × faster than Hugo", faster_than_hugo("clean", 10)),
    Bar(10_000, "clean build: at most 2.5 × `cp -r` of its output", at_most_copies(2.5)),
    Bar(10_000, "clean build: at most 1/5 of Hugo's memory", at_most_of_hugos_memory(1 / 5)),
    Bar(10_000, "nothing changed: at most 2 × `find` and 10 ms", at_most_walks(2, 0.010)),
    Bar(10_000, "one body edited: at least 100 × faster than Hugo", faster_than_hugo("body", 100)),
    Bar(10_000, "one title edited: at least 50 × faster than Hugo", faster_than_hugo("title", 50)),
    Bar(10_000, "check, nothing remembered: faster than the clean build", check_below_clean),
    Bar(100_000, "clean build: at least 12 × faster than Hugo", faster_than_hugo("clean", 12)),
    Bar(100_000, "clean build: less than 1.2 GB of memory", memory_below(1200 * MEGABYTE)),
)


def growth(measured: Mapping[int, Results]) -> dict[str, Verdict]:
    """From the smallest size to the largest: time and memory grow no faster than the catalogue."""
    small, large = min(measured), max(measured)
    if small == large:
        return {}
    verdicts = {}
    walls = [measured[size].wall("clean", "lamppost") for size in (small, large)]
    if walls[0] and walls[1]:
        verdicts["time"] = growth_verdict(walls[1].median / walls[0].median, large / small)
    peaks = [measured[size].memory.get("lamppost") for size in (small, large)]
    if peaks[0] and peaks[1]:
        verdicts["memory"] = growth_verdict(peaks[1] / peaks[0], large / small)
    return verdicts


def growth_verdict(value: float, most: float) -> Verdict:
    return Verdict(f"{value:.1f} × for {most:.0f} × as many", value <= most)
