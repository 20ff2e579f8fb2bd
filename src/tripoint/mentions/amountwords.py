"""What a number counts, by its unit noun and by the verb that governs it: literal tables."""

from __future__ import annotations

UNITS: dict[str, tuple[str, str, float]] = {
    **dict.fromkeys(("km", "kms", "kilometer", "kilometers", "kilometre", "kilometres"), ("length", "km", 1.0)),
    **dict.fromkeys(("mile", "miles"), ("length", "km", 1.609344)),
    **dict.fromkeys(("meter", "meters", "metre", "metres"), ("length", "km", 0.001)),
    **dict.fromkeys(("feet", "foot"), ("length", "km", 0.0003048)),
    **dict.fromkeys(("km2", "sqkm"), ("area", "km2", 1.0)),
    **dict.fromkeys(("hectare", "hectares"), ("area", "km2", 0.01)),
    **dict.fromkeys(("acre", "acres"), ("area", "km2", 0.00404686)),
}
"""Unit noun: what it measures, the unit kept, and the factor to it."""

SQUARE = {"kilometer": 1.0, "kilometre": 1.0, "km": 1.0, "mile": 2.589988, "meter": 1e-6, "metre": 1e-6}
"""Units behind the word *square*, in km2."""

MONEY = frozenset("dollar dollars euro euros pound pounds lira liras dinar dinars riyal riyals ruble rubles".split())
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}

DURATION = frozenset("minute minutes hour hours day days week weeks month months year years decade decades".split())

NOUNS: dict[str, frozenset[str]] = {
    "vehicles": frozenset(
        "vehicle vehicles tank tanks truck trucks car cars pickup pickups bus buses bulldozer bulldozers humvee "
        "humvees helicopter helicopters aircraft plane planes warplane warplanes jet jets drone "
        "drones ship ships boat boats "
        "convoy convoys launcher launchers ambulances ambulance apc apcs bmp bmps howitzers".split()
    ),
    "towns": frozenset(
        "town towns village villages city cities settlement settlements district districts neighborhood neighborhoods "
        "neighbourhood neighbourhoods hamlet hamlets localities locality".split()
    ),
    "strikes": frozenset(
        "airstrike airstrikes strike strikes raid raids sortie sorties shell shells rocket rockets missile missiles "
        "bomb bombs attacks bombings explosions barrels mortars projectiles".split()
    ),
    "troops": frozenset(
        "troop troops soldier soldiers serviceman servicemen fighter fighters militant militants rebel rebels "
        "militiaman militiamen gunman gunmen terrorist terrorists jihadist jihadists insurgents insurgent recruits "
        "mercenaries policemen policeman officers commandos marines peacekeepers reservists advisers advisors "
        "personnel men guards volunteers members combatants".split()
    ),
    "people": frozenset(
        "people persons person civilian civilians resident residents children child women woman villagers families "
        "family refugees protesters protestors demonstrators students workers worker citizens inhabitants migrants "
        "bodies body prisoners prisoner detainees hostages victims patients journalists journalist doctors medics "
        "relatives sources witnesses officials others pilgrims worshippers displaced individuals houses "
        "evacuees deaths casualties casualty dead wounded injured killed dozens boys girls infants kids lives "
        "teachers pupils schoolgirls schoolchildren miners farmers herders drivers passengers priests nuns nurses "
        "traders fishermen sailors crew tourists foreigners men youths elders employees staff travellers".split()
    ),
}
"""Nouns by what they count when no verb says more."""

FATES: dict[str, frozenset[str]] = {
    "killed": frozenset(
        "kill die dead slay murder execute behead eliminate neutralize neutralise massacre death fatality martyr "
        "perish succumb mow slaughter lynch hang assassinate deaths fatalities killing "
        "beheading execution".split()
    ),
    "wounded": frozenset("wound injure injured wounded hurt maim injury injuries".split()),
    "captured": frozenset(
        "capture arrest detain imprison kidnap abduct seize hold jail apprehend abducted hostage prisoner prisoners "
        "detainees arrests detention surrender".split()
    ),
    "displaced": frozenset(
        "displace flee evacuate uproot expel leave displaced refugees evacuees escape return".split()
    ),
}
"""Lemmas of verbs, participles and nouns that tell what became of those counted."""

PEOPLE_FATES = frozenset(FATES)

LOWER = frozenset(
    {"at least", "more than", "over", "above", "no fewer than", "no less than", "upwards of", "a minimum of", "minimum"}
)
UPPER = frozenset(
    {
        "up to",
        "as many as",
        "fewer than",
        "less than",
        "under",
        "below",
        "at most",
        "no more than",
        "a maximum of",
        "almost",
        "nearly",
    }
)
ABOUT = frozenset({"about", "around", "some", "roughly", "approximately", "an estimated", "estimated", "close to"})

VAGUE: dict[str, tuple[float | None, float | None]] = {
    "dozens": (24, None),
    "scores": (40, None),
    "hundreds": (200, None),
    "thousands": (2_000, None),
    "tens of thousands": (20_000, None),
    "hundreds of thousands": (200_000, None),
    "millions": (2_000_000, None),
    "several": (3, None),
    "a dozen": (12, 12),
    "two dozen": (24, 24),
    "half a dozen": (6, 6),
    "a couple": (2, 2),
    "a few": (2, None),
    "several dozen": (36, None),
    "several hundred": (300, None),
    "several thousand": (3_000, None),
    "a handful": (2, None),
}
"""Words for numbers that nobody counted: lower bound and upper bound."""
