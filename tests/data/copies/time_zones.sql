-- Times with a zone in every place that has an expression.
CREATE SCHEMA time_zones;
SET search_path = time_zones;
CREATE TABLE visits (no int PRIMARY KEY, at timestamptz, word text, during tstzrange,
                     EXCLUDE USING gist (tstzrange(at, at, '[]') WITH &&));
CREATE INDEX ON visits ((at AT TIME ZONE 'Europe/Rome'));
CREATE INDEX ON visits (((at AT TIME ZONE 'UTC')::date));
CREATE INDEX ON visits ((extract(hour FROM at AT TIME ZONE 'UTC')));
CREATE INDEX ON visits ((substring(word FROM 2 FOR 3)), (trim(word)), (position('z' IN word)),
                        (overlay(word PLACING '-' FROM 2)), (normalize(word)));
CREATE INDEX ON visits ((word COLLATE "C"));
CREATE STATISTICS visited ON (at AT TIME ZONE 'UTC'), (no * 2) FROM visits;
CREATE TABLE by_day (no int, at timestamptz) PARTITION BY RANGE ((at AT TIME ZONE 'UTC'));
CREATE TABLE by_day_old PARTITION OF by_day FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE by_day_rest PARTITION OF by_day DEFAULT;
INSERT INTO visits VALUES (1, '2026-01-01 00:00+00', 'word');
INSERT INTO by_day VALUES (1, '2024-05-05'), (2, '2026-01-01');
