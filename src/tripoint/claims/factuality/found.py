"""What was found while climbing from the act to the top of its sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from tripoint.model import (
    Aspect,
    Modality,
    Reason,
)
from tripoint.syntax import Token

_STRENGTH = {
    Modality.HAPPENED: 0,
    Modality.PLANNED: 1,
    Modality.POSSIBLE: 2,
    Modality.CONDITIONAL: 3,
    Modality.UNCONFIRMED: 4,
}


@dataclass(slots=True)
class Factuality:
    """The verdict, gathered while climbing; `reasons` say which words decided."""

    modality: Modality = Modality.HAPPENED
    denied: bool = False
    hedged: bool = False
    phase: Aspect | None = None
    reasons: list[Reason] = field(default_factory=list)

    def mark(self, modality: Modality, name: str, tok: Token) -> None:
        """Take the stronger of what was found and `modality`, with the word that says so."""
        if _STRENGTH[modality] > _STRENGTH[self.modality]:
            self.modality = modality
        self.reasons.append(Reason(name=name, score=0.0, sentence=f"“{tok.text}” makes it {modality.value}"))

    def wonder(self, tok: Token) -> None:
        """Take a subject clause with *whether* as a question of what may be, whatever it hangs on."""
        self.modality = Modality.POSSIBLE
        self.reasons.append(Reason(name="factuality.whether", score=0.0, sentence=f"“{tok.text}” makes it possible"))

    def deny(self, name: str, tok: Token) -> None:
        """Flip the polarity, with the word that says so."""
        self.denied = not self.denied
        self.reasons.append(Reason(name=name, score=0.0, sentence=f"“{tok.text}” denies it"))
