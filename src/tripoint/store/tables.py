"""The tables of case.db: flat columns that open well in Datasette, DB Browser and pandas, full records as JSON."""

from __future__ import annotations

SCHEMA_VERSION = 8

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
CREATE TABLE party_names (name_row INTEGER PRIMARY KEY, name_key TEXT, actor_id TEXT, name TEXT);
CREATE TABLE place_names (name_row INTEGER PRIMARY KEY, name_key TEXT, place_id TEXT, name TEXT);
CREATE TABLE party_order (
    name_row INTEGER, role TEXT, position INTEGER, PRIMARY KEY (name_row, role, position)
) WITHOUT ROWID;
CREATE TABLE place_order (name_row INTEGER, position INTEGER, PRIMARY KEY (name_row, position)) WITHOUT ROWID;
CREATE TABLE party_texts (name_row INTEGER, text TEXT, n INTEGER, PRIMARY KEY (name_row, text)) WITHOUT ROWID;
CREATE TABLE place_texts (name_row INTEGER, text TEXT, n INTEGER, PRIMARY KEY (name_row, text)) WITHOUT ROWID;
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

`event_order` and `claim_order` hold events by time and claims in reading order with what lists are filtered by: narrow
rows, numbered as they are listed, so that no list reads the records it does not show. `party_names` and `place_names`
hold each name once, `party_order` and `place_order` the positions of the articles' claims in which it stands; `actors`
and `places` are counted from these claims, those with the most first. `party_texts` and `place_texts` count the ways
in which the pages write a name; `totals`, `type_totals` and `extent` are what a case is at a glance. `claims`,
`claim_parties` and `claim_places` hold claims as people put them right, `corrections` what was changed, and
`machine_claims` what the machine had made of them. `publications` holds the dates that other pages bound, and in
`own` what the document's own page tells.
"""

SHARD_INDEXES = """
CREATE INDEX documents_in_order ON documents (source, part, document_id);
CREATE INDEX documents_by_page ON documents (page_id);
CREATE INDEX comments_by_page ON comments (page_id, page_start);
CREATE INDEX mentions_by_document ON mentions (document_id, start);
CREATE INDEX claims_in_order ON claims (source, part, start, claim_id);
CREATE INDEX claims_by_document ON claims (document_id);
CREATE INDEX claims_by_type ON claims (type);
CREATE INDEX claims_by_time ON claims (time_start, time_end);
CREATE INDEX claim_parties_by_claim ON claim_parties (claim_id);
CREATE INDEX claim_parties_by_actor ON claim_parties (actor_id);
CREATE INDEX claim_parties_by_name ON claim_parties (name_key);
CREATE INDEX claim_places_by_name ON claim_places (name_key);
CREATE INDEX claim_places_by_claim ON claim_places (claim_id);
CREATE INDEX claim_places_by_place ON claim_places (place_id);
"""
"""Made once all rows of the shards are in."""

SEARCHED = """
INSERT INTO documents_fts (rowid, headline, text)
    SELECT rowid, headline, text FROM documents WHERE rowid > :documents;
INSERT INTO claims_fts (rowid, evidence) SELECT rowid, evidence FROM claims WHERE rowid > :claims;
INSERT INTO claim_places_rtree
    SELECT place_row, longitude, longitude, latitude, latitude FROM claim_places
    WHERE place_row > :claim_places AND latitude IS NOT NULL;
"""
"""What is searched by words and points, from the rows behind the given ones on."""

SHARD_TABLES = ("meta", "pages", "documents", "comments", "mentions", "claims", "claim_parties", "claim_places")
"""Tables whose rows each shard makes for itself."""

CARRIED_TABLES = ("links", "passages")
"""Tables of all shards together that take only what changed; the others but those of shards are made anew."""

GONE = """
INSERT INTO documents_fts (documents_fts, rowid, headline, text)
    SELECT 'delete', rowid, headline, text FROM documents WHERE document_id IN (SELECT id FROM gone_documents);
