"""A catalogue on the RAM disk, the two programs that make a site of it, and edits to it."""

import re
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from make_catalogue import make_catalogue
from measure import CommandError, memory_free

BENCH = Path(__file__).resolve().parent
THEME = BENCH.parent.parent / "themes" / "marketplace"
GIGABYTE = 1_000_000_000
# Pages that Hugo's templates don't make. lamppost makes them where the theme has their layouts.
ONLY_LAMPPOST_LAYOUTS = (
    "a_to_z", "changes", "compare", "contribute", "embed", "open_data", "project", "search",
    "statistics",
)  # fmt: skip


@dataclass(frozen=True)
class Program:
    """One of the two: how it is called, what it makes and what it remembers."""

    name: str
    command: list[str]
    public: Path
    memory: Path
    environment: dict[str, str] = field(default_factory=dict)

    def forget(self) -> None:
        """Back to where nothing was ever built."""
        remove(self.public)
        remove(self.memory)


@dataclass(frozen=True)
class Edit:
    """A change to a file, another one each time, and where it must show afterwards."""

    write: Callable[[int], None]
    mark: str  # what the change puts in; {} is its number
    shown_in: tuple[str, ...]  # patterns below public; in each of them one file shows it


class Workspace:
    """The folder of one size of catalogue.

    Both programs read the same content folder; each has templates of its own, and writes its own
    public folder.
    """

    def __init__(
        self, root: Path, lamppost: str, initiatives: int, languages: int, *, whole: bool = False
    ) -> None:
        self.root = root
        self.content = root / "content"
        self.copy = root / "copy"
        make_catalogue(root, initiatives, languages)
        self.theme = root / "themes" / "measured"  # a name that the program knows no theme by
        self._make_theme(() if whole else ONLY_LAMPPOST_LAYOUTS)
        shutil.copytree(BENCH / "hugo", root / "hugo")
        self.lamppost = Program(
            name="lamppost",
            command=[lamppost, "-C", str(root), "build", "--quiet"],
            public=root / "public",
            memory=root / ".lamppost",
        )
        self.hugo = Program(
            name="Hugo",
            command=[
                "hugo", "--quiet", "--source", str(root / "hugo"),
                "--config", f"hugo.toml,languages-{languages}.toml",
            ],
            public=root / "hugo" / "public",
            memory=root / "hugo" / "resources",
            environment={"HUGO_CACHEDIR": str(root / "cache")},
        )  # fmt: skip
        self.check_command = [lamppost, "-C", str(root), "check", "--quiet"]
        self.edits = self._edits()

    def _make_theme(self, without: Collection[str]) -> None:
        shutil.copytree(THEME, self.theme)
        for layout in without:
            (self.theme / "layouts" / f"{layout}.mustache").unlink()
        settings = self.content / "site.toml"
        settings.write_text(settings.read_text().replace('"marketplace"', '"measured"'))

    def environment_of(self, program: Program) -> dict[str, str]:
        """A small one, so that nobody's own settings are measured.

        Hugo may have the memory that is left when its pages lie on the RAM disk too: it then tidies
        up more often instead of being killed. Where there is plenty this changes nothing.
        """
        environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        if program is self.hugo:
            room = memory_free() - tree_bytes(self.lamppost.public) - GIGABYTE
            environment["GOMEMLIMIT"] = str(max(room, GIGABYTE))
        return environment | program.environment

    @contextmanager
    def nothing_remembered(self) -> Iterator[None]:
        """For `check`, which may remember as `build` does; afterwards all is as it was."""
        aside = self.root / "aside"
        memory = self.lamppost.memory
        if memory.exists():
            memory.rename(aside)
        try:
            yield
        finally:
            remove(memory)
            if aside.exists():
                aside.rename(memory)

    def _edits(self) -> dict[str, Edit]:
        # Two pages: an edit writes its page as it was but for itself, and would undo the other's.
        path, other = untranslated_pages(self.content / "initiatives")
        # Newer than all others, so that feeds show it.
        source = re.sub(r"(?m)^updated = .*", "updated = 2027-01-01", read(path))
        cluster = re.search(r'(?m)^cluster = "(.*)"', source)
        assert cluster
        write(path, source)
        page = f"initiatives/{path.stem}/index.html"
        return {
            "body": body_edit(other, read(other), f"initiatives/{other.stem}/index.html"),
            "title": title_edit(path, source, page, cluster[1]),
            "template": template_edit(
                (
                    self.root / "themes/measured/layouts/initiative.mustache",
                    self.root / "hugo/layouts/initiatives/single.html",
                ),
                page,
            ),
        }


def untranslated_pages(folder: Path) -> tuple[Path, Path]:
    """Two from the middle; with a translation an edit of one page would contradict the other."""
    names = {path.name for path in folder.iterdir()}
    translated = {name.replace(".fr.md", ".md") for name in names if name.endswith(".fr.md")}
    alone = sorted(name for name in names - translated if not name.endswith(".fr.md"))
    middle = len(alone) // 2
    return folder / alone[middle], folder / alone[middle - 1]


def body_edit(path: Path, source: str, page: str) -> Edit:
    mark = "This is edit {} of the text."
    return Edit(
        write=lambda number: write(path, f"{source}\n{mark.format(number)}\n"),
        mark=mark,
        shown_in=(page,),
    )


def title_edit(path: Path, source: str, page: str, cluster: str) -> Edit:
    """The title's end, so that the page keeps its place in lists."""
    mark = "(edit {} of the title)"
    head, title, rest = re.split(r'(?m)^(title = ".*)"$', source, maxsplit=1)
    return Edit(
        write=lambda number: write(path, f'{head}{title} {mark.format(number)}"{rest}'),
        mark=mark,
        shown_in=(page, f"clusters/{cluster}/**/index.html", "feed.xml", "catalogue.json"),
    )


def template_edit(templates: tuple[Path, Path], page: str) -> Edit:
    """The layout of initiatives, so that each of their pages changes."""
    mark = "This is edit {} of the template."
    parts = {template: around_article(template) for template in templates}

    def write_both(number: int) -> None:
        for template, (before, after) in parts.items():
            write(template, f"{before}\n<p>{mark.format(number)}</p>{after}")

    return Edit(write=write_both, mark=mark, shown_in=(page,))


def around_article(template: Path) -> tuple[str, str]:
    """What stands before and after the place where an article's content begins."""
    before, tag, after = re.split(r"(<article[^>]*>)", read(template), maxsplit=1)
    return before + tag, after


def verify(program: Program, edit: Edit, number: int) -> None:
    """A build that doesn't show the change was not faster but wrong."""
    mark = edit.mark.format(number)
    for pattern in edit.shown_in:
        if not any(mark in read(file) for file in program.public.glob(pattern)):
            raise CommandError(f"{program.name} does not show {mark!r} in {pattern}")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def tree_files(folder: Path) -> list[int]:
    """The size of each file below the folder."""
    return [path.stat().st_size for path in folder.rglob("*") if path.is_file()]


def tree_bytes(folder: Path) -> int:
    return sum(tree_files(folder))
