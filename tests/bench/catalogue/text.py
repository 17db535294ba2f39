"""Writes the texts of pages: titles, goals, bodies in Markdown."""

from collections.abc import Sequence

from catalogue import words
from catalogue.dice import Dice
from catalogue.names import Name, slug_of
from catalogue.words import ENGLISH, Language

SENTENCES_PER_LANGUAGE = 2000
BODY_BYTES = (1500, 4000)  # a body ends with the section that reaches it: some reach 5 KB


def sentence(dice: Dice, language: Language) -> str:
    """A sentence, often with inline markup in it."""
    thing = dice.one_of(language.objects)
    subject = dice.one_of(language.subjects)
    tail = dice.one_of(language.tails)
    match dice.between(0, 15):
        case 0 | 1:
            thing = f"*{thing}*"
        case 2 | 3:
            thing = f"**{thing}**"
        case 4:
            tail = f"~~{tail}~~"
        case 5:
            tail += f" (`{dice.one_of(words.COUNTRIES)}-{dice.between(100, 999)}`)"
        case 6:
            thing = f"[{thing}](https://example.org/papers/{dice.between(1, 900)})"
        case 7:
            tail += f", see https://example.org/news/{dice.between(1, 900)}"
        case 8:
            tail += f" (<https://example.org/{slug_of(thing)}>)"
    return f"{subject} {dice.one_of(language.verbs)} {thing} {tail}."


class Writer:
    """Writes the texts of one language."""

    def __init__(self, dice: Dice, language: Language, names: Sequence[Name]) -> None:
        self.dice = dice
        self.language = language
        self._names = names
        self._index = 0 if language is ENGLISH else 1
        # Made once: composing each anew would take most of the time.
        self._sentences = [sentence(dice, language) for _ in range(SENTENCES_PER_LANGUAGE)]

    def title(self, name: Name) -> str:
        return self.choose(name.titles)

    def goal(self, topic: str) -> str:
        return self.dice.one_of(self.language.goals).format(topic=topic.lower())

    def summary(self, topic: str) -> str:
        return self.language.summary.format(topic=topic.lower())

    def choose(self, texts: Sequence[str]) -> str:
        """Of a text in each language the one in this."""
        return texts[self._index]

    def body(self) -> str:
        """Sections until the length is reached, then the notes."""
        dice = self.dice
        length = dice.between(*BODY_BYTES)
        notes: list[str] = []
        parts = [self._paragraph(notes)]
        size = len(parts[0])
        for heading in dice.some_of(self.language.headings, len(self.language.headings)):
            if size >= length:
                break
            part = self._section(heading, notes)
            parts.append(part)
            size += len(part)
        parts += [f"[^{place}]: {note}" for place, note in enumerate(notes, 1)]
        return "\n\n".join(parts) + "\n"

    def short_body(self) -> str:
        """Of a cluster: the headings that initiatives link to, and a little text."""
        headings = self.language.cluster_headings
        sections = [f"## {heading}\n\n{self.plain(3)}" for heading in headings]
        return "\n\n".join([self.plain(3), *sections]) + "\n"

    def plain(self, sentences: int) -> str:
        return " ".join(self.dice.one_of(self._sentences) for _ in range(sentences))

    def _section(self, heading: str, notes: list[str]) -> str:
        dice = self.dice
        blocks = [f"## {heading}", self._paragraph(notes)]
        if dice.chance(0.45):
            blocks.append(self._block())
        if dice.chance(0.25):
            blocks += [f"### {heading} ({dice.between(2019, 2026)})", self._paragraph(notes)]
        return "\n\n".join(blocks)

    def _paragraph(self, notes: list[str]) -> str:
        dice = self.dice
        text = self.plain(dice.between(2, 4))
        if dice.chance(0.35):
            text += " " + dice.one_of(self.language.link_phrases).format(link=self._link())
        if dice.chance(0.12):
            notes.append(dice.one_of(self._sentences))
            text += f"[^{len(notes)}]"
        return text

    def _link(self) -> str:
        """Markdown for a link to another page, to a heading of one, or to a cluster."""
        dice = self.dice
        if dice.chance(0.2):
            cluster = dice.one_of(words.CLUSTERS)
            fragment = f"#{slug_of(self.language.cluster_headings[0])}"
            suffix = fragment if dice.chance(0.5) else ""
            return f"[{self.choose(cluster[1:])}](../clusters/{cluster[0]}.md{suffix})"
        name = dice.one_of(self._names)
        return f"[{self.title(name)}]({name.slug}.md)"

    def _block(self) -> str:
        kind = self.dice.one_of((self._table, self._list, self._list, self._tasks, self._quote))
        return kind()

    def _table(self) -> str:
        dice = self.dice
        lines = [
            "| {} | {} | {} |".format(*self.language.table_head),
            "| --- | --- | ---: |",
        ]
        for city in dice.some_of(words.CITIES, dice.between(3, 7)):
            lines.append(
                f"| {city} | {dice.one_of(self.language.objects)} | {dice.between(1, 100)}% |"
            )
        return "\n".join(lines)

    def _list(self) -> str:
        dice = self.dice
        is_ordered = dice.chance(0.3)
        items = [dice.one_of(self._sentences) for _ in range(dice.between(3, 5))]
        return "\n".join(
            f"{place}. {item}" if is_ordered else f"- {item}" for place, item in enumerate(items, 1)
        )

    def _tasks(self) -> str:
        dice = self.dice
        chosen = dice.some_of(self.language.tasks, dice.between(3, 6))
        return "\n".join(f"- [{'x' if dice.chance(0.5) else ' '}] {task}" for task in chosen)

    def _quote(self) -> str:
        return f"> {self.plain(2)}"
