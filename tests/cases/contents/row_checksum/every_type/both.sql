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
CREATE TABLE kinds (n integer, name text, type text, one text, odd text);
INSERT INTO kinds VALUES
  (1, 'bool', 'boolean', 'true', 'false'),
  (2, 'bytea', 'bytea', '\x00ff', '\x'),
  (3, 'char', '"char"', 'a', ''),
  (4, 'name', 'name', 'ada', ''),
  (5, 'int8', 'bigint', '1', '-9223372036854775808'),
  (6, 'int2', 'smallint', '1', '-32768'),
  (7, 'int2vector', 'int2vector', '1 2', ''),
  (8, 'int4', 'integer', '1', '-2147483648'),
  (9, 'regproc', 'regproc', 'now', '-'),
  (10, 'text', 'text', 'ada', ''),
  (11, 'oid', 'oid', '1', '4294967295'),
  (12, 'tid', 'tid', '(0,1)', '(4294967295,65535)'),
  (13, 'xid', 'xid', '1', '4294967295'),
  (14, 'xid8', 'xid8', '1', '18446744073709551615'),
  (15, 'cid', 'cid', '1', '4294967295'),
  (16, 'oidvector', 'oidvector', '1 2', ''),
  (17, 'json', 'json', '{"a":1}', 'null'),
  (18, 'xml', 'xml', '<a/>', ''),
  (19, 'point', 'point', '(1,2)', '(-0,NaN)'),
  (20, 'lseg', 'lseg', '[(0,0),(1,1)]', '[(-0,0),(0,-0)]'),
  (21, 'path', 'path', '[(0,0),(1,1)]', '[(1,1)]'),
  (22, 'box', 'box', '(1,1),(0,0)', '(-1,-1),(-1,-1)'),
  (23, 'polygon', 'polygon', '((0,0),(1,1),(1,0))', '((1,1))'),
  (24, 'line', 'line', '{1,2,3}', '{-0,1,0}'),
  (25, 'circle', 'circle', '<(0,0),1>', '<(-0,0),0>'),
  (26, 'float4', 'float4', '0.1', '-0'),
  (27, 'float8', 'float8', '0.1', 'NaN'),
  (28, 'money', 'money', '1.00', '0.01'),
  (29, 'macaddr', 'macaddr', '08:00:2b:01:02:03', '00:00:00:00:00:00'),
  (30, 'macaddr8', 'macaddr8', '08:00:2b:01:02:03:04:05', '00:00:00:00:00:00:00:00'),
  (31, 'inet', 'inet', '10.0.0.1', '::1/128'),
  (32, 'cidr', 'cidr', '10.0.0.0/8', '::/0'),
  (33, 'bpchar', 'bpchar', 'a', ''),
  (34, 'bpchar_of_3', 'char(3)', 'a', ''),
  (35, 'varchar', 'varchar(5)', 'a', ''),
  (36, 'date', 'date', '2021-06-01', '-infinity'),
  (37, 'time', 'time', '12:00:00', '24:00:00'),
  (38, 'timetz', 'timetz', '12:00:00+00', '24:00:00-15:59:59'),
  (39, 'timestamp', 'timestamp', '2021-06-01 12:00:00', '-infinity'),
  (40, 'timestamptz', 'timestamptz', '2021-06-01 12:00:00Z', 'infinity'),
  (41, 'interval', 'interval', '1 day', '-1 mon +1 day -00:00:00.000001'),
  (42, 'bit', 'bit(4)', '0001', '0000'),
  (43, 'varbit', 'varbit', '1', ''),
  (44, 'numeric', 'numeric', '1.0', 'NaN'),
  (45, 'numeric_of_12_2', 'numeric(12,2)', '1.00', '-0.01'),
  (46, 'numeric_of_3_minus_3', 'numeric(3,-3)', '1000', '-999000'),
  (47, 'uuid', 'uuid', '00112233-4455-6677-8899-aabbccddeeff', '00000000-0000-0000-0000-000000000000'),
  (48, 'pg_lsn', 'pg_lsn', '0/1', 'FFFFFFFF/FFFFFFFF'),
  (49, 'txid_snapshot', 'txid_snapshot', '1:3:2', '1:1:'),
  (50, 'pg_snapshot', 'pg_snapshot', '1:3:2', '1:1:'),
  (51, 'tsvector', 'tsvector', 'a:1 b:2', ''),
  (52, 'tsquery', 'tsquery', 'a & b', ''),
  (53, 'regclass', 'regclass', 'pg_class', '-'),
  (54, 'regtype', 'regtype', 'integer', '-'),
  (55, 'regprocedure', 'regprocedure', 'lower(text)', '-'),
  (56, 'regoper', 'regoper', 'pg_catalog.|/', '0'),
  (57, 'regoperator', 'regoperator', '=(integer,integer)', '0'),
  (58, 'regconfig', 'regconfig', 'simple', '-'),
  (59, 'regdictionary', 'regdictionary', 'simple', '-'),
  (60, 'regnamespace', 'regnamespace', 'pg_catalog', '-'),
  (61, 'regrole', 'regrole', 'pg_monitor', '-'),
  (62, 'regcollation', 'regcollation', '"C"', '-'),
  (63, 'refcursor', 'refcursor', 'a', ''),
  (64, 'aclitem', 'aclitem', 'pg_monitor=r/pg_monitor', '=r/pg_monitor'),
  (65, 'int4range', 'int4range', '[1,3)', 'empty'),
  (66, 'int8range', 'int8range', '[1,3)', '(,)'),
  (67, 'numrange', 'numrange', '[1.0,2)', '[NaN,NaN]'),
  (68, 'tsrange', 'tsrange', '[2021-06-01,2021-06-02)', '[-infinity,infinity]'),
  (69, 'tstzrange', 'tstzrange', '[2021-06-01 00:00Z,)', 'empty'),
  (70, 'daterange', 'daterange', '[2021-06-01,2021-06-02)', '(,)'),
  (71, 'int4multirange', 'int4multirange', '{[1,3)}', '{}'),
  (72, 'int8multirange', 'int8multirange', '{[1,3)}', '{(,)}'),
  (73, 'nummultirange', 'nummultirange', '{[1.0,2)}', '{}'),
  (74, 'tsmultirange', 'tsmultirange', '{[2021-06-01,2021-06-02)}', '{}'),
  (75, 'tstzmultirange', 'tstzmultirange', '{[2021-06-01 00:00Z,)}', '{}'),
  (76, 'datemultirange', 'datemultirange', '{[2021-06-01,2021-06-02)}', '{}'),
  (77, 'jsonb', 'jsonb', '{"a": 1.0}', 'null'),
  (78, 'jsonpath', 'jsonpath', '$.a', 'strict $'),
  (79, 'int4_array', 'integer[]', '{1,2}', '{{1},{NULL}}'),
  (80, 'text_array', 'text[]', '{NULL}', '{"",","," "}'),
  (81, 'numeric_array', 'numeric[]', '{1.0}', '{}'),
  (82, 'timestamptz_array', 'timestamptz[]', '{2021-06-01 12:00:00Z}', '{infinity}'),
  (83, 'interval_array', 'interval[]', '{1 day}', '{NULL}'),
  (84, 'bpchar_array', 'bpchar[]', '{a}', '{""}'),
  (85, 'composite', 'place', '(1,)', '(,)'),
  (86, 'composite_array', 'place[]', '{"(1,)"}', '{"(,)",NULL}'),
  (87, 'domain', 'price', '1.0', '0'),
  (88, 'domain_over_domain', 'named', 'ada', ''),
  (89, 'domain_over_enum', 'good_mood', 'ok', 'ok'),
  (90, 'enum', 'mood', 'ok', 'bad'),
  (91, 'enum_array', 'mood[]', '{ok}', '{}'),
  (92, 'range_of_users', 'ratios', '[0,1)', 'empty'),
  (93, 'hstore', 'hstore', 'a=>1', ''),
  (94, 'citext', 'citext', 'ada', ''),
  (95, 'ltree', 'ltree', 'a.b', ''),
  (96, 'cube', 'cube', '(1,2)', '(0)');
-- What an older server lacks is a text there, or has no negative scale.
UPDATE kinds SET type = CASE WHEN type = 'numeric(3,-3)' THEN 'numeric(6)' ELSE 'text' END
WHERE type LIKE '%multirange' AND current_setting('server_version_num')::integer < 140000
   OR type = 'numeric(3,-3)' AND current_setting('server_version_num')::integer < 150000;
DO $$ BEGIN
  EXECUTE (SELECT format('CREATE TABLE everything (id integer PRIMARY KEY, %s)',
                         string_agg(format('%I %s', name, type), ', ' ORDER BY n)) FROM kinds);
END $$;
DO $$ BEGIN
  EXECUTE (SELECT format('CREATE TABLE never_null (id integer PRIMARY KEY, %s)',
                         string_agg(format('%I %s NOT NULL', name, type), ', ' ORDER BY n)) FROM kinds);
END $$;
CREATE TABLE keyless (LIKE everything);
CREATE TABLE by_text (LIKE everything INCLUDING ALL);
CREATE TABLE by_sha256 (LIKE everything INCLUDING ALL);
