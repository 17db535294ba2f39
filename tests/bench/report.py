"""Prints what was measured, for people and for programs."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from bars import BARS, MEGABYTE, growth
from results import Output, Results, Spread

CASE_NAMES = {
    "clean": "clean build",
    "unchanged": "nothing changed",
    "body": "one body edited",
    "title": "one title edited",
    "template": "one template edited",
    "check": "check, nothing remembered",
    "copy": "floor: cp -r of lamppost's output",
    "walk": "floor: find over the content",
}


def print_machine(facts: Mapping[str, str | int]) -> None:
    memory = int(facts["memory"]) / 2**30
    print(f"{facts['cores']} cores of {facts['processor']}, {memory:.0f} GiB, {facts['kernel']}")
    print(f"{facts['lamppost']} · {facts['hugo']} · Python {facts['python']}")


def print_results(results: Results) -> None:
    languages = "1 language" if results.languages == 1 else f"{results.languages} languages"
    print(f"\n{results.initiatives:,} initiatives, {languages}: {volume(results.content)}")
    for program, message in results.failures.items():
        print(f"{program} could not do it: {message}")
    print(f"{'':12}{'seconds':>27}{'of processor':>27}{'Hugo : lamppost':>24}")
    columns = f"{'min':>9}{'median':>9}{'max':>9}"
    print(f"{'':12}{columns}{columns}{'min':>8}{'median':>8}{'max':>8}")
    for case, programs in results.timings.items():
        print(CASE_NAMES[case])
        for program in programs:
            print_row(results, case, program)
    print_sizes(results)


def print_row(results: Results, case: str, program: str) -> None:
    ratios = results.ratios(case) if program == "lamppost" else None
    print(
        f"  {program:10}"
        f"{seconds(results.wall(case, program))}{seconds(results.cpu(case, program))}"
        f"{factors(ratios) if ratios else ''}"
    )


def print_sizes(results: Results) -> None:
    for program, output in results.output.items():
        memory = results.memory.get(program, 0) / MEGABYTE
        print(f"{program} made {volume(output)}; peak memory of a clean build {memory:,.0f} MB")


def print_bars(measured: Mapping[int, Results]) -> None:
    """A size that was not asked for is left out; a bar of it is not met nor missed."""
    print("\nBars")
    for bar in BARS:
        results = measured.get(bar.size)
        verdict = bar.judge(results) if results else None
        value = verdict.value if verdict else "not measured"
        print(f"{bar.size:>8,}  {bar.wanted:56}{value:>24}  {word_for(verdict and verdict.is_met)}")
    for what, verdict in growth(measured).items():
        sizes = f"{min(measured):,} to {max(measured):,}"
        wanted = f"{what} of a clean build, {sizes}: at most linear"
        print(f"{'growth':>8}  {wanted:56}{verdict.value:>24}  {word_for(verdict.is_met)}")


def word_for(is_met: bool | None) -> str:
    return "" if is_met is None else "met" if is_met else "NOT MET"


def seconds(spread: Spread | None) -> str:
    values = (spread.least, spread.median, spread.most) if spread else ()
    return "".join(f"{value:9.3f}" for value in values)


def factors(spread: Spread) -> str:
    return "".join(f"{value:8.1f}" for value in (spread.least, spread.median, spread.most))


def volume(output: Output) -> str:
    return f"{output.files:,} files, {output.bytes / MEGABYTE:,.1f} MB"


def write_json(path: Path, facts: Mapping[str, str | int], measured: Mapping[int, Results]) -> None:
    document = {"machine": facts, "sizes": [asdict(results) for results in measured.values()]}
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
