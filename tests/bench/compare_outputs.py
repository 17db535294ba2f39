#!/usr/bin/env python3
"""Proves that lamppost and Hugo made the same pages, before anybody compares their speed.

    compare_outputs.py LAMPPOST_PUBLIC HUGO_PUBLIC

Looks at the addresses of all pages, feeds and data files, and in each page at what makes it that
page: its heading, its cards in their order, the addresses inside the site that it links to. What
differs is listed, and then the exit status is 1. Each may have what is in its list below;
lamppost's pages may link to more, as they show charts and kin that Hugo's don't. Looks at sizes
too, as a page that shows less is made faster.
"""

import argparse
import html
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Files of these kinds have addresses that both have to agree on; style sheets are named by hash.
COMPARED = {".html", ".json", ".csv", ".xml", ".txt"}
ONLY_LAMPPOST = re.compile(
    r"""
      /catalogue\.schema\.json    # the format of its data
    | /schema/initiative\.json    # the format of its sources
    | /sitemap-\d+\.xml           # a sitemap splits before it is too large; Hugo's doesn't
    """,
    re.VERBOSE,
)
ONLY_HUGO = re.compile(
    r"""
      (/.*)?/page/1/              # redirects to the list's first page
    | /en/                        # redirects to the default language
    | /(en|fr)/sitemap\.xml       # one for each language
    """,
    re.VERBOSE,
)
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
CARD = re.compile(r'<h3 class="card-title"><a href="([^"]*)"')
LINK = re.compile(r'<a [^>]*?href="([^"]*)"')
BASE_URL = "https://catalogue.example.org"
MOST_SHOWN = 20


@dataclass(frozen=True)
class Page:
    """What makes a page that page."""

    heading: str
    cards: tuple[str, ...]
    links: frozenset[str]


@dataclass(frozen=True)
class Comparison:
    """What came of it: a line for each difference, and how much each wrote."""

    differences: list[str]
    pages: int
    lamppost_bytes: int
    hugo_bytes: int


def files_of(public: Path) -> dict[str, Path]:
    """The compared files by address: a page's is its folder's."""
    files = (path for path in public.rglob("*") if path.suffix in COMPARED and path.is_file())
    return {
        "/" + path.relative_to(public).as_posix().removesuffix("index.html"): path for path in files
    }


def inner_address(href: str) -> str | None:
    """The address without its fragment if it is one of the site, else nothing."""
    address = html.unescape(href).removeprefix(BASE_URL).partition("#")[0]
    return address if address.startswith("/") else None


def read_page(path: Path) -> Page:
    text = path.read_text(encoding="utf-8")
    heading = HEADING.search(text)
    links = {inner_address(href) for href in LINK.findall(text)}
    return Page(
        heading=html.unescape(heading[1]) if heading else "",
        cards=tuple(CARD.findall(text)),
        links=frozenset(link for link in links if link is not None),
    )


def address_of_initiative(address: str) -> bool:
    return re.fullmatch(r"(/fr)?/initiatives/[^/]+/", address) is not None


def page_differences(address: str, ours: Page, theirs: Page) -> Iterator[str]:
    if ours.heading != theirs.heading:
        yield f"{address}: heading {ours.heading!r}, Hugo {theirs.heading!r}"
    # On an initiative's page its kin follow those it names: Hugo's templates don't look for them.
    kin = ours.cards[len(theirs.cards) :] if address_of_initiative(address) else ()
    if ours.cards != theirs.cards + kin:
        is_order = sorted(ours.cards) == sorted(theirs.cards)
        counts = f"{len(ours.cards)} cards, Hugo {len(theirs.cards)}"
        yield f"{address}: {'order of cards' if is_order else counts}"
    for link in sorted(theirs.links - ours.links):
        yield f"{address}: only Hugo links to {link}"


def compare(lamppost_public: Path, hugo_public: Path) -> Comparison:
    ours, theirs = files_of(lamppost_public), files_of(hugo_public)
    differences = [
        f"only lamppost has {address}"
        for address in sorted(ours.keys() - theirs.keys())
        if not ONLY_LAMPPOST.fullmatch(address)
    ]
    differences += [
        f"only Hugo has {address}"
        for address in sorted(theirs.keys() - ours.keys())
        if not ONLY_HUGO.fullmatch(address)
    ]
    pages = sorted(
        address for address in ours.keys() & theirs.keys() if ours[address].suffix == ".html"
    )
    if not pages:
        differences.append("no page that both have")
    for address in pages:
        differences += page_differences(
            address, read_page(ours[address]), read_page(theirs[address])
        )
    return Comparison(
        differences=differences,
        pages=len(pages),
        lamppost_bytes=sum(ours[address].stat().st_size for address in pages),
        hugo_bytes=sum(theirs[address].stat().st_size for address in pages),
    )


def describe(comparison: Comparison) -> str:
    if comparison.differences:
        hidden = len(comparison.differences) - MOST_SHOWN
        more = [f"… and {hidden} more"] if hidden > 0 else []
        return "\n".join(comparison.differences[:MOST_SHOWN] + more)
    ours = comparison.lamppost_bytes / comparison.pages / 1000
    theirs = comparison.hugo_bytes / comparison.pages / 1000
    return (
        f"Both made the same {comparison.pages:,} pages, with the same headings, cards and links.\n"
        f"On average a page of lamppost's has {ours:.1f} kB, one of Hugo's {theirs:.1f} kB."
    )


def main() -> int:
    parser = argparse.ArgumentParser(description="Compares what lamppost and Hugo made.")
    parser.add_argument("lamppost", type=Path, metavar="LAMPPOST_PUBLIC")
    parser.add_argument("hugo", type=Path, metavar="HUGO_PUBLIC")
    options = parser.parse_args()
    comparison = compare(options.lamppost, options.hugo)
    print(describe(comparison))
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main())
