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
CREATE INDEX claim_parties_by_claim ON claim_parties (claim_id);
CREATE INDEX claim_parties_by_actor ON claim_parties (actor_id);
CREATE INDEX claim_parties_by_name ON claim_parties (name_key);
CREATE INDEX claim_places_by_name ON claim_places (name_key);
CREATE INDEX claim_places_by_claim ON claim_places (claim_id);
CREATE INDEX claim_places_by_place ON claim_places (place_id);
"""
"""Made once all rows of the shards are in. Claims hold whole records: their order is made of an index alone."""

SEARCHED = """
INSERT INTO documents_fts (rowid, headline, text)
    SELECT rowid, headline, text FROM documents WHERE rowid > :documents;
INSERT INTO claims_fts (rowid, evidence) SELECT rowid, evidence FROM claims WHERE rowid > :claims;
INSERT INTO claim_places_rtree
    SELECT place_row, longitude, longitude, latitude, latitude FROM claim_places
    WHERE place_row > :claim_places AND latitude IS NOT NULL;
"""
"""What is searched by words and points, from the rows behind the given ones on."""

NAMES = """
INSERT INTO party_names
    SELECT NULL, * FROM (SELECT DISTINCT name_key, actor_id, name FROM claim_parties) ORDER BY 2, 3, 4;
INSERT INTO place_names
    SELECT NULL, * FROM (SELECT DISTINCT name_key, place_id, name FROM claim_places) ORDER BY 2, 3, 4;
CREATE INDEX party_names_by_key ON party_names (name_key, name, actor_id);
CREATE INDEX place_names_by_key ON place_names (name_key, name, place_id);
CREATE INDEX party_names_by_actor ON party_names (actor_id);
CREATE INDEX place_names_by_place ON place_names (place_id);
INSERT INTO party_texts
    SELECT n.name_row, p.text, count(*) FROM claim_parties p
    CROSS JOIN party_names n ON n.name_key = p.name_key AND n.name = p.name AND n.actor_id IS p.actor_id
    WHERE p.text <> '' GROUP BY 1, 2;
INSERT INTO place_texts
    SELECT n.name_row, p.text, count(*) FROM claim_places p
    CROSS JOIN place_names n ON n.name_key = p.name_key AND n.name = p.name AND n.place_id IS p.place_id
    WHERE p.text <> '' GROUP BY 1, 2;
"""
"""Names of parties and places, and the ways in which pages write them, from the claims as people put them right.

Joined in this order: many places have no id, and an index of ids would find all of these for each name.
"""

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

WHOLE = """
CREATE INDEX IF NOT EXISTS events_by_time ON events (time_start, time_end);
CREATE INDEX IF NOT EXISTS event_claims_by_claim ON event_claims (claim_id);
CREATE INDEX contradictions_by_event ON contradictions (event_id);
CREATE INDEX control_by_place ON control (place_id, start);
CREATE INDEX IF NOT EXISTS passages_by_document ON passages (document_id, start);
CREATE INDEX IF NOT EXISTS passages_by_other ON passages (other, other_start);
CREATE INDEX revisions_by_url ON revisions (url, number);
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
CREATE TEMP TABLE parties AS
    SELECT n.name_row, p.role, o.position FROM claim_parties p
    JOIN party_names n ON n.name_key = p.name_key AND n.name = p.name AND n.actor_id IS p.actor_id
    JOIN claim_order o ON o.claim_id = p.claim_id AND o.comment_id IS NULL;
INSERT OR IGNORE INTO party_order SELECT name_row, role, position FROM parties;
INSERT OR IGNORE INTO place_order
    SELECT n.name_row, o.position FROM claim_places p
    JOIN place_names n ON n.name_key = p.name_key AND n.name = p.name AND n.place_id IS p.place_id
    JOIN claim_order o ON o.claim_id = p.claim_id AND o.comment_id IS NULL;
CREATE INDEX party_order_by_position ON party_order (position, name_row);
INSERT INTO actors
    SELECT NULL, n.actor_id, min(n.name) AS shown, count(DISTINCT p.position) AS told,
        sum(p.role = 'agent'), sum(p.role = 'target'), sum(p.role = 'recipient'), sum(p.role = 'speaker'),
        min(o.time_start), max(o.time_end)
    FROM parties p CROSS JOIN party_names n USING (name_row) CROSS JOIN claim_order o USING (position)
    GROUP BY coalesce(n.actor_id, n.name) ORDER BY told DESC, shown, n.actor_id;
DROP TABLE parties;
INSERT INTO places
    SELECT NULL, s.place_id, s.name, s.country, s.admin1, s.precision, s.latitude, s.longitude, s.radius_km,
        t.told, t.events, t.earliest, t.latest
    FROM (SELECT coalesce(p.place_id, p.name) AS spot, count(DISTINCT o.position) AS told,
            count(DISTINCT o.event_position) AS events, min(o.time_start) AS earliest, max(o.time_end) AS latest
        FROM claim_places p JOIN claim_order o ON o.claim_id = p.claim_id AND o.comment_id IS NULL GROUP BY spot) t
    JOIN (SELECT coalesce(p.place_id, p.name) AS spot, p.*,
            min(printf('%09.1f', coalesce(p.radius_km, 99999))
                || json_array(p.name, p.precision, p.country, p.admin1, p.latitude, p.longitude))
        FROM claim_places p GROUP BY spot) s USING (spot)
    ORDER BY t.told DESC, s.name, t.spot;
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
"""Made once all rows are in. Where one id has several names or extents, the same one is shown whatever came first: the
first name by its letters, the finest extent.
"""
