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
CREATE TABLE kinds (n integer, name text, type text, one text, two text);
INSERT INTO kinds VALUES
  (1, 'bool', 'boolean', 'true', 'false'),
  (2, 'bytea', 'bytea', '\x00ff', '\x00fe'),
  (3, 'char', '"char"', 'a', 'b'),
  (4, 'name', 'name', 'ada', 'Ada'),
  (5, 'int8', 'bigint', '1', '4294967297'),
  (6, 'int2', 'smallint', '1', '-1'),
  (7, 'int2vector', 'int2vector', '1 2', '1 3'),
  (8, 'int4', 'integer', '1', '65537'),
  (9, 'regproc', 'regproc', 'now', 'pi'),
  (10, 'text', 'text', 'ada', 'ada '),
  (11, 'oid', 'oid', '1', '2'),
  (12, 'tid', 'tid', '(0,1)', '(0,2)'),
  (13, 'xid', 'xid', '1', '2'),
  (14, 'xid8', 'xid8', '1', '4294967297'),
  (15, 'cid', 'cid', '1', '2'),
  (16, 'oidvector', 'oidvector', '1 2', '2 1'),
  (17, 'json', 'json', '{"a":1}', '{"a": 1}'),
  (18, 'xml', 'xml', '<a/>', '<a></a>'),
  (19, 'point', 'point', '(1,2)', '(1,2.0000000000000004)'),
  (20, 'lseg', 'lseg', '[(0,0),(1,1)]', '[(1,1),(0,0)]'),
  (21, 'path', 'path', '[(0,0),(1,1)]', '((0,0),(1,1))'),
  (22, 'box', 'box', '(1,1),(0,0)', '(1,2),(0,0)'),
  (23, 'polygon', 'polygon', '((0,0),(1,1),(1,0))', '((1,1),(1,0),(0,0))'),
  (24, 'line', 'line', '{1,2,3}', '{2,4,6}'),
  (25, 'circle', 'circle', '<(0,0),1>', '<(0,1),1>'),
  (26, 'float4', 'float4', '0.1', '0.10000001'),
  (27, 'float8', 'float8', '0.1', '0.10000000000000002'),
  (28, 'money', 'money', '1.00', '-1.00'),
  (29, 'macaddr', 'macaddr', '08:00:2b:01:02:03', '08:00:2b:01:02:04'),
  (30, 'macaddr8', 'macaddr8', '08:00:2b:01:02:03:04:05', '08:00:2b:01:02:03:04:06'),
  (31, 'inet', 'inet', '10.0.0.1', '10.0.0.1/24'),
  (32, 'cidr', 'cidr', '10.0.0.0/8', '10.0.0.0/16'),
  (33, 'bpchar', 'bpchar', 'a', 'a '),
  (34, 'bpchar_of_3', 'char(3)', 'a', 'b'),
  (35, 'varchar', 'varchar(5)', 'a', 'a '),
  (36, 'date', 'date', '2021-06-01', '2021-06-02'),
  (37, 'time', 'time', '12:00:00', '12:00:00.000001'),
  (38, 'timetz', 'timetz', '12:00:00+00', '13:00:00+01'),
  (39, 'timestamp', 'timestamp', '2021-06-01 12:00:00', '2021-06-01 12:00:00.000001'),
  (40, 'timestamptz', 'timestamptz', '2021-06-01 12:00:00Z', '2021-06-01 12:00:00.000001Z'),
  (41, 'interval', 'interval', '1 day', '24:00'),
  (42, 'bit', 'bit(4)', '0001', '1001'),
  (43, 'varbit', 'varbit', '1', '10'),
  (44, 'numeric', 'numeric', '1.0', '1.00'),
  (45, 'numeric_of_12_2', 'numeric(12,2)', '1.00', '10000.00'),
  (46, 'numeric_of_3_minus_3', 'numeric(3,-3)', '1000', '2000'),
  (47, 'uuid', 'uuid', '00112233-4455-6677-8899-aabbccddeeff', '00112233-4455-6677-8899-aabbccddeefe'),
  (48, 'pg_lsn', 'pg_lsn', '0/1', '1/0'),
  (49, 'txid_snapshot', 'txid_snapshot', '1:3:2', '1:3:'),
  (50, 'pg_snapshot', 'pg_snapshot', '1:3:2', '1:3:'),
  (51, 'tsvector', 'tsvector', 'a:1 b:2', 'a:1A b:2'),
  (52, 'tsquery', 'tsquery', 'a & b', 'a <-> b'),
  (53, 'regclass', 'regclass', 'pg_class', 'pg_type'),
  (54, 'regtype', 'regtype', 'integer', 'bigint'),
  (55, 'regprocedure', 'regprocedure', 'lower(text)', 'upper(text)'),
  (56, 'regoper', 'regoper', 'pg_catalog.|/', 'pg_catalog.||/'),
  (57, 'regoperator', 'regoperator', '=(integer,integer)', '=(bigint,bigint)'),
  (58, 'regconfig', 'regconfig', 'simple', 'english'),
  (59, 'regdictionary', 'regdictionary', 'simple', 'english_stem'),
  (60, 'regnamespace', 'regnamespace', 'pg_catalog', 'public'),
  (61, 'regrole', 'regrole', 'pg_monitor', 'pg_read_all_settings'),
  (62, 'regcollation', 'regcollation', '"C"', '"POSIX"'),
  (63, 'refcursor', 'refcursor', 'a', 'A'),
  (64, 'aclitem', 'aclitem', 'pg_monitor=r/pg_monitor', 'pg_monitor=w/pg_monitor'),
  (65, 'int4range', 'int4range', '[1,3)', '[1,4)'),
  (66, 'int8range', 'int8range', '[1,3)', '[1,4294967299)'),
  (67, 'numrange', 'numrange', '[1.0,2)', '[1.00,2)'),
  (68, 'tsrange', 'tsrange', '[2021-06-01,2021-06-02)', '[2021-06-01,2021-06-02]'),
  (69, 'tstzrange', 'tstzrange', '[2021-06-01 00:00Z,)', '[2021-06-01 00:00Z,infinity)'),
  (70, 'daterange', 'daterange', '[2021-06-01,2021-06-02)', '[2021-06-01,2021-06-03)'),
  (71, 'int4multirange', 'int4multirange', '{[1,3)}', '{[1,4)}'),
  (72, 'int8multirange', 'int8multirange', '{[1,3)}', '{[1,3),[5,6)}'),
  (73, 'nummultirange', 'nummultirange', '{[1.0,2)}', '{[1.00,2)}'),
  (74, 'tsmultirange', 'tsmultirange', '{[2021-06-01,2021-06-02)}', '{[2021-06-01,2021-06-02]}'),
  (75, 'tstzmultirange', 'tstzmultirange', '{[2021-06-01 00:00Z,)}', '{[2021-06-01 00:00Z,infinity)}'),
  (76, 'datemultirange', 'datemultirange', '{[2021-06-01,2021-06-02)}', '{[2021-06-01,2021-06-03)}'),
  (77, 'jsonb', 'jsonb', '{"a": 1.0}', '{"a": 1.00}'),
  (78, 'jsonpath', 'jsonpath', '$.a', '$.b'),
  (79, 'int4_array', 'integer[]', '{1,2}', '[0:1]={1,2}'),
  (80, 'text_array', 'text[]', '{NULL}', '{"NULL"}'),
  (81, 'numeric_array', 'numeric[]', '{1.0}', '{1.00}'),
  (82, 'timestamptz_array', 'timestamptz[]', '{2021-06-01 12:00:00Z}', '{2021-06-01 12:00:00.000001Z}'),
  (83, 'interval_array', 'interval[]', '{1 day}', '{24:00}'),
  (84, 'bpchar_array', 'bpchar[]', '{a}', '{"a "}'),
  (85, 'composite', 'place', '(1,)', '(1,"")'),
  (86, 'composite_array', 'place[]', '{"(1,)"}', '{"(1,\"\")"}'),
  (87, 'domain', 'price', '1.0', '1.00'),
  (88, 'domain_over_domain', 'named', 'ada', 'Ada'),
  (89, 'domain_over_enum', 'good_mood', 'ok', 'fine'),
  (90, 'enum', 'mood', 'ok', 'fine'),
  (91, 'enum_array', 'mood[]', '{ok}', '{fine}'),
  (92, 'range_of_users', 'ratios', '[0,1)', '[-0,1)'),
  (93, 'hstore', 'hstore', 'a=>1', 'a=>NULL'),
  (94, 'citext', 'citext', 'ada', 'Ada'),
  (95, 'ltree', 'ltree', 'a.b', 'a.c'),
  (96, 'cube', 'cube', '(1,2)', '(1,3)');
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
