"""The tables of case.db: flat columns that open well in Datasette, DB Browser and pandas, full records as JSON."""

from __future__ import annotations

SCHEMA_VERSION = 11

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE pages (
    page_id TEXT PRIMARY KEY, source TEXT, sha256 TEXT, size INTEGER, media_type TEXT, origin TEXT,
    captured_at TEXT, url TEXT, outlet TEXT, published TEXT, title TEXT, encoding TEXT, characters INTEGER,
    record TEXT, anatomy TEXT
);
CREATE TABLE documents (
    document_id TEXT PRIMARY KEY, page_id TEXT, source TEXT, part INTEGER, outlet TEXT, headline TEXT, language TEXT,
    published_start TEXT, published_end TEXT, published_precision TEXT, updated_start TEXT, updated_end TEXT,
    agency TEXT, original_url TEXT, copy_of TEXT, captured_at TEXT, characters INTEGER, text TEXT, record TEXT
);
CREATE TABLE comments (
    comment_id TEXT PRIMARY KEY, page_id TEXT, part INTEGER, author TEXT, time TEXT, text TEXT, reply_to TEXT,
    editor INTEGER, page_start INTEGER, record TEXT
);
CREATE TABLE mentions (
    mention_id TEXT PRIMARY KEY, document_id TEXT, kind TEXT, start INTEGER, "end" INTEGER, head_start INTEGER,
    head_end INTEGER, text TEXT, generic INTEGER, producer TEXT, name TEXT, candidate_id TEXT, score REAL, reading TEXT
);
CREATE TABLE claims (
    claim_id TEXT PRIMARY KEY, document_id TEXT, comment_id TEXT, source TEXT, part INTEGER, kind TEXT, type TEXT,
    aspect TEXT, modality TEXT, polarity TEXT, hedged INTEGER,
    agents TEXT, targets TEXT, recipients TEXT, places TEXT, latitude REAL, longitude REAL,
    time_start TEXT, time_end TEXT, time_precision TEXT, time_text TEXT, said_start TEXT, said_end TEXT,
    amounts TEXT, status TEXT, speakers TEXT, evidence TEXT, start INTEGER, score REAL, producer TEXT, record TEXT
);
CREATE TABLE party_names (name_row INTEGER PRIMARY KEY, name_key TEXT, actor_id TEXT, name TEXT);
CREATE TABLE party_texts (text_row INTEGER PRIMARY KEY, name_row INTEGER, text TEXT, n INTEGER);
CREATE TABLE party_rows (
    claim_row INTEGER, number INTEGER, role TEXT, text_row INTEGER, PRIMARY KEY (claim_row, number)
) WITHOUT ROWID;
CREATE INDEX party_names_by_key ON party_names (name_key, name, actor_id);
CREATE INDEX party_texts_by_name ON party_texts (name_row, text);
CREATE VIEW claim_parties AS
    SELECT c.claim_id, r.role, n.actor_id, n.name, t.text, n.name_key FROM party_rows r
    JOIN claims c ON c.rowid = r.claim_row JOIN party_texts t USING (text_row) JOIN party_names n USING (name_row);
CREATE TABLE place_names (name_row INTEGER PRIMARY KEY, name_key TEXT, place_id TEXT, name TEXT);
CREATE TABLE place_spots (
    spot_row INTEGER PRIMARY KEY, name_row INTEGER, text TEXT, latitude REAL, longitude REAL, radius_km REAL,
    country TEXT, admin1 TEXT, precision TEXT, n INTEGER
);
CREATE TABLE place_rows (
    claim_row INTEGER, number INTEGER, role TEXT, spot_row INTEGER, PRIMARY KEY (claim_row, number)
) WITHOUT ROWID;
CREATE INDEX place_names_by_key ON place_names (name_key, name, place_id);
CREATE INDEX place_spots_by_name ON place_spots (name_row, text);
CREATE VIEW claim_places AS
    SELECT s.spot_row AS place_row, c.claim_id, r.role, n.place_id, n.name, s.text, n.name_key, s.latitude,
        s.longitude, s.radius_km, s.country, s.admin1, s.precision FROM place_rows r
    JOIN claims c ON c.rowid = r.claim_row JOIN place_spots s USING (spot_row) JOIN place_names n USING (name_row);
