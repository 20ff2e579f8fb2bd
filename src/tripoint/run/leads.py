"""Claims of comments, made when they are asked for: leads, which no build waits for and no event ever counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tripoint import registry
from tripoint.model import BlockRole, Claim, Comment, Document, DocumentBlock, Failure, digest
from tripoint.resources import parser
from tripoint.run.attempts import tried
from tripoint.store.reading import CaseReader


class LeadReader(CaseReader):
    """A case that also reads its comments for claims. `failures` are the comments that could not be read."""

    failures: list[Failure]

    def comment_claims(self) -> Iterator[Claim]:
        """Claims of comments in reading order. Their offsets are into the comment's text."""
        find = registry.part("recogniser").load()
        extract = registry.part("claim extractor").load()
        self.failures = []
        articles: dict[str, str] = {}
        for doc, sentences in parser.parse(self._comments(articles)):
            found = tried("mentions", doc.document_id, doc.source, find, doc, sentences)
            made = found
            if not isinstance(found, Failure):
                made = tried(
                    "claims", doc.document_id, doc.source, extract, doc, sentences, found.mentions, found.readings
                )
            if isinstance(made, Failure):
                self.failures.append(made)
            else:
                yield from (_of_comment(claim, doc.document_id, articles[doc.document_id]) for claim in made)

    def _comments(self, articles: dict[str, str]) -> Iterator[Document]:
        """Yield each comment as a document of its own, its article's id entered in `articles`."""
        for doc, _, comments in self.documents():
            for comment in comments:
                if comment.text.strip():
                    articles[comment.comment_id] = doc.document_id
                    yield _alone(comment, doc)


def _alone(comment: Comment, doc: Document) -> Document:
    """Return the comment as a document of its own. It does not share the article's date: *today* stays unresolved."""
    block = DocumentBlock(role=BlockRole.BODY, start=0, end=len(comment.text), page_start=comment.page_start)
    return replace(
        doc,
        document_id=comment.comment_id,
        text=comment.text,
        blocks=(block,),
        headline=None,
        bylines=(),
        published=None,
        updated=None,
        dates_rejected=(),
        agency=None,
        original_url=None,
        signature=(),
    )


def _of_comment(claim: Claim, comment_id: str, document_id: str) -> Claim:
    """Return the claim as one of a comment under an article."""
    return replace(
        claim,
        claim_id=digest("clm", "comment", comment_id, claim.claim_id),
        document_id=document_id,
        content_of=None if claim.content_of is None else digest("clm", "comment", comment_id, claim.content_of),
        comment_id=comment_id,
        evidence=tuple(replace(span, block=BlockRole.COMMENT) for span in claim.evidence),
    )
