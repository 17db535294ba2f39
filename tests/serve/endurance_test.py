"""Many edits in a row and many tabs: no reload is missed, and nothing leaks.

LAMPPOST_EDITS and LAMPPOST_TABS say how many. Prints how long an edit took to come on the screen:
from writing the file until each tab was told and one has fetched the page."""

import os
import signal
import statistics
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from serving import Listener, Serving, Site, initiative  # noqa: E402

EDITS = int(os.environ.get("LAMPPOST_EDITS", "60"))
TABS = int(os.environ.get("LAMPPOST_TABS", "40"))
WARMING_UP = 20
MEMORY_TELLS = os.environ.get("LAMPPOST_MEMORY_TELLS", "1") == "1"  # not with sanitizers


class EnduranceTest(unittest.TestCase):
    def setUp(self) -> None:
        self.site = Site()
        self.addCleanup(self.site.remove)
        self.serving = Serving(self.site)
        self.addCleanup(self.serving.stop, signal.SIGKILL)

    def edit(self, number: int, tabs: list[Listener]) -> float:
        before = [tab.version for tab in tabs]
        words = f"Edit {number}"
        begin = time.monotonic()
        self.site.replace("content/initiatives/lamp.md", initiative("Lamp", words))
        end = begin + 60
        while True:
            tabs[0].wait_for_version_after(before[0])
            if words.encode() in self.serving.get("initiatives/lamp/")[2]:
                break
            self.assertLess(time.monotonic(), end)
            before[0] = tabs[0].version
        taken = time.monotonic() - begin
        for tab, version in zip(tabs[1:], before[1:]):
            tab.wait_for_version_after(version)
        return taken

    def held(self) -> tuple[int, int, int]:
        return self.serving.descriptors(), self.serving.status("Threads"), self.serving.status("VmRSS")

    def settled_descriptors(self) -> int:
        """How many there are, once that stays so: a connection is closed a moment after it was
        read to its end, a file after a build."""
        end = time.monotonic() + 30
        count, since = self.serving.descriptors(), time.monotonic()
        while time.monotonic() < min(end, since + 0.5):
            time.sleep(0.02)
            now = self.serving.descriptors()
            if now != count:
                count, since = now, time.monotonic()
        return count

    def wait_for_descriptors(self, count: int) -> None:
        end = time.monotonic() + 30
        while self.serving.descriptors() > count and time.monotonic() < end:
            time.sleep(0.05)
        self.assertEqual(self.serving.descriptors(), count)

    def test_no_edit_is_missed_and_nothing_leaks(self) -> None:
        idle_descriptors = self.settled_descriptors()
        tabs = [Listener(self.serving) for _ in range(TABS)]
        for tab in tabs:
            self.addCleanup(tab.close)
        for number in range(WARMING_UP):
            self.edit(number, tabs)
        self.settled_descriptors()
        descriptors, threads, memory = self.held()
        taken = [self.edit(WARMING_UP + number, tabs) for number in range(EDITS)]
        # The last page's connection is closed a moment after it was read.
        self.wait_for_descriptors(descriptors)
        after = self.held()
        self.assertEqual(after[:2], (descriptors, threads))
        # A heap grows by pieces; a leak grows with each edit.
        if MEMORY_TELLS:
            self.assertLess(after[2] - memory, 4096 + 2 * EDITS, "KiB more memory")
        for tab in tabs:
            tab.close()
        self.wait_for_descriptors(idle_descriptors)
        self.assertEqual(self.serving.children(), [])
        milliseconds = sorted(1000 * t for t in taken)
        print(f"\n{EDITS} edits, {TABS} tabs: {milliseconds[0]:.0f} / {statistics.median(milliseconds):.0f} / "
              f"{milliseconds[-1]:.0f} ms; descriptors {descriptors}, threads {threads}, "
              f"memory {memory} -> {after[2]} KiB", file=sys.stderr)

    def test_tabs_that_come_and_go_are_let_go_of(self) -> None:
        before = self.settled_descriptors()
        for _ in range(10 * TABS):
            Listener(self.serving).close()
        self.wait_for_descriptors(before)

    def test_a_tab_that_does_not_listen_holds_nobody_up(self) -> None:
        deaf, tab = Listener(self.serving), Listener(self.serving)
        for number in range(20):
            self.edit(number, [tab])
        deaf.wait_for(lambda: deaf.version == tab.version)
        deaf.close()
        tab.close()


if __name__ == "__main__":
    unittest.main()
