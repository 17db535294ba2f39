"""`lamppost serve` from outside: the real program, on a small site."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from serving import PROGRAM, Listener, Serving, Site, initiative  # noqa: E402

LAMP = "content/initiatives/lamp.md"


class ServeTest(unittest.TestCase):
    flags: tuple[str, ...] = ()

    def setUp(self) -> None:
        self.site = Site()
        self.addCleanup(self.site.remove)

    def serve(self, *flags: str, **options) -> Serving:
        serving = Serving(self.site, *self.flags, *flags, **options)
        self.addCleanup(serving.stop, signal.SIGKILL)
        return serving

    def listen(self, serving: Serving) -> Listener:
        listener = Listener(serving)
        self.addCleanup(listener.close)
        return listener

    def change(self, listener: Listener, act) -> None:
        version = listener.version
        act()
        listener.wait_for_version_after(version)


class Pages(ServeTest):
    def test_they_are_at_the_address_that_the_published_site_has(self) -> None:
        serving = self.serve()
        self.assertEqual(serving.base, "/catalogue/")
        status, headers, page = serving.get("initiatives/lamp/")
        self.assertEqual(status, 200)
        self.assertEqual(headers["content-type"], "text/html; charset=utf-8")
        self.assertEqual(headers["content-security-policy"], "default-src 'self'")
        self.assertIn(b"Lamp", page)

    def test_the_script_is_in_what_is_served_and_never_in_the_output_folder(self) -> None:
        serving = self.serve()
        _, _, page = serving.get("")
        script = re.search(rb'<script src="(/catalogue/\.lamppost/live\.js\?v=\d+)" defer></script>', page)
        self.assertTrue(script, page)
        status, headers, code = serving.get_address(script[1].decode())
        self.assertEqual((status, headers["content-type"]), (200, "text/javascript; charset=utf-8"))
        self.assertIn(b"location.reload", code)
        files = [path for path in (self.site.root / "public").rglob("*") if path.is_file()]
        self.assertTrue(files)
        for file in files:
            self.assertNotIn(b"live.js", file.read_bytes(), file)
            self.assertNotIn(b"localhost", file.read_bytes(), file)

    def test_a_build_makes_the_same_files(self) -> None:
        serving = self.serve()
        serving.stop()
        served = {p: p.read_bytes() for p in (self.site.root / "public").rglob("*") if p.is_file()}
        shutil.rmtree(self.site.root / "public")
        shutil.rmtree(self.site.root / ".lamppost")
        subprocess.run([PROGRAM, "-C", self.site.root, "build", "--quiet"], check=True)
        built = {p: p.read_bytes() for p in (self.site.root / "public").rglob("*") if p.is_file()}
        self.assertEqual(served, built)

    def test_every_file_of_the_site_is_served_as_it_is_pages_with_the_script(self) -> None:
        serving = self.serve()
        public = self.site.root / "public"
        for path in public.rglob("*"):
            if not path.is_file():
                continue
            status, _, got = serving.get(str(path.relative_to(public)))
            if path.suffix == ".html":
                got = re.sub(rb'<script src="[^"]*live\.js[^<]*</script>', b"", got)
            self.assertEqual((status, got), (200, path.read_bytes()), path)

    def test_redirects_and_what_is_missing(self) -> None:
        serving = self.serve()
        for address, place in {
            "/": "/catalogue/",
            "/catalogue": "/catalogue/",
            "/catalogue/initiatives/lamp?q=%2F": "/catalogue/initiatives/lamp/?q=%2F",
        }.items():
            status, headers, _ = serving.get_address(address)
            self.assertEqual((status, headers.get("location")), (307, place))
        status, _, page = serving.get("nowhere/")
        self.assertEqual(status, 404)
        self.assertIn(b"live.js", page)
        self.assertEqual(serving.get_address("/elsewhere/")[0], 404)

    def test_head_has_the_headers_of_get_and_no_more_is_allowed(self) -> None:
        serving = self.serve()
        for path in ("", "sitemap.xml", "nowhere/"):
            status, headers, body = serving.get(path, "HEAD")
            expected = serving.get(path)
            self.assertEqual((status, body), (expected[0], b""))
            self.assertEqual(headers["content-length"], str(len(expected[2])))
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"):
            status, headers, _ = serving.get("", method)
            self.assertEqual((status, headers.get("allow")), (405, "GET, HEAD"), method)

    def test_only_its_own_name_is_answered_to(self) -> None:
        serving = self.serve()
        for host in ("localhost", "127.0.0.1", "[::1]", "LocalHost"):
            self.assertEqual(serving.get("", Host=f"{host}:{serving.port}")[0], 200, host)
        for host in ("evil.example", f"evil.example:{serving.port}", "localhost", f"localhost:{serving.port + 1}",
                     f"localhost:{serving.port}.evil.example", f"x@localhost:{serving.port}", ""):
            status, _, body = serving.get("", Host=host)
            self.assertIn(status, (400, 403), host)
            self.assertNotIn(b"Lamp", body)

    def test_it_is_for_this_machine_only(self) -> None:
        serving = self.serve()
        tables = [Path(name) for name in ("/proc/net/tcp", "/proc/net/tcp6") if os.path.exists(name)]
        lines = [line.split() for table in tables for line in table.read_text().splitlines()]
        listening = [line[1] for line in lines if line[3] == "0A" and line[1].endswith(f":{serving.port:04X}")]
        self.assertTrue(listening)
        for address in listening:
            self.assertIn(address.split(":")[0], ("0100007F", "00000000000000000000000001000000"))


class Changes(ServeTest):
    def test_however_an_editor_saves_it_is_seen(self) -> None:
        serving = self.serve()
        listener = self.listen(serving)
        path = self.site.root / LAMP

        def in_place(text: str) -> None:
            self.site.write(LAMP, text)

        def in_two_steps(text: str) -> None:
            with path.open("w", encoding="utf-8") as file:
                file.write(text[:10])
                file.flush()
                time.sleep(0.05)
                file.write(text[10:])

        def deleted_first(text: str) -> None:
            path.unlink()
            self.site.write(LAMP, text)

        def aside_first(text: str) -> None:
            path.rename(path.with_name("lamp.md~"))
            self.site.write(LAMP, text)

        def through_a_link(text: str) -> None:
            other = self.site.root / "other.md"
            other.write_text(text, encoding="utf-8")
            path.unlink()
            os.link(other, path)
            other.unlink()

        def renamed_over(text: str) -> None:
            self.site.replace(LAMP, text)

        ways = (in_place, in_two_steps, renamed_over, deleted_first,
                aside_first, through_a_link)
        for number, way in enumerate(ways):
            with self.subTest(getattr(way, "__name__", str(number))):
                self.change(listener, lambda: way(initiative(f"Lamp {number}")))
                deadline = time.monotonic() + 10
                while f"Lamp {number}".encode() not in (page := serving.get("initiatives/lamp/")[2]):
                    self.assertLess(time.monotonic(), deadline, page)
                    time.sleep(0.02)

    def test_new_folders_moved_folders_and_another_content(self) -> None:
        serving = self.serve()
        listener = self.listen(serving)
        content = self.site.root / "content"

        def is_there(path: str, words: bytes) -> bool:
            end = time.monotonic() + 10
            while time.monotonic() < end:
                if words in serving.get(path)[2]:
                    return True
                time.sleep(0.02)
            return False

        self.change(listener, lambda: self.site.write("content/initiatives/new/index.md", initiative("New")))
        self.assertTrue(is_there("initiatives/new/", b"New"))
        self.change(listener, lambda: self.site.write("content/initiatives/new/index.md", initiative("Newer")))
        self.assertTrue(is_there("initiatives/new/", b"Newer"))
        self.change(listener, lambda: (content / "initiatives/new").rename(content / "initiatives/moved"))
        self.assertTrue(is_there("initiatives/moved/", b"Newer"))
        self.change(listener, lambda: self.site.write("content/initiatives/moved/index.md", initiative("Newest")))
        self.assertTrue(is_there("initiatives/moved/", b"Newest"))
        shutil.copytree(content, self.site.root / "other")
        self.site.write("other/initiatives/lamp.md", initiative("Other"))

        def exchange() -> None:
            content.rename(self.site.root / "before")
            (self.site.root / "other").rename(content)

        self.change(listener, exchange)
        self.assertTrue(is_there("initiatives/lamp/", b"Other"))
        self.change(listener, lambda: self.site.write(LAMP, initiative("Written into the other")))
        self.assertTrue(is_there("initiatives/lamp/", b"Written into the other"))

    def test_a_theme_is_watched_too(self) -> None:
        serving = self.serve()
        listener = self.listen(serving)
        name = "themes/tiny/layouts/partials/footer.mustache"
        self.change(listener, lambda: self.site.write(name, "<footer><p>Another foot</p></footer>"))
        self.assertIn(b"Another foot", serving.get("")[2])

    def test_editors_leftovers_and_the_site_itself_are_no_change(self) -> None:
        serving = self.serve()
        listener = self.listen(serving)
        version = listener.version
        for name in ("content/initiatives/.lamp.md.swp", "content/initiatives/lamp.md~", "content/README.md"):
            self.site.write(name, "x")
        self.assertFalse(listener.read(0.6))
        self.assertEqual(listener.version, version)
        self.assertEqual(serving.said().count("pages in"), 1)

    def test_many_files_at_once_are_one_change(self) -> None:
        serving = self.serve()
        listener = self.listen(serving)

        def write_all() -> None:
            for number in range(200):
                self.site.write(f"content/initiatives/many-{number}.md", initiative(f"Many {number}"))

        self.change(listener, write_all)
        listener.wait_for(lambda: b"Many 199" in serving.get("initiatives/many-199/")[2] or listener.read(1))
        self.assertLessEqual(serving.said().count("pages in"), 4)

    def test_a_build_from_outside_reloads_pages_and_is_not_undone(self) -> None:
        serving = self.serve()
        listener = self.listen(serving)
        build = [PROGRAM, "-C", self.site.root, "--base-url", "https://other.example/catalogue/", "build", "--quiet"]
        self.change(listener, lambda: subprocess.run(build, check=True))
        time.sleep(0.5)
        sitemap = (self.site.root / "public/sitemap.xml").read_bytes()
        self.assertIn(b"https://other.example/catalogue/", sitemap)

    def test_another_base_path(self) -> None:
        serving = self.serve()
        listener = self.listen(serving)
        settings = (self.site.root / "content/site.toml").read_text(encoding="utf-8")
        self.change(listener, lambda: self.site.write("content/site.toml", settings.replace("/catalogue/", "/")))
        serving.wait_for_words(rf"http://localhost:{serving.port}/ ")
        status, _, page = serving.get_address("/initiatives/lamp/")
        self.assertEqual(status, 200)
        self.assertIn(b'src="/.lamppost/live.js', page)


class ChangesSeenByPolling(Changes):
    flags = ("--poll",)


class Mistakes(ServeTest):
    def test_the_last_good_site_stays_and_the_mistake_is_shown_until_it_is_mended(self) -> None:
        serving = self.serve()
        listener = self.listen(serving)
        version = listener.version
        self.site.write(LAMP, initiative("Lamp").replace("cluster", "clutser"))
        listener.wait_for(lambda: listener.problem > 0)
        self.assertEqual(listener.version, version)
        self.assertIn(b"Lamp", serving.get("initiatives/lamp/")[2])
        status, _, html = serving.get(".lamppost/problems")
        text = html.decode()
        self.assertEqual(status, 200)
        self.assertIn("content/initiatives/lamp.md:3:1", text)
        self.assertIn("clutser = ", text)
        said = serving.wait_for_words(r"error\[[a-z-]+\]: (.*)\n")
        self.assertIn("content/initiatives/lamp.md:3:1", serving.said())
        words = said[1].replace("&", "&amp;").replace("<", "&lt;").replace("`", "`")
        self.assertIn(words.split("`")[0].strip(), text)
        for line in re.findall(r"= help: (.*)", serving.said()):
            self.assertIn(line.split("`")[0].strip(), text)
        self.site.write(LAMP, initiative("Mended"))
        listener.wait_for(lambda: listener.problem == 0 and listener.version > version)
        self.assertIn(b"Mended", serving.get("initiatives/lamp/")[2])
        self.assertEqual(serving.get(".lamppost/problems")[2], b"")

    def test_a_site_that_can_not_be_built_from_the_start(self) -> None:
        self.site.write("content/site.toml", "title = \n")
        serving = self.serve()
        status, _, page = serving.get("")
        self.assertEqual(status, 404)
        self.assertIn(b"The site could not be built", page)
        self.assertIn(b"content/site.toml:1", page)
        self.assertIn(b"live.js", page)
        listener = self.listen(serving)
        self.assertGreater(listener.problem, 0)

    def test_a_broken_theme_from_the_start(self) -> None:
        layout = next((self.site.root / "themes").rglob("*.mustache"))
        text = layout.read_text(encoding="utf-8")
        layout.write_text(text + "{{#open}}", encoding="utf-8")
        serving = self.serve()
        self.assertIn(b"The site could not be built", serving.get("")[2])
        listener = self.listen(serving)
        self.change(listener, lambda: layout.write_text(text, encoding="utf-8"))
        self.assertEqual(serving.get("")[0], 200)

    def test_what_was_written_is_shown_and_not_run(self) -> None:
        serving = self.serve()
        listener = self.listen(serving)
        self.site.write(LAMP, initiative("Lamp").replace("goal", '"<script>alert(1)</script>"'))
        listener.wait_for(lambda: listener.problem > 0)
        self.assertNotIn(b"<script", serving.get(".lamppost/problems")[2])

    def test_a_failure_of_the_machine_is_told_and_does_not_end_it(self) -> None:
        serving = self.serve()
        listener = self.listen(serving)
        (self.site.root / "content").rename(self.site.root / "gone")
        listener.wait_for(lambda: listener.problem > 0)
        serving.wait_for_words("content: ")
        self.assertIn(b"content: ", serving.get(".lamppost/problems")[2])
        (self.site.root / "gone").rename(self.site.root / "content")
        listener.wait_for(lambda: listener.problem == 0)

    def test_strict_counts_warnings(self) -> None:
        serving = self.serve("--strict")
        listener = self.listen(serving)
        self.site.write(LAMP, initiative("Lamp", "Lorem ipsum dolor sit amet."))
        listener.wait_for(lambda: listener.problem > 0)


class BeginningAndEnd(ServeTest):
    def test_a_taken_port_is_said_with_what_to_do(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            serving = self.serve(port=port, wait=False)
            self.assertEqual(serving.process.wait(60), 3)
            self.assertIn(f"port {port}: another program has taken it", serving.said())
            self.assertIn(f"`--port {port + 1}`", serving.said())
        self.assertFalse((self.site.root / "public").exists())

    def test_it_ends_cleanly_when_told(self) -> None:
        for how in (signal.SIGINT, signal.SIGTERM):
            serving = self.serve()
            listener = Listener(serving)
            self.assertEqual(serving.stop(how), 0)
            self.assertEqual(listener.socket.recv(10), b"")
            listener.close()
            with self.assertRaises(OSError):
                socket.create_connection(("127.0.0.1", serving.port), timeout=1)

    def test_it_can_be_started_again_at_once_on_the_same_port(self) -> None:
        first = self.serve()
        before = self.listen(first).version
        first.stop()
        second = self.serve(port=first.port)
        self.assertGreater(self.listen(second).version, before)

    def test_told_to_end_during_a_build_it_leaves_what_was_there(self) -> None:
        for number in range(1500):
            self.site.write(f"content/initiatives/many-{number}.md", initiative(f"Many {number}", "Word. " * 300))
        serving = self.serve(wait=False)
        end = time.monotonic() + 60
        while not (self.site.root / ".lamppost/public/lock").exists() and time.monotonic() < end:
            time.sleep(0.005)
        time.sleep(0.1)
        self.assertEqual(serving.stop(signal.SIGINT), 0)
        self.assertEqual(serving.children(), [])
        public = self.site.root / "public"
        self.assertFalse((self.site.root / ".lamppost/public/staging").exists())
        if public.exists():  # it was quicker than we
            self.assertTrue((public / "initiatives/many-1499/index.html").exists())

    def test_drafts_are_shown_and_do_not_come_into_the_output_folder(self) -> None:
        self.site.write("content/initiatives/draft.md", initiative("Draft").replace("+++\n", "+++\ndraft = true\n", 1))
        serving = self.serve("--drafts")
        self.assertEqual(serving.get("initiatives/draft/")[0], 200)
        serving.stop()
        self.assertFalse((self.site.root / "public").exists())
        self.assertEqual(self.serve().get("initiatives/draft/")[0], 404)

    def test_the_browser_is_asked_to_open_the_home_page(self) -> None:
        programs = self.site.root / "programs"
        programs.mkdir()
        opened = self.site.root / "opened.txt"
        script = programs / "xdg-open"
        script.write_text(f'#!/bin/sh\necho "$1" >>"{opened}"\n')
        script.chmod(0o755)
        serving = self.serve("--open", PATH=f"{programs}:{os.environ['PATH']}")
        end = time.monotonic() + 30
        while not (opened.exists() and opened.read_text()) and time.monotonic() < end:
            time.sleep(0.01)
        self.assertEqual(opened.read_text(), f"http://localhost:{serving.port}/catalogue/\n")
        self.assertEqual(serving.children(), [])

    def test_without_a_content_folder_it_does_not_begin(self) -> None:
        shutil.rmtree(self.site.root / "content")
        serving = self.serve(wait=False)
        self.assertEqual(serving.process.wait(60), 3)

    def test_the_output_may_not_lie_among_the_sources(self) -> None:
        serving = self.serve("--output", "content/public", wait=False)
        self.assertEqual(serving.process.wait(60), 2)


if __name__ == "__main__":
    unittest.main()
