"""What of case.db is made from its rows: indexes, what is searched, names, orders, counts."""

from __future__ import annotations

SHARD_INDEXES = """
CREATE INDEX documents_in_order ON documents (source, part, document_id);
CREATE INDEX documents_by_page ON documents (page_id);
CREATE INDEX documents_by_copy ON documents (copy_of, document_id) WHERE copy_of IS NOT NULL;
CREATE INDEX comments_by_page ON comments (page_id, page_start);
CREATE INDEX mentions_by_document ON mentions (document_id, start);
CREATE INDEX claims_in_order ON claims (
    source, part, start, claim_id, document_id, comment_id, type, modality, time_start, time_end
);
CREATE INDEX claims_by_document ON claims (document_id);
CREATE INDEX claims_by_type ON claims (type);
CREATE INDEX claims_by_time ON claims (time_start, time_end);
CREATE INDEX party_rows_by_text ON party_rows (text_row);
CREATE INDEX place_rows_by_spot ON place_rows (spot_row);
CREATE INDEX party_names_by_actor ON party_names (actor_id);
CREATE INDEX place_names_by_place ON place_names (place_id);
"""
"""Made once all rows of the shards are in. Claims hold whole records: their order is made of an index alone."""

SEARCHED = """
INSERT INTO documents_fts (rowid, headline, text)
    SELECT rowid, headline, text FROM documents WHERE rowid > :documents;
INSERT INTO claims_fts (rowid, evidence) SELECT rowid, evidence FROM claims WHERE rowid > :claims;
"""
"""What is searched by words, from the rows behind the given ones on."""

NAMES = """
UPDATE party_texts SET n = (SELECT count(*) FROM party_rows r WHERE r.text_row = party_texts.text_row);
UPDATE place_spots SET n = (SELECT count(*) FROM place_rows r WHERE r.spot_row = place_spots.spot_row);
DELETE FROM claim_places_rtree WHERE place_row IN (SELECT spot_row FROM place_spots WHERE n = 0);
DELETE FROM party_texts WHERE n = 0;
DELETE FROM place_spots WHERE n = 0;
DELETE FROM party_names WHERE NOT EXISTS (SELECT 1 FROM party_texts t WHERE t.name_row = party_names.name_row);
DELETE FROM place_names WHERE NOT EXISTS (SELECT 1 FROM place_spots s WHERE s.name_row = place_names.name_row);
INSERT INTO claim_places_rtree
    SELECT s.spot_row, s.longitude, s.longitude, s.latitude, s.latitude FROM place_spots s
    WHERE s.latitude IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claim_places_rtree r WHERE r.place_row = s.spot_row);
"""
"""How often names are told, once all claims are as people put them right; what nobody tells any more is taken out."""

LINKED = """
CREATE INDEX IF NOT EXISTS link_rows_by_b ON link_rows (b_row);
"""
"""Made as soon as the links are in."""

LISTED = """
INSERT INTO events_rtree
    SELECT event_row, longitude, longitude, latitude, latitude FROM events
    WHERE latitude IS NOT NULL AND event_row > (SELECT coalesce(max(event_row), 0) FROM event_order);
INSERT INTO event_parts
    SELECT DISTINCT p.value, e.event_id FROM events e, json_each(e.record, '$.parts') p
    WHERE e.event_row > (SELECT coalesce(max(event_row), 0) FROM event_order) AND e.record NOT LIKE '%"parts":[]%';
CREATE TEMP TABLE unlisted AS SELECT * FROM event_order;
INSERT INTO unlisted
    SELECT NULL, event_row, event_id, type, time_start, time_end, latitude, longitude,
        json_extract(record, '$.place.radius_km'), json_extract(record, '$.place.geometry'),
        claims, origins, contradictions
    FROM events WHERE event_row > (SELECT coalesce(max(event_row), 0) FROM event_order);
DROP INDEX IF EXISTS event_order_by_id;
DELETE FROM event_order;
INSERT INTO event_order
    SELECT NULL, event_row, event_id, type, time_start, time_end, latitude, longitude, radius_km, geometry,
        claims, origins, contradictions
    FROM unlisted ORDER BY coalesce(time_start, time_end) IS NULL, coalesce(time_start, time_end), event_id;
CREATE UNIQUE INDEX event_order_by_id ON event_order (event_id);
DROP TABLE unlisted;
"""
"""Lists the events once all are in. Those that came stand behind the others, whose records need not be read again."""

FINEST = (
    "printf('%09.1f', coalesce(s.radius_km, 99999))"
    " || json_array(n.name, s.precision, s.country, s.admin1, s.latitude, s.longitude)"
)
"""Of several spots `s` with their names `n` the least of these is shown: the finest, whichever was told first."""

TO_PLACE = """
CREATE TEMP TABLE event_places AS
    SELECT event_id, row_number() OVER (ORDER BY coalesce(since, until) IS NULL, coalesce(since, until), event_id)
        AS position
    FROM (SELECT event_id, time_start AS since, time_end AS until FROM event_order
        UNION ALL SELECT event_id, time_start, time_end FROM come);
CREATE UNIQUE INDEX temp.event_places_by_id ON event_places (event_id);
DROP TABLE come;
"""
"""Where events will stand, of those that are listed and those that come: it is known before they are assessed."""

