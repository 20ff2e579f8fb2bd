"""Comments are read when they are asked for, and stay apart."""

from __future__ import annotations

from pathlib import Path

from tripoint.config import Settings
from tripoint.run.leads import LeadReader
from tripoint.run.pipeline import build

PAGE = Path(__file__).resolve().parents[2] / "samples" / "pages" / "03_leftbank_dudchany.txt"


def test_claims_of_comments_are_made_when_asked_for_and_name_their_comment_and_article(tmp_path: Path) -> None:
    build(tmp_path / "one.case", [str(PAGE)], settings=Settings())
    with LeadReader(tmp_path / "one.case") as reader:
        (article, _, comments), *_ = reader.documents()
        leads = list(reader.comment_claims())
        own = list(reader.claims())
        assert reader.failures == []
    texts = {comment.comment_id: comment.text for comment in comments}
    assert leads
    assert all(claim.comment_id is None for claim in own)
    for claim in leads:
        assert claim.comment_id is not None
        assert claim.document_id == article.document_id
        for span in claim.evidence:
            assert texts[claim.comment_id][span.start : span.end] == span.text
            assert span.block.value == "comment"
