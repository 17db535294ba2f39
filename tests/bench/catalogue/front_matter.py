"""Makes the front matter of an initiative, in TOML."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from catalogue import words
from catalogue.dice import Dice
from catalogue.names import Name, slug_of
from catalogue.text import Writer
from catalogue.words import ENGLISH


def toml_string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def toml_list(texts: Sequence[str]) -> str:
    return "[" + ", ".join(map(toml_string, texts)) + "]"


def toml_table(name: str, pairs: Sequence[tuple[str, str]]) -> str:
    return f"\n[{name}]\n" + "".join(f"{key} = {value}\n" for key, value in pairs)


def member_entry(dice: Dice, place: int, city: str) -> list[tuple[str, str]]:
    pairs = [("name", toml_string(f"City of {city}"))]
    if dice.chance(0.6):
        pairs.append(("url", toml_string(f"https://{slug_of(city)}.example.org/")))
    if dice.chance(0.5):
        pairs.append(("country", toml_string(dice.one_of(words.COUNTRIES))))
    pairs.append(("role", toml_string(words.ROLES[min(place, len(words.ROLES) - 1)])))
    return pairs


def document_entry(dice: Dice, place: int, city: str) -> list[tuple[str, str]]:
    kind = dice.one_of(words.DOCUMENT_KINDS)
    return [
        ("title", toml_string(f"{kind} {place + 1}, {city}")),
        ("url", toml_string(f"https://example.org/documents/{dice.between(1, 9999)}.pdf")),
        ("date", dice.date(2018, 2026)),
        ("language", '"en"'),
    ]


def project_entry(dice: Dice, place: int, city: str, grants: range) -> list[tuple[str, str]]:
    return [
        ("title", toml_string(f"{city.upper()} {place + 1}")),
        ("cordis", toml_string(str(dice.one_of(grants)))),
        ("programme", toml_string(dice.one_of(words.PROGRAMMES))),
    ]


def discussion_entry(dice: Dice, place: int, city: str) -> list[tuple[str, str]]:
    return [
        ("title", toml_string(f"Question {place + 1} from {city}")),
        ("url", toml_string(f"https://example.org/discussions/{dice.between(1, 9999)}")),
        ("date", dice.date(2018, 2026)),
        ("replies", str(dice.between(0, 30))),
    ]


ENTRY_MAKERS: dict[str, Callable[[Dice, int, str], list[tuple[str, str]]]] = {
    "members": member_entry,
    "documents": document_entry,
    "discussions": discussion_entry,
}


def grants_of(initiatives: int) -> range:
    """The numbers of the EU-funded projects: about four initiatives name each."""
    return range(600_000, 600_000 + max(20, initiatives // 4))


def figures(dice: Dice, grants: range) -> tuple[str, str]:
    """The four figures: keys with a count, then tables with the entries themselves."""
    counts, tables = "", ""
    makers = ENTRY_MAKERS | {"projects": partial(project_entry, grants=grants)}
    for key, entry in makers.items():
        if dice.chance(0.35):
            cities = dice.some_of(words.CITIES, dice.between(1, 5))
            for place, city in enumerate(cities):
                tables += toml_table(f"[{key}]", entry(dice, place, city))
        else:
            counts += f"{key} = {dice.between(0, 40)}\n"
    return counts, tables


@dataclass(frozen=True)
class Facts:
    """What an initiative is, whatever the language its page is written in."""

    number: int
    name: Name
    topic: str
    keys: str
    tables: str
    has_goal: bool
    has_summary: bool
    is_translated: bool
    has_alias: bool
    target: list[tuple[str, str]]
    units: tuple[str, str]
    milestone_dates: list[str]


def facts_of(dice: Dice, number: int, names: Sequence[Name]) -> Facts:
    name = names[number]
    topics = dice.some_of(words.TOPICS, dice.between(1, 4))
    counts, entries = figures(dice, grants_of(len(names)))
    is_translated = dice.chance(1 / 3)
    target = target_of(dice)
    has_milestones = bool(target) or dice.chance(0.1)
    return Facts(
        number=number,
        name=name,
        topic=topics[0],
        keys=counts + "".join(key + "\n" for key in plain_keys(dice, name, names, topics)),
        tables=contact(dice, name) + entries,
        has_goal=dice.chance(0.85),
        has_summary=dice.chance(0.3),
        is_translated=is_translated,
        # Only where there is a translation, which doesn't repeat it: Hugo reads a page without one
        # a second time as a French page, and its alias would lead there.
        has_alias=is_translated and dice.chance(0.06),
        target=target,
        units=dice.one_of(words.UNITS),
        milestone_dates=milestone_dates(dice) if has_milestones else [],
    )


def plain_keys(dice: Dice, name: Name, names: Sequence[Name], topics: Sequence[str]) -> list[str]:
    """Lines `key = value`, in the order in which people write them."""
    cluster = dice.one_of(words.CLUSTERS)[0]
    keys = [f"cluster = {toml_string(cluster)}", f"topics = {toml_list(topics)}"]
    if countries := dice.some_of(words.COUNTRIES, dice.between(0, 5)):
        keys.append(f"countries = {toml_list(countries)}")
    keys += status_and_dates(dice)
    if dice.chance(0.6):
        keys.append(f'website = "https://example.org/{name.slug}/"')
    related = {dice.one_of(names).slug: None for _ in range(dice.between(0, 3))}
    related.pop(name.slug, None)
    if related:
        keys.append(f"related = {toml_list(list(related))}")
    also_in = dice.one_of(words.CLUSTERS)[0]
    if dice.chance(0.05) and also_in != cluster:
        keys.append(f"also_in = {toml_list([also_in])}")
    if dice.chance(0.1):
        keys.append(f"weight = {dice.between(1, 500)}")
    return keys


def status_and_dates(dice: Dice) -> list[str]:
    status = "active" if dice.chance(0.7) else dice.one_of(("planned", "completed"))
    keys = [f'status = "{status}"']
    if dice.chance(0.7):
        keys.append(f"start = {dice.date(2014, 2019)}")
    if status == "completed":
        keys.append(f"end = {dice.date(2020, 2025)}")
    keys.append(f"updated = {dice.date(2022, 2026)}")
    if dice.chance(0.3):
        keys.append(f"reviewed = {dice.date(2022, 2026)}")
    return keys


def contact(dice: Dice, name: Name) -> str:
    if not dice.chance(0.2):
        return ""
    pairs = [
        ("name", toml_string(f"Office of {dice.one_of(words.CITIES)}")),
        ("email", toml_string(f"office-{dice.between(1, 99)}@example.org")),
        ("url", toml_string(f"https://example.org/{name.slug}/contact")),
    ]
    return toml_table("contact", pairs)


def target_of(dice: Dice) -> list[tuple[str, str]]:
    """Without its unit, which each language has a word for."""
    if not dice.chance(0.2):
        return []
    return [("value", str(dice.between(1, 999) * 1000)), ("by", dice.date(2027, 2035))]


def milestone_dates(dice: Dice) -> list[str]:
    return [dice.date(2016 + 2 * place, 2017 + 2 * place) for place in range(4)]


def target_and_milestones(facts: Facts, writer: Writer) -> str:
    toml = ""
    if facts.target:
        unit = ("unit", toml_string(writer.choose(facts.units)))
        toml += toml_table("target", [*facts.target, unit])
    for place, date in enumerate(facts.milestone_dates):
        pairs = [("date", date), ("title", toml_string(writer.language.milestones[place]))]
        if facts.target:
            pairs.append(("value", str((place + 1) * 250)))
        toml += toml_table("[milestones]", pairs)
    return toml


def front_matter(facts: Facts, writer: Writer) -> str:
    """Of an initiative's page in the language of the writer."""
    toml = f"title = {toml_string(writer.title(facts.name))}\n"
    if facts.has_goal:
        toml += f"goal = {toml_string(writer.goal(facts.topic))}\n"
    if facts.has_summary:
        toml += f"summary = {toml_string(writer.summary(facts.topic))}\n"
    toml += facts.keys
    if facts.has_alias and writer.language is ENGLISH:
        toml += f'aliases = ["/node/{facts.number}/"]\n'
    # Tables come last, as a plain key below one would belong to it.
    return toml + facts.tables + target_and_milestones(facts, writer)