LISTED_PLACES = "CREATE TEMP VIEW event_places AS SELECT event_id, position FROM event_order;"
"""The same, of events that are all listed."""

ORDERED = """
INSERT INTO claim_order
    SELECT NULL, c.rowid, c.claim_id, c.document_id, c.comment_id, NULL, c.type, c.modality, c.time_start, c.time_end
    FROM claims c ORDER BY c.source, c.part, c.start, c.claim_id;
CREATE INDEX claim_order_by_row ON claim_order (claim_row);
INSERT INTO party_order
    SELECT t.name_row, r.role, o.position, 1 FROM claim_order o CROSS JOIN party_rows r ON r.claim_row = o.claim_row
    CROSS JOIN party_texts t USING (text_row) WHERE o.comment_id IS NULL
    ON CONFLICT DO UPDATE SET n = n + 1;
INSERT OR IGNORE INTO place_order
    SELECT s.name_row, o.position FROM claim_order o CROSS JOIN place_rows r ON r.claim_row = o.claim_row
    CROSS JOIN place_spots s USING (spot_row) WHERE o.comment_id IS NULL;
CREATE INDEX party_order_by_position ON party_order (position, name_row);
CREATE TEMP TABLE named (subject INTEGER, name_row INTEGER, PRIMARY KEY (subject, name_row)) WITHOUT ROWID;
INSERT INTO named SELECT dense_rank() OVER (ORDER BY coalesce(actor_id, name)), name_row FROM party_names;
INSERT INTO actors
    SELECT NULL, min(n.actor_id) AS known, min(n.name) AS shown, t.told,
        sum(iif(r.role = 'agent', r.n, 0)), sum(iif(r.role = 'target', r.n, 0)),
        sum(iif(r.role = 'recipient', r.n, 0)), sum(iif(r.role = 'speaker', r.n, 0)), min(r.earliest), max(r.latest)
    FROM (SELECT s.subject, count(DISTINCT p.position) AS told FROM named s CROSS JOIN party_order p USING (name_row)
        GROUP BY s.subject) t
    JOIN named s USING (subject) JOIN party_names n USING (name_row)
    JOIN (SELECT p.name_row, p.role, sum(p.n) AS n, min(o.time_start) AS earliest, max(o.time_end) AS latest
        FROM party_order p CROSS JOIN claim_order o USING (position) GROUP BY p.name_row, p.role) r USING (name_row)
    GROUP BY t.subject ORDER BY t.told DESC, shown, known;
DROP TABLE named;
"""
"""The claims in their order, and whom and where they tell of: all of it is known before there are events."""

PLACED = f"""
CREATE INDEX IF NOT EXISTS event_claims_by_claim ON event_claims (claim_id);
CREATE TEMP TABLE homes AS SELECT x.claim_id, o.position FROM event_places o CROSS JOIN event_claims x USING (event_id);
CREATE INDEX temp.homes_by_claim ON homes (claim_id, position);
UPDATE claim_order SET event_position = (SELECT min(h.position) FROM homes h WHERE h.claim_id = claim_order.claim_id);
DROP TABLE homes;
CREATE INDEX claim_order_by_event ON claim_order (event_position);
CREATE INDEX claim_order_by_type ON claim_order (type, comment_id, event_position);
CREATE TEMP TABLE named (subject INTEGER, name_row INTEGER, PRIMARY KEY (subject, name_row)) WITHOUT ROWID;
INSERT INTO named SELECT dense_rank() OVER (ORDER BY coalesce(place_id, name)), name_row FROM place_names;
INSERT INTO places
    SELECT NULL, f.place_id, f.name, f.country, f.admin1, f.precision, f.latitude, f.longitude, f.radius_km,
        t.told, t.events, t.earliest, t.latest
    FROM (SELECT s.subject, count(DISTINCT p.position) AS told, count(DISTINCT o.event_position) AS events,
            min(o.time_start) AS earliest, max(o.time_end) AS latest
        FROM named s CROSS JOIN place_order p USING (name_row) CROSS JOIN claim_order o USING (position)
        GROUP BY s.subject) t
    JOIN (SELECT d.subject, n.place_id, n.name, s.country, s.admin1, s.precision, s.latitude, s.longitude, s.radius_km,
            min({FINEST})
        FROM named d CROSS JOIN place_names n USING (name_row) CROSS JOIN place_spots s USING (name_row)
        GROUP BY d.subject) f USING (subject)
    ORDER BY t.told DESC, f.name, t.subject;
DROP TABLE named;
"""
"""The place of each claim's event, and where events are told to have happened. Needs `event_places`.

Where one id has several names or extents, the same one is shown whatever came first: the first name by its letters, the
finest extent.
"""

WHOLE = """
CREATE INDEX IF NOT EXISTS events_by_time ON events (time_start, time_end);
CREATE INDEX contradictions_by_event ON contradictions (event_id);
CREATE INDEX control_by_place ON control (place_id, start);
CREATE INDEX IF NOT EXISTS passages_by_document ON passages (document_id, start);
CREATE INDEX IF NOT EXISTS passages_by_other ON passages (other, other_start);
CREATE INDEX revisions_by_url ON revisions (url, number);
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
"""Made once all rows are in."""
