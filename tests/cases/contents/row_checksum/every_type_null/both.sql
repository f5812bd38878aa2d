CREATE EXTENSION hstore;
CREATE EXTENSION citext;
CREATE EXTENSION ltree;
CREATE EXTENSION cube;
CREATE TYPE place AS (number integer, name text);
CREATE DOMAIN price AS numeric CHECK (VALUE >= 0);
CREATE DOMAIN name_of_someone AS text;
CREATE DOMAIN named AS name_of_someone;
CREATE TYPE mood AS ENUM ('bad', 'ok', 'fine');
CREATE DOMAIN good_mood AS mood CHECK (VALUE <> 'bad');
CREATE TYPE ratios AS RANGE (subtype = float8);
CREATE TABLE kinds (n integer, name text, type text, one text);
INSERT INTO kinds VALUES
  (1, 'bool', 'boolean', 'true'),
  (2, 'bytea', 'bytea', '\x00ff'),
  (3, 'char', '"char"', 'a'),
  (4, 'name', 'name', 'ada'),
  (5, 'int8', 'bigint', '1'),
  (6, 'int2', 'smallint', '1'),
  (7, 'int2vector', 'int2vector', '1 2'),
  (8, 'int4', 'integer', '1'),
  (9, 'regproc', 'regproc', 'now'),
  (10, 'text', 'text', 'ada'),
  (11, 'oid', 'oid', '1'),
  (12, 'tid', 'tid', '(0,1)'),
  (13, 'xid', 'xid', '1'),
  (14, 'xid8', 'xid8', '1'),
  (15, 'cid', 'cid', '1'),
  (16, 'oidvector', 'oidvector', '1 2'),
  (17, 'json', 'json', '{"a":1}'),
  (18, 'xml', 'xml', '<a/>'),
  (19, 'point', 'point', '(1,2)'),
  (20, 'lseg', 'lseg', '[(0,0),(1,1)]'),
  (21, 'path', 'path', '[(0,0),(1,1)]'),
  (22, 'box', 'box', '(1,1),(0,0)'),
  (23, 'polygon', 'polygon', '((0,0),(1,1),(1,0))'),
  (24, 'line', 'line', '{1,2,3}'),
  (25, 'circle', 'circle', '<(0,0),1>'),
  (26, 'float4', 'float4', '0.1'),
  (27, 'float8', 'float8', '0.1'),
  (28, 'money', 'money', '1.00'),
  (29, 'macaddr', 'macaddr', '08:00:2b:01:02:03'),
  (30, 'macaddr8', 'macaddr8', '08:00:2b:01:02:03:04:05'),
  (31, 'inet', 'inet', '10.0.0.1'),
  (32, 'cidr', 'cidr', '10.0.0.0/8'),
  (33, 'bpchar', 'bpchar', 'a'),
  (34, 'bpchar_of_3', 'char(3)', 'a'),
  (35, 'varchar', 'varchar(5)', 'a'),
  (36, 'date', 'date', '2021-06-01'),
  (37, 'time', 'time', '12:00:00'),
  (38, 'timetz', 'timetz', '12:00:00+00'),
  (39, 'timestamp', 'timestamp', '2021-06-01 12:00:00'),
  (40, 'timestamptz', 'timestamptz', '2021-06-01 12:00:00Z'),
  (41, 'interval', 'interval', '1 day'),
  (42, 'bit', 'bit(4)', '0001'),
  (43, 'varbit', 'varbit', '1'),
  (44, 'numeric', 'numeric', '1.0'),
  (45, 'numeric_of_12_2', 'numeric(12,2)', '1.00'),
  (46, 'numeric_of_3_minus_3', 'numeric(3,-3)', '1000'),
  (47, 'uuid', 'uuid', '00112233-4455-6677-8899-aabbccddeeff'),
  (48, 'pg_lsn', 'pg_lsn', '0/1'),
  (49, 'txid_snapshot', 'txid_snapshot', '1:3:2'),
  (50, 'pg_snapshot', 'pg_snapshot', '1:3:2'),
  (51, 'tsvector', 'tsvector', 'a:1 b:2'),
  (52, 'tsquery', 'tsquery', 'a & b'),
  (53, 'regclass', 'regclass', 'pg_class'),
  (54, 'regtype', 'regtype', 'integer'),
  (55, 'regprocedure', 'regprocedure', 'lower(text)'),
  (56, 'regoper', 'regoper', 'pg_catalog.|/'),
  (57, 'regoperator', 'regoperator', '=(integer,integer)'),
  (58, 'regconfig', 'regconfig', 'simple'),
  (59, 'regdictionary', 'regdictionary', 'simple'),
  (60, 'regnamespace', 'regnamespace', 'pg_catalog'),
  (61, 'regrole', 'regrole', 'pg_monitor'),
  (62, 'regcollation', 'regcollation', '"C"'),
  (63, 'refcursor', 'refcursor', 'a'),
  (64, 'aclitem', 'aclitem', 'pg_monitor=r/pg_monitor'),
  (65, 'int4range', 'int4range', '[1,3)'),
  (66, 'int8range', 'int8range', '[1,3)'),
  (67, 'numrange', 'numrange', '[1.0,2)'),
  (68, 'tsrange', 'tsrange', '[2021-06-01,2021-06-02)'),
  (69, 'tstzrange', 'tstzrange', '[2021-06-01 00:00Z,)'),
  (70, 'daterange', 'daterange', '[2021-06-01,2021-06-02)'),
  (71, 'int4multirange', 'int4multirange', '{[1,3)}'),
  (72, 'int8multirange', 'int8multirange', '{[1,3)}'),
  (73, 'nummultirange', 'nummultirange', '{[1.0,2)}'),
  (74, 'tsmultirange', 'tsmultirange', '{[2021-06-01,2021-06-02)}'),
  (75, 'tstzmultirange', 'tstzmultirange', '{[2021-06-01 00:00Z,)}'),
  (76, 'datemultirange', 'datemultirange', '{[2021-06-01,2021-06-02)}'),
  (77, 'jsonb', 'jsonb', '{"a": 1.0}'),
  (78, 'jsonpath', 'jsonpath', '$.a'),
  (79, 'int4_array', 'integer[]', '{1,2}'),
  (80, 'text_array', 'text[]', '{NULL}'),
  (81, 'numeric_array', 'numeric[]', '{1.0}'),
  (82, 'timestamptz_array', 'timestamptz[]', '{2021-06-01 12:00:00Z}'),
  (83, 'interval_array', 'interval[]', '{1 day}'),
  (84, 'bpchar_array', 'bpchar[]', '{a}'),
  (85, 'composite', 'place', '(1,)'),
  (86, 'composite_array', 'place[]', '{"(1,)"}'),
  (87, 'domain', 'price', '1.0'),
  (88, 'domain_over_domain', 'named', 'ada'),
  (89, 'domain_over_enum', 'good_mood', 'ok'),
  (90, 'enum', 'mood', 'ok'),
  (91, 'enum_array', 'mood[]', '{ok}'),
  (92, 'range_of_users', 'ratios', '[0,1)'),
  (93, 'hstore', 'hstore', 'a=>1'),
  (94, 'citext', 'citext', 'ada'),
  (95, 'ltree', 'ltree', 'a.b'),
  (96, 'cube', 'cube', '(1,2)');
