#!/usr/bin/env python3
"""Measures how long an edit takes to come on the screen under `lamppost serve`: from writing the
file until an open tab was told, and has fetched the page with the edit in it."""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "serve"))
from serving import Listener, Serving, replace_file  # noqa: E402

from workspace import Workspace, untranslated_pages  # noqa: E402


def measured(program: str, size: int, edits: int) -> list[float]:
    """In milliseconds."""
    shm = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="lamppost-serve-", dir=shm if shm.is_dir() else None))
    try:
        workspace = Workspace(folder / "site", program, size, 1, whole=True)
        subprocess.run(workspace.lamppost.command, check=True)
        page = untranslated_pages(workspace.content / "initiatives")[0]
        source = page.read_text()
        serving = Serving(workspace, program=program)
        try:
            tab = Listener(serving)
            return [edited(serving, tab, page, source, number) for number in range(edits)]
        finally:
            serving.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def edited(serving, tab, page: Path, source: str, number: int) -> float:
    words = f"Seen after edit {number}."
    version = tab.version
    begin = time.monotonic()
    replace_file(page, f"{source}\n{words}\n")
    while True:
        tab.wait_for_version_after(version)
        version = tab.version
        if words.encode() in serving.get(f"initiatives/{page.stem}/")[2]:
            taken = 1000 * (time.monotonic() - begin)
            time.sleep(1.5)  # as somebody who reads what they wrote
            return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", metavar="SIZE", type=int, nargs="*", default=[1000, 10000])
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--lamppost", default=str(ROOT / "build/release/generator/lamppost"))
    arguments = parser.parse_args()
    for size in arguments.sizes:
        times = measured(arguments.lamppost, size, arguments.edits)
        print(
            f"{size:,} initiatives, {len(times)} edits: on screen after {min(times):.0f} / "
            f"{statistics.median(times):.0f} / {max(times):.0f} ms (min, median, max)",
            flush=True,
        )


if __name__ == "__main__":
    main()
