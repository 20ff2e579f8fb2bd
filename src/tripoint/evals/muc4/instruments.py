"""What an incident was done with: the nouns of its sentences, else what its acts tell."""

from __future__ import annotations

from tripoint.evals.muc4 import keys as key
from tripoint.evals.muc4.finder import Finder
from tripoint.evals.muc4.incidents import Incident, sentences_of
from tripoint.evals.muc4.keys import Template
from tripoint.evals.muc4.phrases import phrase, written
from tripoint.evals.muc4.tables import instruments as table


def instruments(found: Template, incident: Incident, find: Finder) -> None:
    """Fill what `incident` was done with, and its type."""
    if found.slots[key.TYPE][0].values[0] in table.NO_INSTRUMENT:
        return
    kinds: list[str] = []
    for sentence in sentences_of(incident, find.one):
        for tok in sentence.tokens:
            if not tok.tag.startswith("NN"):
                continue
            pair = f"{sentence.tokens[tok.i - 1].lower} {tok.lemma}" if tok.i else ""
            kind = next(
                (k for k, held in table.INSTRUMENTS if tok.lemma in held or tok.lower in held or pair in held), None
            )
            if kind is None or tok.dep == "compound" or any(kid.lower == "no" for kid in tok.kids):
                continue
            found.fill(key.INSTRUMENT, written(phrase(tok), find.text))
            if kind not in kinds:
                kinds.append(kind)
    for told in incident.told:
        kind = table.INSTRUMENT_VERBS.get(told.tok.lemma)
        if kind is not None and not kinds:
            kinds.append(kind)
    if not kinds and incident.type == "BOMBING":
        kinds.append("BOMB")
    for kind in kinds:
        found.fill(key.INSTRUMENT_TYPE, kind)
