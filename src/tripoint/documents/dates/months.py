"""Months in other languages than English, as they stand in dates: `3. August 2016`, `le 3 août 2016`, `3 آب 2016`."""

from __future__ import annotations

import re
from functools import lru_cache

from tripoint.text import fold

_NAMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    # language, then the twelve months; `|` stands between names, forms and abbreviations of one month
    ("ar", ("يناير|كانون الثاني|جانفي", "فبراير|شباط|فيفري", "مارس|آذار|اذار", "أبريل|ابريل|إبريل|نيسان|أفريل",
            "مايو|أيار|ايار|ماي", "يونيو|يونيه|حزيران|جوان", "يوليو|يوليه|تموز|جويلية", "أغسطس|اغسطس|آب|أوت",
            "سبتمبر|أيلول|ايلول", "أكتوبر|اكتوبر|تشرين الأول|تشرين الاول", "نوفمبر|تشرين الثاني",
            "ديسمبر|كانون الأول|كانون الاول|دجنبر")),
    ("de", ("januar|jänner|jan", "februar|feber|feb", "märz|mrz|mär", "april|apr", "mai", "juni|jun", "juli|jul",
            "august|aug", "september|sept|sep", "oktober|okt", "november|nov", "dezember|dez")),
    ("es", ("enero|ene", "febrero", "marzo", "abril|abr", "mayo", "junio", "julio", "agosto|ago",
            "septiembre|setiembre", "octubre", "noviembre", "diciembre|dic")),
    ("fr", ("janvier|janv", "février|févr|fév", "mars", "avril|avr", "mai", "juin", "juillet|juil", "août",
            "septembre", "octobre", "novembre", "décembre|déc")),
    ("it", ("gennaio|gen", "febbraio", "marzo", "aprile", "maggio|mag", "giugno|giu", "luglio|lug", "agosto",
            "settembre", "ottobre|ott", "novembre", "dicembre")),
    ("nl", ("januari", "februari", "maart|mrt", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
            "november", "december")),
    ("pl", ("stycznia|styczeń", "lutego|luty", "marca|marzec", "kwietnia|kwiecień", "maja", "czerwca|czerwiec",
            "lipca|lipiec", "sierpnia|sierpień", "września|wrzesień", "października|październik",
            "listopada|listopad", "grudnia|grudzień")),
    ("pt", ("janeiro", "fevereiro|fev", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
            "novembro", "dezembro|dez")),
    ("ru", ("января|январь|янв", "февраля|февраль|фев", "марта|март", "апреля|апрель|апр", "мая|май", "июня|июнь",
            "июля|июль", "августа|август|авг", "сентября|сентябрь|сен", "октября|октябрь|окт",
            "ноября|ноябрь|ноя", "декабря|декабрь|дек")),
    ("tr", ("ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım",
            "aralık")),
    ("uk", ("січня|січень", "лютого|лютий", "березня|березень", "квітня|квітень", "травня|травень",
            "червня|червень", "липня|липень", "серпня|серпень", "вересня|вересень", "жовтня|жовтень",
            "листопада|листопад", "грудня|грудень")),
)  # fmt: skip
"""One spelling never stands for two months in two of these languages: a test holds that."""

FORM = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:\.|er|º|ª|-?го|-?е)?\s+(?:de\s+|di\s+)?(?P<name>[^\W\d_]{2,12}(?: [^\W\d_]{4,7})?)\.?"
    r"(?:\s?[/(]\s?[^\W\d_]{2,10}(?: [^\W\d_]{4,7})?\)?)?,?\s+(?:de\s+|del\s+|عام\s+)?"
    r"(?P<year>(?:19|20|١٩|٢٠)\d\d)(?!\d)"
)
"""A day, a word (or two, or two names of one month), a year."""
YEAR = re.compile(r"(?:19|20|١٩|٢٠)\d\d")


@lru_cache(maxsize=4096)
def number(name: str) -> int | None:
    """Return which month (1 to 12) `name` is in one of these languages, None for any other word."""
    return _table().get(fold(name))


@lru_cache(maxsize=1)
def _table() -> dict[str, int]:
    return {
        fold(spelling): month
        for _, names in _NAMES
        for month, spellings in enumerate(names, 1)
        for spelling in spellings.split("|")
    }
