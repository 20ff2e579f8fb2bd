"""Words in and beside the names of places: first words of many, and such as are no name by themselves."""

from __future__ import annotations

TOPONYMS = frozenset(
    "tal tel tell deir dayr khan wadi jabal jebel kafr kfar beit bayt bab ras qasr nahr marj maarat maaret khirbet "
    "burj jisr ain ayn bir jisir".split()
)
"""First words that mark a name as a place's."""

HALLOWED = frozenset({"sheikh", "sheik", "shaykh", "shaikh", "cheikh", "sayyida", "sayyidah", "nabi"})
"""Titles of holy people after whom villages and quarters are called."""

ELEMENTS = TOPONYMS | frozenset(
    "tall umm abu ein beer port mount lake new san santa saint st los las fort camp el al old upper lower great big "
    "sheikh shaykh hay saraqib khirbat maarrat maarra sayyida sayyidah sidi ben bani beni dar bou puerto villa monte "
    "cerro rio cano ciudad nueva nuevo nova nove novo novy novaya novoye novye novyi stara staraya stary staryi "
    "verkhny verkhnyaya nizhny nizhnyaya bolshaya velyka mala zemo kvemo adi mai bulo loi nam prasat phnom".split()
)
"""First words of many names (*Tal, Deir, Khan*): never a name by themselves when a name follows."""

STOP = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday god allah islam ramadan eid president minister general colonel king prince "
    "sheikh mr mrs ms dr sir lord street road north south east west northern southern eastern western central middle "
    "state national international united peace victory freedom justice media news press war army police government "
    "party front union council sunni shia shiite kurdish arab muslim christian jewish islamic english the a an this "
    "that these those he she it they we i you his her our their my in on at of for and but or if as operation "
    "operations exercise project congress senate parliament commissioner ambassador spokesman secretary twitter "
    "facebook youtube telegram internet by to from with local many most both one two three four five six seven eight "
    "nine ten".split()
)
"""Words that name no place by themselves, whatever the gazetteer holds under them."""

DIRECTIONS = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west "
    "outskirts countryside suburbs center centre parts part neighborhoods districts surroundings vicinity axis".split()
)
"""Words for sides of a place: what stands behind their *of* is one."""

PARTS = frozenset("market streets edge entrance gates quarter neighborhood neighbourhood district".split())
"""Words for parts of a town: what stands behind their *of* is one."""
