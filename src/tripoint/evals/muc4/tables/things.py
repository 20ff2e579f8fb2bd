"""What an act met: kinds of things by their head and by the words around it, and what was done to them."""

from __future__ import annotations

THING_TYPES: tuple[tuple[str, frozenset[str]], ...] = (
    ("DIPLOMAT OFFICE OR RESIDENCE", frozenset("embassy consulate".split())),
    (
        "ENERGY",
        frozenset(
            "pylon tower pipeline substation powerplant dam transformer electricity line refinery post pole "
            "oilfield well "
            "plant hydroelectric".split()
        ),
    ),
    ("FINANCIAL", frozenset("bank exchange".split())),
    (
        "COMMUNICATIONS",
        frozenset("radio newspaper telephone antenna telecommunication booth transmitter broadcaster media tv".split()),
    ),
    (
        "TRANSPORT VEHICLE",
        frozenset(
            "vehicle car bus truck train plane aircraft helicopter boat ship jeep van ambulance taxi automobile "
            "airplane "
            "minibus motorcycle pickup wagon tanker locomotive ferry barge airliner launch trailer".split()
        ),
    ),
    ("TRANSPORTATION FACILITY", frozenset("airport port terminal airfield".split())),
    ("TRANSPORTATION ROUTE", frozenset("bridge road highway railroad railway track street tunnel".split())),
    ("WATER", frozenset("aqueduct reservoir waterworks".split())),
    (
        "COMMERCIAL",
        frozenset(
            "store shop restaurant hotel supermarket company factory firm warehouse dealership market mall "
            "business plantation "
            "establishment brewery office-building theater cinema club discotheque bakery pharmacy mine mill".split()
        ),
    ),
    ("LAW ENFORCEMENT FACILITY", frozenset({"prison", "jail", "police-station", "stationhouse"})),
    (
        "GOVERNMENT OFFICE OR RESIDENCE",
        frozenset(
            "ministry presidency townhall palace courthouse court congress mayoralty city-hall hall government".split()
        ),
    ),
    ("CIVILIAN RESIDENCE", frozenset("house home residence apartment dwelling hut ranch farm".split())),
    ("ORGANIZATION OFFICE", frozenset("headquarters union federation office association organization party".split())),
    (
        "OTHER",
        frozenset(
            "church school university building station kitchen shed garage garden temple hospital "
            " installation facility chapel monument property "
            "center institute "
            "college clinic convent seminary museum campus premises structure stadium kiosk door window wall equipment "
            "machinery crop infrastructure complex cathedral cemetery library".split()
        ),
    ),
)
"""Kind of physical target by its head or a word before it."""
THING_BEFORE: tuple[tuple[str, frozenset[str]], ...] = (
    ("DIPLOMAT OFFICE OR RESIDENCE", frozenset("embassy ambassador consulate diplomat".split())),
    ("ENERGY", frozenset("electric electrical electricity power oil energy transmission high-tension".split())),
    ("COMMERCIAL", frozenset("gas service filling gasoline".split())),
    ("COMMUNICATIONS", frozenset("telephone radio telecommunication telecommunications television newspaper".split())),
    ("FINANCIAL", frozenset("bank banking savings".split())),
    (
        "GOVERNMENT OFFICE OR RESIDENCE",
        frozenset("government presidential ministry mayor municipal state town".split()),
    ),
    ("ORGANIZATION OFFICE", frozenset("union party federation headquarters organization".split())),
    ("LAW ENFORCEMENT FACILITY", frozenset("police carabineros".split())),
)
"""Words before or behind a building's head that say whose or what for."""
MILITARY = frozenset("military army garrison police enemy guard infantry battalion patrol air-force naval".split())
"""Words before a thing that make it a military or police one."""
BUILDINGS = frozenset(
    "office building headquarters house residence home facility installation station post tower pole line "
    "pylon network "
    "plant branch center booth hall system box company enterprise".split()
)
"""Heads whose kind the words around them tell."""

DAMAGE = {
    "destroy": "DESTROYED", "destruction": "DESTROYED", "demolish": "DESTROYED", "raze": "DESTROYED",
    "level": "DESTROYED",
    "blow": "DESTROYED", "wreck": "DESTROYED", "damage": "SOME DAMAGE", "burn": "SOME DAMAGE", "torch": "SOME DAMAGE",
    "shatter": "SOME DAMAGE", "loot": "PROPERTY TAKEN FROM TARGET",
}  # fmt: skip
"""What the word of an act says of the things it meets."""
