"""What the MUC-4 task counts as what: literal tables, written from its task documentation.

Words are lemmas; the first row that holds one decides.
"""

from __future__ import annotations

INCIDENT_OF = {
    "attack": "ATTACK",
    "shelling": "ATTACK",
    "airstrike": "ATTACK",
    "kill": "ATTACK",
    "harm_civilians": "ATTACK",
    "destroy": "ATTACK",
    "repel": "ATTACK",
    "bombing": "BOMBING",
    "abduct": "KIDNAPPING",
}
"""Claim type -> incident type. Clashes, captures, arrests and sweeps are acts of war or police, no incidents."""

TYPE_OF_WORD = {
    "burn": "ARSON", "torch": "ARSON", "incinerate": "ARSON", "arson": "ARSON",
    "rob": "ROBBERY", "steal": "ROBBERY", "loot": "ROBBERY", "robbery": "ROBBERY",
    "hijack": "HIJACKING", "hijacking": "HIJACKING",
    "dynamite": "BOMBING", "explosion": "BOMBING", "explode": "BOMBING",
}  # fmt: skip
"""Words of the act that settle its type whatever the claim's."""

EXPLOSIVES = frozenset("bomb dynamite explosive grenade explosion carbomb blast tnt charge device booby-trap".split())
"""What an attack or destruction is done with that makes it a BOMBING."""

EFFECT_CLAIMS = frozenset({"kill", "harm_civilians", "destroy"})
"""Claims that tell what an act did as often as an act of its own: they join a more telling incident nearby."""

FIGHTERS = frozenset(
    "soldier troop guerrilla rebel terrorist insurgent subversive extremist contra trafficker combatant "
    "militant fighter "
    "enemy army battalion brigade patrol column unit garrison barracks regiment detachment base position serviceman "
    "sicario gunman criminal mafioso paramilitary seditious delinquent commando force mercenary narcotrafficker".split()
)
"""Who or what is hit: an act on these alone is war, not an incident."""
POLICE = frozenset("policeman police patrolman agent guardsman officer".split())

PEOPLE_TYPES: tuple[tuple[str, frozenset[str]], ...] = (
    ("LEGAL OR JUDICIAL", frozenset("judge magistrate lawyer attorney prosecutor jurist investigator".split())),
    ("DIPLOMAT", frozenset("diplomat ambassador consul attache envoy".split())),
    (
        "GOVERNMENT OFFICIAL",
        frozenset(
            "mayor minister president governor vicepresident councilman official secretary authority congressman "
            "deputy "
            "senator legislator".split()
        ),
    ),
    (
        "POLITICAL FIGURE",
        frozenset("candidate leader politician activist chairman militant precandidate dirigent member".split()),
    ),
    ("LAW ENFORCEMENT", frozenset("policeman police patrolman detective".split())),
    ("SECURITY GUARD", frozenset("bodyguard guard escort watchman".split())),
    (
        "ACTIVE MILITARY",
        frozenset(
            "soldier troop general colonel major captain lieutenant sergeant officer marine corporal army".split()
        ),
    ),
)
"""Kind of human target by the words that describe it; all others are CIVILIAN."""
FORMER = frozenset({"former", "ex", "retired", "ex-president", "ex-minister"})
FORMER_TYPES = {"GOVERNMENT OFFICIAL": "FORMER GOVERNMENT OFFICIAL", "ACTIVE MILITARY": "FORMER ACTIVE MILITARY"}
POLITICAL_WORDS = frozenset(
    "political party union movement democratic opposition leftist rightist liberal front".split()
)
"""What makes a leader or member a political figure rather than any civilian."""

PEOPLE = frozenset(
    "person people civilian peasant priest jesuit nun bishop archbishop monsignor father worker student journalist "
    "reporter businessman industrialist farmer rancher child woman man girl boy resident villager inhabitant citizen "
    "passerby bystander driver passenger employee doctor nurse teacher professor rector leader member family wife "
    "husband son daughter brother sister mother relative victim hostage indian missionary engineer technician "
    "official tourist youth minor infant laborer unionist clergyman cook maid servant housekeeper cameraman newsman "
    "salvadoran colombian peruvian chilean american adviser advisor merchant trader voter supporter militant activist "
    "director manager executive owner landowner consultant human-rights watchman individual dead wounded injured "
    "casualty neighbor mayor candidate pilot crew crewman".split()
)
"""Heads of noun phrases that name people beside those of PEOPLE_TYPES."""
UNTELLING = frozenset(
    "victim body person people individual one other man woman member number casualty dead wounded injured group".split()
)
"""Heads that tell nothing more where the incident has a better-told target."""

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

INSTRUMENTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("VEHICLE BOMB", frozenset({"car-bomb", "carbomb", "car bomb", "truck bomb", "bus bomb", "vehicle bomb"})),
    ("DYNAMITE", frozenset({"dynamite"})),
    ("AERIAL BOMB", frozenset({"aerial bomb", "napalm"})),
    ("MINE", frozenset({"mine", "landmine"})),
    ("MOLOTOV COCKTAIL", frozenset({"molotov", "cocktail"})),
    ("GRENADE", frozenset({"grenade", "handgrenade"})),
    ("ROCKET", frozenset({"rocket", "rpg"})),
    ("MISSILE", frozenset({"missile"})),
    ("MORTAR", frozenset({"mortar"})),
    ("BOMB", frozenset({"bomb"})),
    ("EXPLOSIVE", frozenset({"explosive", "tnt", "charge", "device", "gelignite"})),
    (
        "MACHINE GUN",
        frozenset({"machinegun", "machine-gun", "submachinegun", "submachine", "machine gun", "uzi", "machineguns"}),
    ),
    ("RIFLE", frozenset({"rifle", "ak-47", "m-16", "carbine"})),
    ("HANDGUN", frozenset({"pistol", "revolver", "handgun"})),
    ("GUN", frozenset({"gun", "firearm", "shotgun", "weapon", "bullet"})),
    ("CUTTING DEVICE", frozenset({"knife", "machete", "ax", "axe", "dagger"})),
    ("STONE", frozenset({"stone", "rock"})),
)
"""Kind of instrument by its word."""
INSTRUMENT_VERBS = {
    "shoot": "GUN", "gun": "GUN", "machinegun": "MACHINE GUN", "machine-gun": "MACHINE GUN", "riddle": "GUN",
    "shooting": "GUN", "stab": "CUTTING DEVICE", "torture": "TORTURE",
}  # fmt: skip
"""Acts that tell their instrument without naming it."""
NO_INSTRUMENT = frozenset({"KIDNAPPING", "ARSON"})
"""Incident types that have no instrument slots."""
PARENT = {
    "MACHINE GUN": "GUN", "MORTAR": "GUN", "HANDGUN": "GUN", "RIFLE": "GUN", "BOMB": "EXPLOSIVE",
    "GRENADE": "EXPLOSIVE", "MOLOTOV COCKTAIL": "EXPLOSIVE", "VEHICLE BOMB": "BOMB", "DYNAMITE": "BOMB", "MINE": "BOMB",
    "AERIAL BOMB": "BOMB", "MISSILE": "PROJECTILE", "ROCKET": "PROJECTILE",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "SUSPECTED OR ACCUSED",
}  # fmt: skip
"""The set lists that are hierarchies: each entry's next wider one."""

HARM = {
    "wound": "INJURY", "injure": "INJURY", "hurt": "INJURY", "injury": "INJURY", "beat": "INJURY", "rape": "INJURY",
    "kill": "DEATH", "murder": "DEATH", "assassinate": "DEATH", "die": "DEATH", "execute": "DEATH", "massacre": "DEATH",
    "slay": "DEATH", "assassination": "DEATH", "killing": "DEATH", "death": "DEATH", "slaughter": "DEATH",
    "execution": "DEATH", "perish": "DEATH", "behead": "DEATH", "lynch": "DEATH", "murdered": "DEATH",
}  # fmt: skip
"""What the word of an act says of the people it meets."""
DAMAGE = {
    "destroy": "DESTROYED", "destruction": "DESTROYED", "demolish": "DESTROYED", "raze": "DESTROYED",
    "level": "DESTROYED",
    "blow": "DESTROYED", "wreck": "DESTROYED", "damage": "SOME DAMAGE", "burn": "SOME DAMAGE", "torch": "SOME DAMAGE",
    "shatter": "SOME DAMAGE", "loot": "PROPERTY TAKEN FROM TARGET",
}  # fmt: skip
"""What the word of an act says of the things it meets."""

STATE = frozenset({"army", "police", "border_force", "government", "ministry", "intelligence", "country"})
"""Kinds of actors that make an act state-sponsored violence."""
STATE_WORDS = frozenset(
    "army soldier troop police policeman military government battalion regime guardsman officer colonel lieutenant "
    "brigade".split()
)
PERPETRATORS = frozenset(
    "guerrilla terrorist rebel gunman subversive extremist insurgent commando squad mafia trafficker contra individual "
    "man person assassin murderer killer criminal hitman member militant group unit column attacker "
    "kidnapper assailant "
    "soldier troop subject element youth band gang thug paramilitary fighter activist leader hooded delinquent people "
    "policeman officer agent sicario cell bomber".split()
)
"""Heads that may be a perpetrator's description."""
IRREGULARS = frozenset("guerrilla guerrillas rebel rebels insurgents commandos terrorists subversives".split())
"""Words for the members of armed groups."""
BODIES = frozenset(
    {"armed_group", "militia", "umbrella", "army", "police", "government", "intelligence", "party", "coalition"}
)
"""Kinds of actors that fill the slot of the perpetrator's organisation."""
BODY_WORDS = frozenset(
    "army police military government cartel guard mafia front movement squad organization alliance "
    "command party regime "
    "coalition brigade forces".split()
)
"""Heads of phrases without a name that the task writes as an organisation (*armed forces, death squads,
drug mafia*)."""

BLAME = frozenset(
    "accuse blame suspect attribute implicate charge allege believe presume involve denounce link hold".split()
)
"""Words above or beside the act that make the blame a suspicion or an accusation."""
DOUBT = frozenset(
    "apparently presumably allegedly reportedly probably possibly supposedly presumed suspected alleged "
    "supposed".split()
)
"""Words beside the perpetrator or the act that do."""
CLAIMING = frozenset({"claim", "acknowledge", "admit", "vindicate", "credit", "responsibility"})
AUTHORITIES = frozenset({"army", "police", "government", "ministry", "intelligence", "border_force", "country"})
"""Kinds of speakers whose suspicion is one by authorities."""
AUTHORITY_WORDS = frozenset(
    "police army military government minister ministry president authority official general colonel major judge "
    "commander mayor governor spokesman coprefa intelligence".split()
)

NATIONS = {
    "El Salvador", "Guatemala", "Honduras", "Argentina", "Bolivia", "Chile", "Colombia", "Ecuador", "Peru",
}  # fmt: skip
"""Countries of interest (task documentation 1.0, 4)."""
NATION_NAMES = {"United States of America": "UNITED STATES", "Soviet Union": "USSR", "Russia": "USSR"}
OLD_DAYS = 60
"""An incident told to be older than this when the message was written is no news."""
