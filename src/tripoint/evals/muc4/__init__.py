"""MUC-4: incidents of political violence as templates of 24 slots, and as five slots of entities.

`texts` and `casing` read the messages, `acts` and `incidents` say what they tell, `targets` and `perpetrators` whom an
incident met and who did it, `templates` writes it as the task does; `keys` reads the answers, `scoring` counts,
`evaluation` measures.
"""

from __future__ import annotations

from tripoint.evals.muc4.evaluation import evaluate

__all__ = ["evaluate"]