CREATE TABLE link_claims (claim_row INTEGER PRIMARY KEY, claim_id TEXT UNIQUE);
CREATE TABLE link_judgements (
    judgement_row INTEGER PRIMARY KEY, digest INTEGER UNIQUE, verdict TEXT, score REAL, by TEXT, reasons TEXT
);
CREATE TABLE link_rows (
    a_row INTEGER, b_row INTEGER, judgement_row INTEGER, PRIMARY KEY (a_row, b_row)
) WITHOUT ROWID;
CREATE VIEW links AS
    SELECT a.claim_id AS claim_a, b.claim_id AS claim_b, j.verdict, j.score, j.by, j.reasons FROM link_rows l
    JOIN link_claims a ON a.claim_row = l.a_row JOIN link_claims b ON b.claim_row = l.b_row
    JOIN link_judgements j USING (judgement_row);
CREATE TABLE events (
    event_row INTEGER PRIMARY KEY, event_id TEXT UNIQUE, type TEXT, label TEXT,
    time_start TEXT, time_end TEXT, time_precision TEXT, place TEXT, place_id TEXT, latitude REAL, longitude REAL,
    agents TEXT, targets TEXT, amounts TEXT, claims INTEGER, documents INTEGER, origins INTEGER,
    adverse_origins INTEGER, contradictions INTEGER, credibility INTEGER, record TEXT, assessment TEXT
);
CREATE TABLE event_claims (event_id TEXT, claim_id TEXT, PRIMARY KEY (event_id, claim_id)) WITHOUT ROWID;
CREATE TABLE contradictions (
    contradiction_id TEXT PRIMARY KEY, event_id TEXT, field TEXT, sides TEXT, why TEXT, explained TEXT, record TEXT
);
CREATE TABLE control (
    span_id TEXT PRIMARY KEY, place_id TEXT, place TEXT, holder_id TEXT, holder TEXT, status TEXT,
    start TEXT, "end" TEXT, basis TEXT, claims INTEGER, last_evidence TEXT, record TEXT
);
CREATE TABLE corrections (
    claim_id TEXT, field TEXT, machine TEXT, value TEXT, who TEXT, why TEXT, at TEXT, decision_id TEXT
);
CREATE TABLE machine_claims (claim_id TEXT PRIMARY KEY, record TEXT) WITHOUT ROWID;
CREATE TABLE copies (document_id TEXT, copy_of TEXT, similarity REAL, record TEXT);
CREATE TABLE passages (
    document_id TEXT, start INTEGER, "end" INTEGER, other TEXT, other_start INTEGER, other_end INTEGER, words INTEGER,
    record TEXT
);
CREATE TABLE publications (document_id TEXT PRIMARY KEY, start TEXT, "end" TEXT, own TEXT, record TEXT);
CREATE TABLE revisions (
    document_id TEXT PRIMARY KEY, url TEXT, number INTEGER, "of" INTEGER, captured_at TEXT, seen_until TEXT, gone TEXT,
    previous TEXT, added INTEGER, removed INTEGER, record TEXT
);
CREATE TABLE sources (
    source_id TEXT PRIMARY KEY, kind TEXT, name TEXT, documents INTEGER, claims INTEGER, events INTEGER,
    alone INTEGER, joined INTEGER, contradicted TEXT, explained INTEGER, framing TEXT, copies TEXT, record TEXT
);
CREATE TABLE failures (record_id TEXT, source TEXT, step TEXT, reason TEXT, detail TEXT, record TEXT);
CREATE TABLE event_parts (part_id TEXT, event_id TEXT, PRIMARY KEY (part_id, event_id)) WITHOUT ROWID;
CREATE TABLE actors (
    actor_row INTEGER PRIMARY KEY, actor_id TEXT, name TEXT, claims INTEGER, as_agent INTEGER, as_target INTEGER,
    as_recipient INTEGER, as_speaker INTEGER, time_start TEXT, time_end TEXT
);
CREATE TABLE places (
    place_row INTEGER PRIMARY KEY, place_id TEXT, name TEXT, country TEXT, admin1 TEXT, precision TEXT, latitude REAL,
    longitude REAL, radius_km REAL, claims INTEGER, events INTEGER, time_start TEXT, time_end TEXT
);
CREATE TABLE party_order (
    name_row INTEGER, role TEXT, position INTEGER, n INTEGER, PRIMARY KEY (name_row, role, position)
) WITHOUT ROWID;
CREATE TABLE place_order (name_row INTEGER, position INTEGER, PRIMARY KEY (name_row, position)) WITHOUT ROWID;
CREATE TABLE totals (name TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID;
CREATE TABLE type_totals (type TEXT PRIMARY KEY, events INTEGER, claims INTEGER) WITHOUT ROWID;
CREATE TABLE extent (time_start TEXT, time_end TEXT, west REAL, south REAL, east REAL, north REAL);
CREATE TABLE event_order (
    position INTEGER PRIMARY KEY, event_row INTEGER, event_id TEXT, type TEXT, time_start TEXT, time_end TEXT,
    latitude REAL, longitude REAL, radius_km REAL, geometry TEXT, claims INTEGER, origins INTEGER,
    contradictions INTEGER
);
CREATE TABLE claim_order (
    position INTEGER PRIMARY KEY, claim_row INTEGER, claim_id TEXT, document_id TEXT, comment_id TEXT,
    event_position INTEGER, type TEXT, modality TEXT, time_start TEXT, time_end TEXT
);
CREATE VIRTUAL TABLE documents_fts USING fts5 (
    headline, text, content='documents', content_rowid='rowid', tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE claims_fts USING fts5 (
    evidence, content='claims', content_rowid='rowid', tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE claim_places_rtree USING rtree (place_row, west, east, south, north);
CREATE VIRTUAL TABLE events_rtree USING rtree (event_row, west, east, south, north);
"""
"""Latitude and longitude are degrees (WGS84); the R*Trees hold points as boxes of no size.

There are many mentions and links, and a case may be copied: what their columns tell is not told again as JSON, and of a
reading only what it holds. `links` is put together of numbers: an id stands in many links, and what is judged of one
pair is judged of ten. An update touches few pages so; ids and judgements of links that went are left where they are.

Names stand once each: `party_names` and `place_names` by name and id, `party_texts` and `place_spots` the ways in which
pages write them (of a place with its extent) and in `n` how often; `party_rows` and `place_rows` are numbers of these,
by the claim's row in `claims`. `claim_parties` and `claim_places` put them together: where the database is asked often,
these views cost a look into the records. `place_row` in `claim_places` and its R*Tree is the number of a spot.

`event_order` and `claim_order` hold events by time and claims in reading order with what lists are filtered by: narrow
rows, numbered as they are listed, so that no list reads the records it does not show. `party_order` and `place_order`
hold for each name the positions of the articles' claims in which it stands (of a party in `n` how often); `actors` and
`places` are counted from these claims, those with the most first. `totals`, `type_totals` and `extent` are what a case
is at a glance. `claims`, parties and places hold claims as people put them right, `corrections` what was changed, and
`machine_claims` what the machine had made of them. `publications` holds the dates that other pages bound, and in
`own` what the document's own page tells.
"""

SHARD_TABLES = (
    *("meta", "pages", "documents", "comments", "mentions", "claims", "failures"),
    *("party_names", "party_texts", "party_rows", "place_names", "place_spots", "place_rows"),
)
"""Tables whose rows each shard makes for itself; the failures of what never became a page stand beside those."""

CARRIED_TABLES = (
    "link_claims",
    "link_judgements",
    "link_rows",
    "passages",
    "events",
    "event_claims",
    "event_order",
    "event_parts",
)
"""Tables of all shards together that take only what changed; the others but those of shards are made anew."""