-- What an older server lacks is a text there, or has no negative scale.
UPDATE kinds SET type = CASE WHEN type = 'numeric(3,-3)' THEN 'numeric(6)' ELSE 'text' END
WHERE type LIKE '%multirange' AND current_setting('server_version_num')::integer < 140000
   OR type = 'numeric(3,-3)' AND current_setting('server_version_num')::integer < 150000;
DO $$ BEGIN
  EXECUTE (SELECT format('CREATE TABLE everything (id integer PRIMARY KEY, %s)',
                         string_agg(format('%I %s', name, type), ', ' ORDER BY n)) FROM kinds);
END $$;
DO $$ BEGIN
  EXECUTE (SELECT format('INSERT INTO everything (id, %s) SELECT id, %s FROM generate_series(1, 96) AS id',
                         string_agg(quote_ident(name), ', '),
                         string_agg(format('%L::%s', one, type), ', ')) FROM kinds);
END $$;
DO $$ BEGIN
  EXECUTE (SELECT format('CREATE TABLE among_nulls (id integer PRIMARY KEY, %s)',
                         string_agg(format('%I %s', name, type), ', ' ORDER BY n)) FROM kinds);
END $$;
DO $$ BEGIN
  EXECUTE (SELECT string_agg(format('INSERT INTO among_nulls (id, %I) VALUES (%s, %L)', name, n, one), ';') FROM kinds);
END $$;
