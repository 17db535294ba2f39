#!/usr/bin/env python3
"""Measures lamppost beside Hugo: the same pages from the same files, on a RAM disk, in turn.

    bench.py [SIZE…] [--rounds N] [--languages 1|2] [--cases CASE…] [--json FILE]

README.md beside this file says what is measured and how to read it. The exit status says whether
both programs did what they should, never how long it took.
"""

import argparse
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from compare_outputs import compare, describe
from measure import CommandError, machine_facts, memory_free, peak_memory, run_timed, version_of
from report import CASE_NAMES, print_bars, print_machine, print_results, write_json
from results import Output, Results
from workspace import Program, Workspace, remove, tree_files, verify

RAM_DISK = Path("/dev/shm")
LAMPPOST = Path(__file__).resolve().parents[2] / "build/release/generator/lamppost"
DEFAULT_SIZES = (1_000, 10_000)
LARGE = 100_000
# On the RAM disk, of each page of each language: its source, what both make of it, and the copy.
BYTES_PER_PAGE = 140_000


class Bench:
    """Measures one size, case by case, round by round."""

    def __init__(self, workspace: Workspace, results: Results) -> None:
        self.workspace = workspace
        self.results = results
        self.programs = [workspace.lamppost, workspace.hugo]
        self._edits_made = 0

    def first_builds(self) -> None:
        """From nothing, with an eye on memory; what follows builds on them."""
        for program in list(self.programs):
            program.forget()
            environment = self.workspace.environment_of(program)
            try:
                self.results.memory[program.name] = peak_memory(program.command, environment)
            except CommandError as failure:
                self._give_up(program, failure)
                continue
            sizes = tree_files(program.public)
            self.results.output[program.name] = Output(len(sizes), sum(sizes))

    def round(self, number: int, cases: Iterable[str]) -> None:
        """Every case once. Who comes first changes from round to round."""
        order = self.programs if number % 2 == 0 else self.programs[::-1]
        for case in cases:
            if case == "check":
                self._check()
            elif case == "copy":
                self._copy()
            elif case == "walk":
                self._walk()
            else:
                self._build(case, order)

    def _build(self, case: str, order: list[Program]) -> None:
        edit = self.workspace.edits.get(case)
        if edit:
            self._edits_made += 1
            edit.write(self._edits_made)
        for program in list(order):
            if case == "clean":
                program.forget()
            environment = self.workspace.environment_of(program)
            try:
                timing = run_timed(program.command, environment)
                if edit:
                    verify(program, edit, self._edits_made)
            except CommandError as failure:
                self._give_up(program, failure)
            else:
                self.results.add(case, program.name, timing)

    def _give_up(self, program: Program, failure: CommandError) -> None:
        """Without Hugo the rest is still worth knowing; without lamppost nothing is."""
        if program is self.workspace.lamppost:
            raise failure
        self.results.failures[program.name] = str(failure)
        self.programs.remove(program)
        program.forget()

    def _check(self) -> None:
        environment = self.workspace.environment_of(self.workspace.lamppost)
        with self.workspace.nothing_remembered():
            self.results.add(
                "check", "lamppost", run_timed(self.workspace.check_command, environment)
            )

    def _copy(self) -> None:
        """What it takes to write so many files of this size, without any thought."""
        command = ["cp", "-r", str(self.workspace.lamppost.public), str(self.workspace.copy)]
        self.results.add("copy", "cp", run_timed(command, {"PATH": "/usr/bin:/bin"}))
        remove(self.workspace.copy)

    def _walk(self) -> None:
        """What it takes to look at every source file once without opening it."""
        command = ["find", str(self.workspace.content), "-printf", "%T@ %s %p\n"]
        self.results.add("walk", "find", run_timed(command, {"PATH": "/usr/bin:/bin"}))


def measure_size(options: argparse.Namespace, size: int, is_first: bool) -> Results:
    with tempfile.TemporaryDirectory(prefix="lamppost-bench-", dir=RAM_DISK) as folder:
        workspace = Workspace(
            Path(folder), str(options.lamppost), size, options.languages, whole=options.whole
        )
        content = tree_files(workspace.content)
        results = Results(size, options.languages, Output(len(content), sum(content)))
        bench = Bench(workspace, results)
        bench.first_builds()
        if is_first and not options.whole and "Hugo" not in results.failures:
            compare_or_fail(workspace)
        for number in range(options.rounds or (3 if size >= LARGE else 5)):
            progress(f"{size:,} initiatives: round {number + 1}")
            bench.round(number, options.cases)
        return results


def compare_or_fail(workspace: Workspace) -> None:
    comparison = compare(workspace.lamppost.public, workspace.hugo.public)
    print(describe(comparison))
    if comparison.differences:
        raise CommandError("lamppost and Hugo did not make the same site: nothing to compare")


def progress(message: str) -> None:
    if sys.stderr.isatty():
        print(message, file=sys.stderr)


def room_needed(size: int, languages: int) -> int:
    return size * languages * BYTES_PER_PAGE


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures lamppost beside Hugo.")
    parser.add_argument("sizes", type=int, nargs="*", metavar="SIZE", help="initiatives")
    parser.add_argument("--rounds", type=int, metavar="N", help="default 5, from 100,000 on 3")
    parser.add_argument("--languages", type=int, choices=(1, 2), default=1)
    parser.add_argument("--cases", nargs="+", choices=CASE_NAMES, default=list(CASE_NAMES))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there")
    parser.add_argument("--lamppost", type=Path, default=LAMPPOST, metavar="PROGRAM")
    parser.add_argument(
        "--whole",
        action="store_true",
        help="with the pages that Hugo's templates don't make: search, statistics and so on",
    )
    options = parser.parse_args()
    options.sizes = sorted(set(options.sizes)) or list(DEFAULT_SIZES)
    options.lamppost = options.lamppost.resolve()
    if not options.lamppost.exists():
        parser.error(f"no program {options.lamppost}: `make` builds it")
    if not shutil.which("hugo"):
        parser.error("no hugo: `.ci/setup bench` installs it")
    if not RAM_DISK.is_dir():
        parser.error(f"no RAM disk at {RAM_DISK}")
    room = min(shutil.disk_usage(RAM_DISK).free, memory_free())
    if room < room_needed(max(options.sizes), options.languages):
        parser.error(f"too little room on the RAM disk for {max(options.sizes):,} initiatives")
    return options


def main() -> int:
    # A stop from outside cleans up as Ctrl-C does.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    options = parse_options()
    versions = {
        "lamppost": version_of([str(options.lamppost), "--version"]),
        "hugo": version_of(["hugo", "version"]),
    }
    facts = machine_facts(versions)
    print_machine(facts)
    measured: dict[int, Results] = {}
    try:
        for size in options.sizes:
            measured[size] = measure_size(options, size, is_first=not measured)
            print_results(measured[size])
            sys.stdout.flush()  # so that a log shows how far it is
    except CommandError as failure:
        print(failure, file=sys.stderr)
        return 1
    print_bars(measured)
    if options.json:
        write_json(options.json, facts, measured)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
