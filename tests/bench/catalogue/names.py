"""What initiatives are called."""

import math
import re
import unicodedata
from dataclasses import dataclass

from catalogue import words

NAME_COUNT = (
    len(words.TITLE_ADJECTIVES)
    * len(words.TITLE_NOUNS)
    * len(words.TITLE_PLACES)
    * len(words.CITIES)
)
STEP = 611_953
# So that the numbers below NAME_COUNT all have another name, and neighbours are unlike.
assert math.gcd(STEP, NAME_COUNT) == 1


@dataclass(frozen=True)
class Name:
    """What an initiative is called; known of all before the first page is written."""

    slug: str
    titles: tuple[str, str]


def slug_of(title: str) -> str:
    ascii_title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_title.lower()).strip("-")


def name_of(number: int) -> Name:
    """The name of an initiative; below NAME_COUNT all are different."""
    rest = number * STEP % NAME_COUNT
    rest, adjective_index = divmod(rest, len(words.TITLE_ADJECTIVES))
    rest, noun_index = divmod(rest, len(words.TITLE_NOUNS))
    city_index, place_index = divmod(rest, len(words.TITLE_PLACES))
    adjective = words.TITLE_ADJECTIVES[adjective_index]
    noun = words.TITLE_NOUNS[noun_index]
    place = words.TITLE_PLACES[place_index]
    city = words.CITIES[city_index]
    english = f"{adjective[0]} {noun[0]} {place[0]}, {city}"
    french = f"Projet {adjective[1]} : {noun[1]} {place[1]}, {city}"
    return Name(slug_of(english), (english, french))
