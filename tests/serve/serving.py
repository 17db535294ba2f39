"""`lamppost serve` on a small site, and clients that talk to it."""

import http.client
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

PROGRAM = os.environ.get("LAMPPOST", "")
THEMES = os.environ.get("LAMPPOST_TEST_THEMES", "")
PATIENCE = float(os.environ.get("LAMPPOST_PATIENCE", "60"))  # seconds, on a busy machine

SITE_TOML = """\
title = "Lamps"
description = "All about lamps"
base_url = "{base_url}"
theme = "tiny"
default_language = "en"

[languages.en]
name = "English"
"""


def initiative(title: str, body: str = "A lamp.") -> str:
    return f'+++\ntitle = "{title}"\ncluster = "light"\ngoal = "To see."\n+++\n{body}\n'


def replace_file(path: Path, text: str) -> None:
    """As most editors save: a file beside, then a rename over it."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.rename(path)


class Site:
    """A folder with a small site."""

    def __init__(self, base_url: str = "https://lamps.example.org/catalogue/") -> None:
        self.root = Path(tempfile.mkdtemp(prefix="lamppost-serve-"))
        shutil.copytree(THEMES, self.root / "themes")
        self.write("content/site.toml", SITE_TOML.format(base_url=base_url))
        self.write("content/clusters/light.md", '+++\ntitle = "Light"\n+++\nLight.\n')
        self.write("content/initiatives/lamp.md", initiative("Lamp"))

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def replace(self, name: str, text: str) -> None:
        replace_file(self.root / name, text)

    def remove(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)


class Serving:
    """The program, serving a site until `stop`."""

    def __init__(
        self, site: Site, *flags: str, port: int = 0, wait: bool = True, program: str = PROGRAM, **environment: str
    ) -> None:
        self.said_at = site.root / "said.txt"
        self.said_at.write_text("")
        with self.said_at.open("a") as said:
            self.process = subprocess.Popen(
                [program, "-C", str(site.root), "serve", "--port", str(port), *flags],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                env=os.environ | environment,
            )
        self.port = port
        self.base = "/"
        if wait:
            self.wait_until_ready()

    def wait_until_ready(self) -> None:
        match = self.wait_for_words(r"http://localhost:(\d+)(/\S*)")
        self.port, self.base = int(match[1]), match[2]

    def said(self) -> str:
        return self.said_at.read_text(encoding="utf-8")

    def wait_for_words(self, pattern: str) -> re.Match[str]:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if match := re.search(pattern, self.said()):
                return match
            if self.process.poll() is not None:
                break
            time.sleep(0.01)
        raise AssertionError(f"it never said {pattern!r}, but: {self.said()}")

    def stop(self, how: int = signal.SIGTERM) -> int:
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """What there is at a path below the base path."""
        return self.get_address(self.base + path, method, **headers)

    def get_address(self, address: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            client.request(method, address, headers=headers)
            answer = client.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            client.close()

    def send_raw(self, data: bytes, patience: float = PATIENCE) -> bytes:
        """All that comes back for these bytes until the server closes, or nothing comes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=patience) as client:
            answer = b""
            try:
                client.sendall(data)
                client.shutdown(socket.SHUT_WR)
                while more := client.recv(65536):
                    answer += more
            except OSError:
                pass
            return answer

    # What the process holds.

    def descriptors(self) -> int:
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def status(self, name: str) -> int:
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"^{name}:\s+(\d+)", text, re.M)[1])

    def children(self) -> list[int]:
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
                except (OSError, ValueError):
                    continue
                if parent == self.process.pid:
                    found.append(int(entry.name))
        return found


class Listener:
    """A tab's stream of events."""

    def __init__(self, serving: Serving) -> None:
        self.socket = socket.create_connection(("127.0.0.1", serving.port), timeout=PATIENCE)
        self.socket.sendall(
            f"GET {serving.base}.lamppost/events HTTP/1.1\r\nHost: localhost:{serving.port}\r\n\r\n".encode()
        )
        self.text = b""
        self.version, self.problem = 0, 0
        self.wait_for(lambda: self.version > 0)

    def read(self, patience: float) -> bool:
        """Takes what has come, waiting so long at most; whether something has."""
        if not select.select([self.socket], [], [], patience)[0]:
            return False
        more = self.socket.recv(65536)
        if not more:
            raise AssertionError("the server has closed a stream of events")
        self.text += more
        events = re.findall(rb"data: (\d+) (\d+)\n\n", self.text)
        if events:
            self.version, self.problem = map(int, events[-1])
            self.text = self.text[-64:]
        return True

    def wait_for(self, holds) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            left = end - time.monotonic()
            if left <= 0:
                raise AssertionError(f"waited in vain; last: {self.version} {self.problem}")
            self.read(left)

    def wait_for_version_after(self, version: int) -> None:
        self.wait_for(lambda: self.version > version)

    def close(self) -> None:
        self.socket.close()
