CREATE SEQUENCE free;
CREATE SEQUENCE down INCREMENT -1;
CREATE SEQUENCE owned;
CREATE TABLE t (id serial, always int GENERATED ALWAYS AS IDENTITY,
                free numeric DEFAULT nextval('free'), falls bigint DEFAULT nextval('down'),
                owned int, word text);
ALTER SEQUENCE owned OWNED BY t.owned;
INSERT INTO t OVERRIDING SYSTEM VALUE VALUES (7, 11, NULL, -2, 4, 'a');
SELECT setval('t_id_seq', 7), setval('t_always_seq', 12, false), setval('down', -2), setval('owned', 4);
