"""Words that tell a nickname from the words of a comment."""

from __future__ import annotations

FUNCTION_WORDS = frozenset({
    "a", "about", "after", "again", "against", "all", "also", "always", "am", "an", "and", "any", "are", "as", "at",
    "be", "because", "been", "before", "between", "but", "by", "can", "can't", "come", "could", "did", "do", "does",
    "don't", "even", "ever", "for", "from", "get", "go", "going", "got", "had", "has", "have", "he", "her", "here",
    "him", "his", "how", "i", "if", "in", "into", "is", "isn't", "it", "it's", "its", "just", "keep", "know", "let",
    "lol", "made", "make", "may", "me", "might", "more", "most", "must", "my", "need", "never", "no", "nope", "nor",
    "not", "on", "only", "onto", "or", "our", "over", "please", "said", "say", "says", "shall", "she", "should",
    "so", "some", "still", "take", "than", "that", "that's", "their", "them", "then", "there", "these", "they",
    "think", "this", "those", "to", "too", "under", "us", "very", "want", "was", "we", "were", "what", "when",
    "where", "which", "while", "who", "why", "will", "with", "won't", "would", "yeah", "yep", "yes", "you", "your"
})  # fmt: skip
EXCLAIMED = frozenset({
    "agreed", "exactly", "true", "right", "wrong", "good", "great", "nice", "bad", "sad", "wow", "bravo", "amen",
    "sorry", "well", "maybe", "indeed", "correct", "nonsense", "rubbish", "crap", "dead", "thanks", "thank",
    "hello", "hi", "okay", "ok"
})  # fmt: skip
"""Words that alone are a whole comment, though a nickname may hold them."""
INSIDE = frozenset({
    "of", "the", "and", "de", "la", "le", "el", "al", "van", "von", "der", "den", "di", "da", "bin", "ibn", "abu",
    "for", "in", "from"
})  # fmt: skip