INSERT INTO claims_fts (claims_fts, rowid, evidence)
    SELECT 'delete', rowid, evidence FROM claims WHERE claim_id IN (SELECT id FROM gone_claims);
DELETE FROM claim_places_rtree WHERE place_row IN
    (SELECT place_row FROM claim_places WHERE claim_id IN (SELECT id FROM gone_claims));
DELETE FROM claim_places WHERE claim_id IN (SELECT id FROM gone_claims);
DELETE FROM claim_parties WHERE claim_id IN (SELECT id FROM gone_claims);
DELETE FROM claims WHERE claim_id IN (SELECT id FROM gone_claims);
DELETE FROM mentions WHERE document_id IN (SELECT id FROM gone_documents);
DELETE FROM comments WHERE page_id IN (SELECT id FROM gone_pages);
DELETE FROM documents WHERE document_id IN (SELECT id FROM gone_documents);
DELETE FROM pages WHERE page_id IN (SELECT id FROM gone_pages);
UPDATE documents SET copy_of = NULL WHERE copy_of IS NOT NULL;
"""
"""Takes the rows of pages out that stand no longer, or that another shard tells of now."""

WHOLE_INDEXES = """
CREATE INDEX events_by_time ON events (time_start, time_end);
CREATE INDEX event_claims_by_claim ON event_claims (claim_id);
CREATE INDEX contradictions_by_event ON contradictions (event_id);
CREATE INDEX control_by_place ON control (place_id, start);
CREATE INDEX IF NOT EXISTS passages_by_document ON passages (document_id, start);
CREATE INDEX IF NOT EXISTS passages_by_other ON passages (other, other_start);
CREATE INDEX revisions_by_url ON revisions (url, number);
CREATE INDEX IF NOT EXISTS links_by_a ON links (claim_a);
CREATE INDEX IF NOT EXISTS links_by_b ON links (claim_b);
INSERT INTO events_rtree
    SELECT event_row, longitude, longitude, latitude, latitude FROM events WHERE latitude IS NOT NULL;
INSERT INTO event_order
    SELECT NULL, event_row, event_id, type, time_start, time_end, latitude, longitude,
        json_extract(record, '$.place.radius_km'), json_extract(record, '$.place.geometry'),
        claims, origins, contradictions
    FROM events ORDER BY coalesce(time_start, time_end) IS NULL, coalesce(time_start, time_end), event_id;
CREATE UNIQUE INDEX event_order_by_id ON event_order (event_id);
INSERT INTO claim_order
    SELECT NULL, c.rowid, c.claim_id, c.document_id, c.comment_id,
        (SELECT min(o.position) FROM event_claims x JOIN event_order o ON o.event_id = x.event_id
            WHERE x.claim_id = c.claim_id),
        c.type, c.modality, c.time_start, c.time_end
    FROM claims c ORDER BY c.source, c.part, c.start, c.claim_id;
CREATE UNIQUE INDEX claim_order_by_id ON claim_order (claim_id);
CREATE INDEX claim_order_by_event ON claim_order (event_position);
CREATE INDEX claim_order_by_type ON claim_order (type, comment_id, event_position);
CREATE INDEX claim_order_by_document ON claim_order (document_id);
CREATE INDEX claim_order_by_row ON claim_order (claim_row);
INSERT INTO party_names
    SELECT NULL, * FROM (SELECT DISTINCT name_key, actor_id, name FROM claim_parties) ORDER BY 2, 3, 4;
INSERT INTO place_names
    SELECT NULL, * FROM (SELECT DISTINCT name_key, place_id, name FROM claim_places) ORDER BY 2, 3, 4;
