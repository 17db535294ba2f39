"""Clients that want to read what is not for them, or to keep others from reading.

LAMPPOST_REQUESTS: how many requests chance makes (they are the same each time)."""

import os
import random
import socket
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from serving import Serving, Site  # noqa: E402

SECRET = b"Nobody-may-read-this-7f3a"
REQUESTS = int(os.environ.get("LAMPPOST_REQUESTS", "3000"))
PARTS = [
    b"..", b".", b"", b"%2e%2e", b"%2E%2e", b"..%2f", b"%2f", b"%5c", b"..\\", b"..%5c..%5c", b"%252e%252e", b"%00",
    b"secret.txt", b"secret", b"link", b"linked", b"link.txt", b"hard", b".hidden", b".git", b"pipe", b"content", b"public",
    b"index.html", b"initiatives", b"lamp", b"catalogue", b"404.html", b"%c0%ae%c0%ae", b"%c0%af", b"..;", b"~", b"etc",
    b"passwd", b"proc", b"self", b"environ", b"file:", b"%", b"%2", b"%zz", b"\xff\xfe", b"a" * 300, b".lamppost", b"live.js",
    b"public", b"manifest", b"snapshot", b"....", b"con", b" ", b"%20", b"%0d%0aX-Evil:%20yes", b"?", b"#", b"*",
]


class HostileClientTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.site = Site()
        cls.serving = Serving(cls.site)
        root, public = cls.site.root, cls.site.root / "public"
        # What lies about, and what somebody has put into the output folder to get at it.
        (root / "secret.txt").write_bytes(SECRET)
        (root / "secret").mkdir()
        (root / "secret/secret.txt").write_bytes(SECRET)
        (root / "secret/index.html").write_bytes(SECRET)
        (public / "link.txt").symlink_to(root / "secret.txt")
        (public / "linked").symlink_to(root / "secret")
        (public / "link").symlink_to("..")
        (public / ".hidden").write_bytes(SECRET)
        (public / ".git").mkdir()
        (public / ".git/secret").write_bytes(SECRET)
        os.mkfifo(public / "pipe")

    @classmethod
    def tearDownClass(cls) -> None:
        ended = cls.serving.stop()
        cls.site.remove()
        assert ended == 0, ended

    def host(self) -> bytes:
        return f"Host: localhost:{self.serving.port}\r\n".encode()

    def ask(self, target: bytes, rest: bytes = b"") -> bytes:
        return self.serving.send_raw(b"GET " + target + b" HTTP/1.1\r\n" + self.host() + b"Connection: close\r\n" + rest + b"\r\n", 10)

    def check_alive(self) -> None:
        self.assertIsNone(self.serving.process.poll(), self.serving.said())
        self.assertEqual(self.serving.get("")[0], 200)

    def test_what_lies_elsewhere_or_is_hidden_is_not_read(self) -> None:
        base = self.serving.base.encode()
        for target in (
            base + b"../secret.txt", base + b"%2e%2e/secret.txt", base + b"..%2fsecret.txt", base + b"%2e%2e%2fsecret.txt",
            base + b"initiatives/../../secret.txt", base + b"link.txt", base + b"linked/", base + b"linked/secret.txt",
            base + b"linked", base + b"link/secret.txt", base + b".hidden", base + b"%2ehidden", base + b".git/secret",
            base + b"pipe", base + b"pipe/", b"/../secret.txt", b"//secret.txt", b"secret.txt", b"file:///etc/passwd",
            b"http://localhost/secret.txt", base + b"/etc/passwd", base + b"%2fetc%2fpasswd", base + b"secret.txt%00.html",
            base + b"..\\secret.txt", base + b".lamppost/../secret.txt", base + b".lamppost/../../secret.txt",
            base + b".lamppost/public/manifest", base + b".lamppost/",
        ):
            with self.subTest(target):
                answer = self.ask(target)
                self.assertNotIn(SECRET, answer)
                self.assertNotIn(b"root:", answer)
                self.assertRegex(answer, rb"^HTTP/1\.1 (307|40[034]) ")
        self.check_alive()

    def test_chance_does_not_find_a_way_out(self) -> None:
        chance = random.Random(2024)
        for number in range(REQUESTS):
            data = self.request_by_chance(chance)
            answer = self.serving.send_raw(data, 10)
            self.assertNotIn(SECRET, answer, data)
            self.assertNotIn(b"root:", answer, data)
            self.assertNotIn(b"\r\nX-Evil:", answer, data)
            if answer:
                self.assertRegex(answer, rb"^HTTP/1\.[01] [2345]\d\d ", data)
            if number % 500 == 0:
                self.check_alive()
        self.check_alive()

    def request_by_chance(self, chance: random.Random) -> bytes:
        if chance.random() < 0.1:
            return bytes(chance.randrange(256) for _ in range(chance.randrange(400)))
        parts = [chance.choice(PARTS) for _ in range(chance.randrange(1, 8))]
        start = chance.choice([self.serving.base.encode(), b"/", b"", b"//", self.serving.base.encode()])
        target = start + chance.choice([b"/", b"/", b"\\", b"%2f"]).join(parts)
        method = chance.choice([b"GET"] * 8 + [b"HEAD", b"POST", b"get", b"", b"G\x00T"])
        version = chance.choice([b" HTTP/1.1"] * 6 + [b" HTTP/1.0", b" HTTP/9.9", b""])
        headers = chance.choice([self.host()] * 6 + [b"", self.host() * 2, b"Host: evil.example\r\n", b"Host:\r\n"])
        headers += chance.choice([b""] * 5 + [b"Range: bytes=0-1\r\n", b"Content-Length: 5\r\n\r\nabcde", b"Content-Length: -1\r\n",
                                              b"Transfer-Encoding: chunked\r\n", b"X: " + b"y" * 20000 + b"\r\n", b" folded\r\n", b": \r\n",
                                              b"Expect: 100-continue\r\n", b"Upgrade: websocket\r\nConnection: upgrade\r\n"])
        data = method + b" " + target + version + b"\r\n" + headers + b"\r\n"
        if chance.random() < 0.1:
            data = data[: chance.randrange(len(data))]
        if chance.random() < 0.1:
            place = chance.randrange(len(data) or 1)
            data = data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
        return data

    def test_requests_of_a_page_of_elsewhere_are_refused(self) -> None:
        for host in (b"evil.example", b"localhost.evil.example", b"127.0.0.1.evil.example", b"0.0.0.0", b"[::]"):
            with_port = host + b":" + str(self.serving.port).encode()
            answer = self.serving.send_raw(b"GET " + self.serving.base.encode() + b" HTTP/1.1\r\nHost: " + with_port + b"\r\n\r\n", 10)
            self.assertTrue(answer.startswith(b"HTTP/1.1 403 "), answer)
        answer = self.serving.send_raw(b"GET / HTTP/1.1\r\n" + self.host() + b"Host: evil.example\r\n\r\n", 10)
        self.assertTrue(answer.startswith(b"HTTP/1.1 400 "), answer)

    def test_a_request_that_is_too_long_or_too_slow_ends(self) -> None:
        answer = self.ask(self.serving.base.encode(), b"X: " + b"y" * 9000 + b"\r\n")
        self.assertTrue(answer.startswith(b"HTTP/1.1 431 "), answer)
        with socket.create_connection(("127.0.0.1", self.serving.port), timeout=60) as slow:
            slow.sendall(b"GET / HTTP/1.1\r\nHost: ")
            begin = time.monotonic()
            self.assertEqual(slow.recv(10), b"")
            self.assertLess(time.monotonic() - begin, 40)

    def test_many_connections_that_say_nothing_do_not_end_it(self) -> None:
        clients = []
        try:
            for _ in range(700):
                clients.append(socket.create_connection(("127.0.0.1", self.serving.port), timeout=10))
            refused = clients[-1].recv(100)
            self.assertTrue(refused.startswith(b"HTTP/1.1 503 "), refused)
        finally:
            for client in clients:
                client.close()
        end = time.monotonic() + 30
        while time.monotonic() < end:
            if self.serving.send_raw(b"HEAD " + self.serving.base.encode() + b" HTTP/1.1\r\n" + self.host() + b"\r\n", 10).startswith(b"HTTP/1.1 200 "):
                break
            time.sleep(0.1)
        self.check_alive()

    def test_several_requests_at_once_are_answered_in_order(self) -> None:
        base = self.serving.base.encode()
        data = b"".join(b"GET " + base + path + b" HTTP/1.1\r\n" + self.host() + b"\r\n" for path in (b"", b"nowhere", b"sitemap.xml"))
        answer = self.serving.send_raw(data, 20)
        self.assertEqual([part[:3] for part in answer.split(b"HTTP/1.1 ")[1:]], [b"200", b"404", b"200"])


if __name__ == "__main__":
    unittest.main()
