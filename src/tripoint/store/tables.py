"""The tables of case.db: flat columns that open well in Datasette, DB Browser and pandas, full records as JSON."""

from __future__ import annotations

SCHEMA_VERSION = 3

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
    mention_id TEXT PRIMARY KEY, document_id TEXT, kind TEXT, start INTEGER, "end" INTEGER, text TEXT,
    name TEXT, candidate_id TEXT, score REAL, record TEXT, reading TEXT
);
CREATE TABLE claims (
    claim_id TEXT PRIMARY KEY, document_id TEXT, comment_id TEXT, source TEXT, part INTEGER, kind TEXT, type TEXT,
    aspect TEXT, modality TEXT, polarity TEXT, hedged INTEGER,
    agents TEXT, targets TEXT, recipients TEXT, places TEXT, latitude REAL, longitude REAL,
    time_start TEXT, time_end TEXT, time_precision TEXT, time_text TEXT, said_start TEXT, said_end TEXT,
    amounts TEXT, status TEXT, speakers TEXT, evidence TEXT, start INTEGER, score REAL, producer TEXT, record TEXT
);
CREATE TABLE claim_parties (claim_id TEXT, role TEXT, actor_id TEXT, name TEXT, text TEXT, name_key TEXT);
CREATE TABLE claim_places (
    place_row INTEGER PRIMARY KEY, claim_id TEXT, role TEXT, place_id TEXT, name TEXT, text TEXT, name_key TEXT,
    latitude REAL, longitude REAL, radius_km REAL, country TEXT, admin1 TEXT, precision TEXT
);
CREATE TABLE links (claim_a TEXT, claim_b TEXT, verdict TEXT, score REAL, by TEXT, record TEXT);
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
CREATE TABLE copies (document_id TEXT, copy_of TEXT, similarity REAL, record TEXT);
CREATE TABLE revisions (
    document_id TEXT PRIMARY KEY, url TEXT, number INTEGER, "of" INTEGER, captured_at TEXT, seen_until TEXT, gone TEXT,
    previous TEXT, added INTEGER, removed INTEGER, record TEXT
);
CREATE TABLE sources (
    source_id TEXT PRIMARY KEY, kind TEXT, name TEXT, documents INTEGER, claims INTEGER, events INTEGER,
    alone INTEGER, joined INTEGER, contradicted TEXT, explained INTEGER, framing TEXT, copies TEXT, record TEXT
);
CREATE TABLE failures (record_id TEXT, source TEXT, step TEXT, reason TEXT, detail TEXT, record TEXT);
CREATE VIRTUAL TABLE documents_fts USING fts5 (
    headline, text, content='documents', content_rowid='rowid', tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE claims_fts USING fts5 (
    evidence, content='claims', content_rowid='rowid', tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE claim_places_rtree USING rtree (place_row, west, east, south, north);
CREATE VIRTUAL TABLE events_rtree USING rtree (event_row, west, east, south, north);
"""
"""Latitude and longitude are degrees (WGS84); the R*Trees hold points as boxes of no size."""

SHARD_INDEXES = """
CREATE INDEX documents_by_page ON documents (page_id);
CREATE INDEX comments_by_page ON comments (page_id, page_start);
CREATE INDEX mentions_by_document ON mentions (document_id, start);
CREATE INDEX claims_in_order ON claims (source, part, start, claim_id);
CREATE INDEX claims_by_document ON claims (document_id);
CREATE INDEX claims_by_type ON claims (type);
CREATE INDEX claims_by_time ON claims (time_start, time_end);
CREATE INDEX claim_parties_by_claim ON claim_parties (claim_id);
CREATE INDEX claim_parties_by_actor ON claim_parties (actor_id);
CREATE INDEX claim_places_by_claim ON claim_places (claim_id);
CREATE INDEX claim_places_by_place ON claim_places (place_id);
INSERT INTO documents_fts (documents_fts) VALUES ('rebuild');
INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');
INSERT INTO claim_places_rtree
    SELECT place_row, longitude, longitude, latitude, latitude FROM claim_places WHERE latitude IS NOT NULL;
"""
"""Made once all rows of the shards are in."""

WHOLE_INDEXES = """
CREATE INDEX events_by_time ON events (time_start, time_end);
CREATE INDEX event_claims_by_claim ON event_claims (claim_id);
CREATE INDEX contradictions_by_event ON contradictions (event_id);
CREATE INDEX control_by_place ON control (place_id, start);
CREATE INDEX revisions_by_url ON revisions (url, number);
CREATE INDEX links_by_a ON links (claim_a);
CREATE INDEX links_by_b ON links (claim_b);
INSERT INTO events_rtree
    SELECT event_row, longitude, longitude, latitude, latitude FROM events WHERE latitude IS NOT NULL;
"""
"""Made once the rows of the stages over all shards are in."""