CREATE INDEX party_names_by_key ON party_names (name_key, name, actor_id);
CREATE INDEX place_names_by_key ON place_names (name_key, name, place_id);
CREATE INDEX party_names_by_actor ON party_names (actor_id);
CREATE INDEX place_names_by_place ON place_names (place_id);
INSERT OR IGNORE INTO party_order
    SELECT n.name_row, p.role, o.position FROM claim_parties p
    JOIN party_names n ON n.name_key = p.name_key AND n.name = p.name AND n.actor_id IS p.actor_id
    JOIN claim_order o ON o.claim_id = p.claim_id AND o.comment_id IS NULL;
INSERT OR IGNORE INTO place_order
    SELECT n.name_row, o.position FROM claim_places p
    JOIN place_names n ON n.name_key = p.name_key AND n.name = p.name AND n.place_id IS p.place_id
    JOIN claim_order o ON o.claim_id = p.claim_id AND o.comment_id IS NULL;
INSERT INTO party_texts
    SELECT n.name_row, p.text, count(*) FROM claim_parties p
    JOIN party_names n ON n.name_key = p.name_key AND n.name = p.name AND n.actor_id IS p.actor_id
    WHERE p.text <> '' GROUP BY 1, 2;
INSERT INTO place_texts
    SELECT n.name_row, p.text, count(*) FROM claim_places p
    JOIN place_names n ON n.name_key = p.name_key AND n.name = p.name AND n.place_id IS p.place_id
    WHERE p.text <> '' GROUP BY 1, 2;
CREATE INDEX party_order_by_position ON party_order (position, name_row);
INSERT INTO event_parts
    SELECT DISTINCT p.value, e.event_id FROM events e, json_each(e.record, '$.parts') p
    WHERE e.record NOT LIKE '%"parts":[]%';
INSERT INTO actors
    SELECT NULL, p.actor_id, p.name, count(DISTINCT o.position) AS told, sum(p.role = 'agent'), sum(p.role = 'target'),
        sum(p.role = 'recipient'), sum(p.role = 'speaker'), min(o.time_start), max(o.time_end)
    FROM claim_parties p JOIN claim_order o ON o.claim_id = p.claim_id AND o.comment_id IS NULL
    GROUP BY coalesce(p.actor_id, p.name) ORDER BY told DESC, p.name;
INSERT INTO places
    SELECT NULL, p.place_id, p.name, p.country, p.admin1, p.precision, p.latitude, p.longitude, p.radius_km,
        count(DISTINCT o.position) AS told, count(DISTINCT o.event_position), min(o.time_start), max(o.time_end)
    FROM claim_places p JOIN claim_order o ON o.claim_id = p.claim_id AND o.comment_id IS NULL
    GROUP BY coalesce(p.place_id, p.name) ORDER BY told DESC, p.name;
INSERT INTO totals
    SELECT 'pages', count(*) FROM pages UNION ALL SELECT 'documents', count(*) FROM documents
    UNION ALL SELECT 'comments', count(*) FROM comments
    UNION ALL SELECT 'claims', count(*) FROM claim_order WHERE comment_id IS NULL
    UNION ALL SELECT 'events', count(*) FROM event_order
    UNION ALL SELECT 'contradictions', count(*) FROM contradictions
    UNION ALL SELECT 'places', count(*) FROM places UNION ALL SELECT 'actors', count(*) FROM actors
    UNION ALL SELECT 'sources', count(*) FROM sources UNION ALL SELECT 'failures', count(*) FROM failures;
INSERT INTO type_totals
    SELECT type, sum(events), sum(claims) FROM (
        SELECT type, count(*) AS events, 0 AS claims FROM event_order GROUP BY type
        UNION ALL SELECT type, 0, count(*) FROM claim_order WHERE comment_id IS NULL GROUP BY type)
    GROUP BY type;
INSERT INTO extent
    SELECT min(coalesce(time_start, time_end)), max(coalesce(time_end, time_start)),
        min(longitude), min(latitude), max(longitude), max(latitude) FROM event_order;
"""
"""Made once the rows of the stages over all shards are in."""
