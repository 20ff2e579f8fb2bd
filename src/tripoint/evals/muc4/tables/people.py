"""Whom an act met: fighters, police, kinds of people by the words that name them, and what was done to them."""

from __future__ import annotations

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

HARM = {
    "wound": "INJURY", "injure": "INJURY", "hurt": "INJURY", "injury": "INJURY", "beat": "INJURY", "rape": "INJURY",
    "kill": "DEATH", "murder": "DEATH", "assassinate": "DEATH", "die": "DEATH", "execute": "DEATH", "massacre": "DEATH",
    "slay": "DEATH", "assassination": "DEATH", "killing": "DEATH", "death": "DEATH", "slaughter": "DEATH",
    "execution": "DEATH", "perish": "DEATH", "behead": "DEATH", "lynch": "DEATH", "murdered": "DEATH",
}  # fmt: skip
"""What the word of an act says of the people it meets."""
