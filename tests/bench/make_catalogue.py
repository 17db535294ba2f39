#!/usr/bin/env python3
"""Makes a catalogue of any size: content that lamppost and Hugo can both read.

    make_catalogue.py DIR --initiatives N [--languages 1|2] [--seed S]

Writes DIR/content. The same arguments always give the same bytes, also with another version of
Python.

The pages are like those of a real catalogue in size (bodies of 1.5 to 5 KB), in what they use
(headings, inline markup, lists, tables, footnotes, task lists, links to other pages and their
headings) and in their front matter. Two things are so that Hugo can read them too: a translation
repeats the keys that do not change, and topics are spelled in one way.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from catalogue import words
from catalogue.dice import Dice
from catalogue.front_matter import facts_of, front_matter, toml_string
from catalogue.names import NAME_COUNT, Name, name_of
from catalogue.text import Writer
from catalogue.words import ENGLISH, FRENCH, Language

SITE_TOML = """\
title            = "A catalogue made to measure"
description      = "Initiatives that nobody started: their goals, figures and partners."
base_url         = "https://catalogue.example.org/"
theme            = "marketplace"
default_language = "en"

[languages.en]
name = "English"
"""
SITE_TOML_FRENCH = """
[languages.fr]
name        = "Français"
title       = "Un catalogue sur mesure"
description = "Des initiatives que personne n’a lancées : objectifs, chiffres et partenaires."
"""
SITE_TOML_REST = """
[repository]
url    = "https://github.com/example/catalogue"
branch = "main"
"""
# Slug, title, title in French. What has none in French is shown there as it is.
FREE_PAGES = (
    ("about", "About this catalogue", "À propos de ce catalogue"),
    ("accessibility", "Accessibility", ""),
    ("privacy", "Privacy", ""),
)


def write_page(folder: Path, slug: str, language: Language, toml: str, body: str) -> None:
    ending = "md" if language is ENGLISH else f"{language.code}.md"
    (folder / f"{slug}.{ending}").write_bytes(f"+++\n{toml}+++\n\n{body}".encode())


def write_initiatives(
    folder: Path, dice: Dice, names: Sequence[Name], writers: Sequence[Writer]
) -> None:
    for number, name in enumerate(names):
        facts = facts_of(dice, number, names)
        for writer in writers:
            if writer.language is ENGLISH or facts.is_translated:
                toml = front_matter(facts, writer)
                write_page(folder, name.slug, writer.language, toml, writer.body())


def write_clusters(folder: Path, writer: Writer) -> None:
    for weight, (slug, *titles) in enumerate(words.CLUSTERS, 1):
        title = writer.choose(titles)
        summary = writer.language.cluster_summary.format(topic=title.lower())
        toml = (
            f"title = {toml_string(title)}\nsummary = {toml_string(summary)}\nweight = {weight}\n"
        )
        write_page(folder, slug, writer.language, toml, writer.short_body())


def write_free_pages(folder: Path, writer: Writer) -> None:
    for weight, (slug, *titles) in enumerate(FREE_PAGES, 1):
        title = writer.choose(titles)
        if title:
            toml = f"title = {toml_string(title)}\nweight = {weight}\n"
            toml += "menu = true\n" if slug == "about" else ""
            write_page(folder, slug, writer.language, toml, writer.short_body())


def make_catalogue(folder: Path, initiatives: int, languages: int = 1, seed: int = 1) -> None:
    """Writes folder/content; the folder must not have one."""
    content = folder / "content"
    for name in ("initiatives", "clusters", "pages"):
        (content / name).mkdir(parents=True)
    dice = Dice(seed)
    names = [name_of(number) for number in range(initiatives)]
    writers = [Writer(dice, language, names) for language in (ENGLISH, FRENCH)[:languages]]
    settings = SITE_TOML + (SITE_TOML_FRENCH if languages > 1 else "") + SITE_TOML_REST
    (content / "site.toml").write_bytes(settings.encode())
    for writer in writers:
        toml = 'title = "Initiatives"\n'
        write_page(content, "_index", writer.language, toml, f"{writer.plain(4)}\n")
        write_clusters(content / "clusters", writer)
        write_free_pages(content / "pages", writer)
    write_initiatives(content / "initiatives", dice, names, writers)


def main() -> int:
    parser = argparse.ArgumentParser(description="Makes a catalogue to measure with.")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where content/ is written")
    parser.add_argument("--initiatives", type=int, required=True, metavar="N")
    parser.add_argument("--languages", type=int, choices=(1, 2), default=1)
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    options = parser.parse_args()
    if not 1 <= options.initiatives <= NAME_COUNT:
        parser.error(f"--initiatives is from 1 to {NAME_COUNT}")
    if (options.folder / "content").exists():
        parser.error(f"{options.folder / 'content'} is there already")
    make_catalogue(options.folder, options.initiatives, options.languages, options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
