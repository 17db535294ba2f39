"""Runs a command and says what it took: time, processor time, memory."""

import os
import platform
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

SAMPLE_SECONDS = 0.005


class CommandError(Exception):
    """A command that did not end well; its message says what it wrote last."""


@dataclass(frozen=True)
class Timing:
    """Of one run, in seconds; `cpu` is that of the whole process tree, user and system."""

    wall: float
    cpu: float


def run_timed(command: Sequence[str], environment: Mapping[str, str]) -> Timing:
    """Runs the command with its output thrown away.

    The processor time is what the kernel counted for the process and for all its children that it
    waited for, so worker processes are in it.
    """
    with tempfile.TemporaryFile() as errors:
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_DUP2, errors.fileno(), 2),
        ]
        start = time.perf_counter()
        process = os.posix_spawnp(command[0], list(command), environment, file_actions=actions)
        try:
            _, status, usage = os.wait4(process, 0)
        except BaseException:  # Ctrl-C leaves nothing running
            os.kill(process, signal.SIGKILL)
            os.wait4(process, 0)
            raise
        wall = time.perf_counter() - start
        check_status(command, os.waitstatus_to_exitcode(status), errors)
    return Timing(wall, usage.ru_utime + usage.ru_stime)


def peak_memory(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Runs the command and gives the most memory that its processes had together, in bytes.

    Not `ru_maxrss`: that is of the largest process only, and counts what it had as a copy of this
    one. Memory that processes share is counted once (PSS), many times a second; a peak of the
    largest process between two samples is caught too, as the kernel remembers it (VmHWM). Looking
    costs time, so this run is none of those that are timed.
    """
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors,
            env=environment,
        )  # fmt: skip
        peak = 0
        try:
            while process.poll() is None:
                members = list(process_tree(process.pid))
                together = sum(memory_of(member, "smaps_rollup", "Pss:") for member in members)
                largest = max(memory_of(member, "status", "VmHWM:") for member in members)
                peak = max(peak, together, largest)
                time.sleep(SAMPLE_SECONDS)
        finally:
            process.kill()
            process.wait()
        check_status(command, process.returncode, errors)
    return peak


def check_status(command: Sequence[str], status: int, errors: IO[bytes]) -> None:
    if status == 0:
        return
    errors.seek(0)
    lines = errors.read().decode(errors="replace").strip().splitlines()[-12:]
    ending = f"was killed by signal {-status}" if status < 0 else f"gave {status}"
    raise CommandError("\n".join([f"{Path(command[0]).name} {ending}", *lines]))


def process_tree(process: int) -> Iterator[int]:
    """The process, its children, theirs …: whatever thread started them."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            direct = children.read_text().split()
        except OSError:  # it ended meanwhile
            continue
        for child in direct:
            yield from process_tree(int(child))


def memory_of(process: int, file: str, field: str) -> int:
    """A figure in kB from a file of /proc, in bytes; 0 where the process is no more."""
    try:
        for line in Path(f"/proc/{process}/{file}").read_text().splitlines():
            if line.startswith(field):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def memory_free() -> int:
    """What programs can still have, in bytes; what lies on the RAM disk is taken."""
    for line in Path("/proc/meminfo").read_text().splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return 0


def processor_name() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def version_of(command: Sequence[str]) -> str:
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return output.splitlines()[0].strip()


def machine_facts(versions: Mapping[str, str]) -> dict[str, str | int]:
    """What somebody who compares two runs has to know of the machine; nothing that names it."""
    return {
        "cores": len(os.sched_getaffinity(0)),
        "processor": processor_name(),
        "memory": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "kernel": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        **versions,
    }
