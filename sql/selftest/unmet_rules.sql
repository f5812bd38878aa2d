-- Damage to the rules that probes of the plan's checks try.
-- $1: json, the plan's checks: id, gate and parameters of each
-- Returns: the columns of a damage, which core/record/trial.h describes.
WITH probe AS (
    SELECT p.name, p.given, p.given ->> 'statement' AS statement, p.given -> 'fails' ->> 'constraint' AS rule
    FROM pg_catalog.jsonb_array_elements($1::jsonb) AS c (value)
    CROSS JOIN pg_catalog.jsonb_each(c.value -> 'parameters' -> 'probes') AS p (name, given)
    WHERE c.value ->> 'gate' = 'constraint_probe' AND c.value -> 'parameters' ->> 'sides' = 'target'
), relation AS (
    SELECT r.oid, pg_catalog.format('%I.%I', n.nspname, r.relname) AS name, n.nspname, r.relname
    FROM pg_catalog.pg_class AS r
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE r.relkind = 'r' AND NOT r.relispartition AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
), demand AS (
    SELECT 'refused' AS sort, p.name AS probe, r.name AS relation, pg_catalog.quote_ident(k.conname) AS name,
           pg_catalog.concat_ws(', ', p.given -> 'fails' ->> 'sqlstate', k.conname,
                                '"' || (p.given -> 'fails' ->> 'message') || '"') AS words, k.contype
    FROM probe AS p
    JOIN pg_catalog.pg_constraint AS k ON k.conname = p.rule AND k.contype IN ('c', 'f')
    JOIN relation AS r ON r.oid = k.conrelid
    -- The only one of that name, and the only rule that refuses these values.
    WHERE (SELECT pg_catalog.count(*) FROM pg_catalog.pg_constraint AS o WHERE o.conname = p.rule) = 1
    UNION ALL
    SELECT 'accepted', p.name, r.name, NULL, NULL, NULL
    FROM probe AS p
    JOIN relation AS r ON pg_catalog.strpos(p.statement, 'INSERT INTO ' || r.name || ' ') = 1
    WHERE p.given ->> 'succeeds' = 'true' AND p.given -> 'before' = '[]'
)
SELECT d.kind, pg_catalog.format('probe "%s"', t.probe) AS object,
       pg_catalog.format(d.plant, t.relation, t.name) AS plant,
       'SELECT pg_catalog.jsonb_build_array((SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(c.conname, '
       'pg_catalog.pg_get_constraintdef(c.oid)) ORDER BY c.oid) FROM pg_catalog.pg_constraint AS c), '
       '(SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(t.tgname, t.tgenabled) ORDER BY t.oid) '
       'FROM pg_catalog.pg_trigger AS t), (SELECT pg_catalog.count(*) FROM pg_catalog.pg_rewrite AS w))' AS looks,
       'constraint_probe' AS gate, pg_catalog.format(d.finding, t.probe, t.words) AS finding, d.also, NULL AS undo
FROM demand AS t
JOIN (VALUES
    ('c', 'probed check constraint dropped', 'ALTER TABLE %1$s DROP CONSTRAINT %2$s',
     '%1$s: have succeeded, want fails with %2$s', 'constraints'),
    ('c', 'probed check constraint that allows everything',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s CHECK (true)',
     '%1$s: have succeeded, want fails with %2$s', 'constraints'),
    ('c', 'probed check constraint renamed', 'ALTER TABLE %1$s RENAME CONSTRAINT %2$s TO renamed_by_selftest',
     '%1$s: have 23514, renamed_by_selftest: *, want fails with %2$s', 'constraints'),
    ('f', 'probed foreign key dropped', 'ALTER TABLE %1$s DROP CONSTRAINT %2$s',
     '%1$s: have succeeded, want fails with %2$s', 'constraints'),
    ('f', 'probed foreign key that nothing enforces', 'ALTER TABLE %1$s DISABLE TRIGGER ALL',
     '%1$s: have succeeded, want fails with %2$s', 'triggers,constraints'),
    ('accepted', 'probed table that refuses all rows',
     'ALTER TABLE %1$s ADD CONSTRAINT added_by_selftest CHECK (false) NOT VALID',
     '%1$s: have 23514, added_by_selftest: *, want succeeds', 'constraints'),
    -- The function works for updates only.
    ('accepted', 'probed table whose trigger refuses all rows',
     'CREATE TRIGGER added_by_selftest BEFORE INSERT ON %1$s FOR EACH ROW '
     'EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger()',
     '%1$s: have 39P01*, want succeeds', 'triggers')
) AS d (applies, kind, plant, finding, also) ON d.applies IN (t.sort, t.contype::text)
ORDER BY t.probe COLLATE "C", d.kind;
