"""How the parser's texts are cut into words: as spaCy cuts English, but for a hyphen behind initials."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

_NAME = "tripoint.tokenizer"
_BEHIND_INITIALS = r"(?<=[A-Z]\.)-(?=[A-Za-z])"
"""A hyphen behind initials with points, which spaCy leaves inside a word: *U.S.-led* is told like *US-led*."""


def tokenizer_settings(spacy: Any) -> dict[str, Any]:
    """Return the settings with which spaCy's models are loaded for this tokenizer.

    It is made with its rules: one whose rules are changed later makes its thousand exceptions a second time.
    """
    spacy.registry.tokenizers(_NAME, func=_factory)
    return {"nlp": {"tokenizer": {"@tokenizers": _NAME}}}


def _factory() -> Callable[[Language], Tokenizer]:
    return _tokenizer


def _tokenizer(nlp: Language) -> Tokenizer:
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    rules = nlp.Defaults
    return Tokenizer(
        nlp.vocab,
        rules=rules.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(rules.prefixes or ()).search,
        suffix_search=compile_suffix_regex(rules.suffixes or ()).search,
        infix_finditer=compile_infix_regex([*(rules.infixes or ()), _BEHIND_INITIALS]).finditer,
        token_match=rules.token_match,
        url_match=rules.url_match,
    )
