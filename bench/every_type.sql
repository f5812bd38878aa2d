-- `every_type`: :scale times a million rows with a column of every common type. Half of the columns can
-- be NULL; there every seventh value is. Every value is computed from the row's number.
--   psql -v scale=1 -f bench/every_type.sql
CREATE TYPE size AS ENUM ('tiny', 'small', 'medium', 'large', 'huge');
CREATE TYPE country AS ENUM (
    'at', 'be', 'bg', 'ch', 'cy', 'cz', 'de', 'dk', 'ee', 'es', 'fi', 'fr', 'gr', 'hr', 'hu',
    'ie', 'is', 'it', 'lt', 'lu', 'lv', 'mt', 'nl', 'no', 'pl', 'pt', 'ro', 'se', 'si', 'sk');

CREATE TABLE every_type (
    id bigint PRIMARY KEY,
    of_char char(40) NOT NULL,
    of_varchar varchar(100),
    of_text text,
    of_smallint smallint NOT NULL,
    of_integer integer,
    of_bigint bigint NOT NULL,
    of_boolean boolean,
    of_enum_of_5 size NOT NULL,
    of_enum_of_30 country,
    of_numeric_with_scale numeric(12, 2) NOT NULL,
    of_numeric numeric,
    of_float8 double precision NOT NULL,
    of_date date,
    of_time time NOT NULL,
    of_timestamp timestamp,
    of_timestamptz timestamptz NOT NULL,
    of_interval interval,
    of_uuid uuid NOT NULL,
    of_bytea bytea,
    of_inet inet NOT NULL,
    of_text_array text[] NOT NULL,
    of_integer_array integer[],
    of_jsonb jsonb
);
INSERT INTO every_type
SELECT i, 'code ' || i, CASE WHEN i % 7 <> 0 THEN 'name ' || md5(i::text) END,
       CASE WHEN i % 7 <> 1 THEN repeat('note ', 1 + i % 9) || i END, i % 30000,
       CASE WHEN i % 7 <> 2 THEN i * 3 END, i * 10000019::bigint, CASE WHEN i % 7 <> 3 THEN i % 2 = 0 END,
       (enum_range(NULL::size))[1 + i % 5],
       CASE WHEN i % 7 <> 4 THEN (enum_range(NULL::country))[1 + i % 30] END, (i % 1000000)::numeric / 100,
       CASE WHEN i % 7 <> 5 THEN round(i / 1000.0, i % 4) END, sqrt(i),
       CASE WHEN i % 7 <> 6 THEN date '1970-01-01' + i % 20000 END, time '00:00' + i * interval '0.071 second',
       CASE WHEN i % 7 <> 0 THEN timestamp '2001-01-01' + i * interval '97.13 second' END,
       timestamptz '2020-01-01 00:00:00Z' + i * interval '1.000123 second',
       CASE WHEN i % 7 <> 1 THEN i % 400 * interval '1 day' + i * interval '0.01 second' END, md5(i::text)::uuid,
       CASE WHEN i % 7 <> 2 THEN decode(md5(i::text) || md5((i + 1)::text), 'hex') END,
       inet '10.0.0.0' + i, ARRAY['tag ' || i % 50, 'tag ' || i % 7],
       CASE WHEN i % 7 <> 3 THEN ARRAY[i, i % 100, -i] END,
       CASE WHEN i % 7 <> 4 THEN jsonb_build_object('degree', 'BSc', 'year', 1990 + i % 35, 'score', i % 1000,
                                                    'issuer', md5((i % 1000)::text), 'honours', i % 3 = 0) END
FROM generate_series(1, (1000000 * :scale)::integer) AS i;
