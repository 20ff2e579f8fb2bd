"""How often a search finds a sentence that is asked for in other words: `python evals/meaning.py CASE`.

CASE is the sample case (`make run` builds it). The questions were written from a list of its sentences, before any was
asked, with few or none of their words. Beside the search by meaning stands the one by words, any of them (`OR`): the
floor that it has to beat.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tripoint.store import meaning, search
from tripoint.store.reading import CaseReader
from tripoint.text import words

ASKED = (
    ("the harbour city fell at the start of spring", "has been held by Russian troops since the first days of March"),
    ("heavy casualties and lost armour", "lost more than 560 soldiers"),
    ("artillery barrage on the invaders' lines", "heavy artillery fire on Russian positions"),
    ("armour pierced the front along the river", "Tanks Break Through On The Dnipro"),
    ("fighters hoisted their colours over a local government building", "raised a flag over the village council"),
    ("the supply route is in danger", "it will threaten the road over the Kakhovka dam"),
    ("soldiers died in combat within twenty-four hours", "servicemen were killed near Zolota Balka"),
    ("do not get on the ferries", "warned residents against boarding the boats"),
    ("an official calls the accusation untrue", "rejected the charge as a lie"),
    ("firing at fleeing civilians", "attacking people who were being evacuated"),
    ("detonations and ambulances told of by underground reporters", "six explosions at about eleven"),
    ("sabotage of the electricity grid", "destroyed power lines"),
    ("the minister commands a pull-back", "withdraw from Kherson and the whole west bank"),
    ("politician died in a road accident", "killed in a car crash"),
    ("territory regained since autumn began", "41 settlements and 1,381 square kilometres had been liberated"),
    ("personnel and hardware moved across the river", "units of weapons and equipment were withdrawn"),
    ("slow progress on the ground", "advanced no more than ten kilometers"),
    ("rocket hit an apartment house at night", "struck a five-storey block of flats"),
    ("airport under government control", "Chornobaivka and the airfield"),
    ("utilities wrecked before departure", "destroyed all the critical infrastructure"),
    ("explosions close to the docks after dark", "Shells landed near the river port"),
)
"""What is asked, and some words of the sentence that answers."""

DEPTHS = (1, 3, 10)


def main() -> None:
    """Print the share of sentences that are among the first 1, 3 and 10 different ones."""
    path = Path(sys.argv[1])
    with CaseReader(path) as reader:
        texts = dict(reader.tuples("SELECT rowid, evidence FROM claims"))
        kept, found = meaning.shelf(path, "claims"), meaning.words_of(reader, "claims")
        meaning.make(path, "claims", reader, found)
        ready = meaning.ready(found, kept)
        ranks: dict[str, list[int]] = {"meaning": [], "words": []}
        for query, told in ASKED:
            if not any(told in text for text in texts.values()):
                raise SystemExit(f"{path} holds no claim that says {told!r}; build it from samples/")
            near = [texts[row] for row, _, _ in meaning.nearest(kept, found, ready, query)]
            hits = [texts[row] for row, _ in search.hits(reader, " OR ".join(words(query)), "claims")]
            for name, some in (("meaning", near), ("words", hits)):
                rank = next((at for at, text in enumerate(dict.fromkeys(some), 1) if told in text), 0)
                ranks[name].append(rank)
    print(f"{len(ASKED)} sentences of {len(set(texts.values()))}   " + "   ".join(f"in {depth:2d}" for depth in DEPTHS))
    for name, places in ranks.items():
        shares = (sum(0 < rank <= depth for rank in places) / len(places) for depth in DEPTHS)
        print(f"by {name:20s} " + "   ".join(f"{share:5.2f}" for share in shares))
    missed = [query for (query, _), rank in zip(ASKED, ranks["meaning"], strict=True) if not 0 < rank <= DEPTHS[-1]]
    print("not in the first ten by meaning:", "; ".join(missed) or "none")


if __name__ == "__main__":
    main()
