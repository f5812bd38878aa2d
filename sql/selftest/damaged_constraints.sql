-- Damage to constraints.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, c.object,
       pg_catalog.format(d.plant, c.relation, c.name, c.definition, c.body, c.columns, c.expression) AS plant,
       pg_catalog.format('SELECT pg_catalog.jsonb_object_agg(c.conname, pg_catalog.pg_get_constraintdef(c.oid)) '
                         'FROM pg_catalog.pg_constraint AS c WHERE c.conrelid = %L::pg_catalog.regclass', c.relation)
           AS looks,
       'constraints' AS gate,
       pg_catalog.format(CASE d.finding WHEN 'added' THEN '%1$s constraint added_by_selftest: have one on the target, '
                                                          'want none, as on the source'
                                        ELSE '%1$s constraint %2$s: have ' || d.finding END, c.relation, c.name,
                                        c.definition,
                         c.body, c.columns) AS finding,
       d.also, NULL AS undo
FROM (
    SELECT pg_catalog.format('%I.%I', n.nspname, r.relname) AS relation,
           pg_catalog.format('%s on %I.%I', c.conname, n.nspname, r.relname) AS object,
           pg_catalog.quote_ident(c.conname) AS name, c.contype, c.confdeltype, c.confupdtype,
           c.condeferrable, c.connoinherit, s.definition,
           pg_catalog.regexp_replace(s.definition, ' (ON (DELETE|UPDATE)|DEFERRABLE|NOT VALID).*', '') AS body,
           pg_catalog.substring(s.definition, '\(.*?\)') AS columns,
           pg_catalog.substring(s.definition, '^CHECK \((.*)\)') AS expression
    FROM pg_catalog.pg_constraint AS c
    JOIN pg_catalog.pg_class AS r ON r.oid = c.conrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_constraintdef(c.oid) AS definition) AS s
    WHERE c.conparentid = 0 AND c.coninhcount = 0 AND r.relkind = 'r' AND c.convalidated
      AND n.nspname NOT IN ('pg_catalog', 'information_schema')
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
      -- Foreign keys that need it would go with it.
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS f WHERE f.contype = 'f' AND f.conindid = c.conindid
                                                                  AND c.contype IN ('p', 'u'))
) AS c
JOIN (VALUES
    ('c', 'check constraint dropped', 'ALTER TABLE %1$s DROP CONSTRAINT %2$s',
     'none on the target, want one, as on the source*', ''),
    ('c', 'check constraint that allows everything',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s CHECK (true)',
     'definition: CHECK (true), want definition: %3$s', ''),
    ('c', 'check constraint that also allows NULL',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s CHECK ((%6$s) IS NOT FALSE)',
     'definition: CHECK ((* IS NOT FALSE)), want definition: %3$s', ''),
    ('c', 'check constraint not validated',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s %3$s NOT VALID',
     'validated: false, want validated: true', ''),
    ('c', 'check constraint that children don''t inherit',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s %3$s NO INHERIT',
     'definition: %3$s NO INHERIT, want definition: %3$s', ''),
    ('c', 'check constraint renamed', 'ALTER TABLE %1$s RENAME CONSTRAINT %2$s TO renamed_by_selftest',
     'none on the target, want one, as on the source*', ''),
    ('c', 'check constraint not enforced',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s %3$s NOT ENFORCED',
     'definition: %3$s NOT ENFORCED, want definition: %3$s', ''),
    ('f', 'foreign key dropped', 'ALTER TABLE %1$s DROP CONSTRAINT %2$s',
     'none on the target, want one, as on the source*', ''),
    ('f', 'foreign key renamed', 'ALTER TABLE %1$s RENAME CONSTRAINT %2$s TO renamed_by_selftest',
     'none on the target, want one, as on the source*', ''),
    ('f', 'foreign key not validated',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s %3$s NOT VALID',
     'validated: false, want validated: true', ''),
    ('f', 'foreign key without its action on delete',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s %4$s',
     'definition: *, want definition: %3$s', ''),
    ('f', 'foreign key that sets NULL on delete',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s %4$s ON DELETE SET NULL',
     'definition: * ON DELETE SET NULL, want definition: %3$s', ''),
    ('f', 'foreign key with another action on update',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s %3$s ON UPDATE CASCADE',
     'definition: * ON UPDATE CASCADE*, want definition: %3$s', ''),
    ('f', 'foreign key with MATCH FULL',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s %4$s MATCH FULL',
     'definition: * MATCH FULL, want definition: %3$s', ''),
    ('f', 'foreign key made deferrable', 'ALTER TABLE %1$s ALTER CONSTRAINT %2$s DEFERRABLE',
     'definition: %3$s DEFERRABLE, want definition: %3$s', ''),
    ('f', 'foreign key initially deferred', 'ALTER TABLE %1$s ALTER CONSTRAINT %2$s DEFERRABLE INITIALLY DEFERRED',
     'definition: %3$s DEFERRABLE INITIALLY DEFERRED, want definition: %3$s', ''),
    ('f', 'foreign key not enforced', 'ALTER TABLE %1$s ALTER CONSTRAINT %2$s NOT ENFORCED',
     'definition: %3$s NOT ENFORCED, want definition: %3$s', ''),
    ('u', 'unique constraint dropped', 'ALTER TABLE %1$s DROP CONSTRAINT %2$s',
     'none on the target, want one, as on the source*', 'indexes'),
    ('u', 'unique constraint that became an index',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s; CREATE UNIQUE INDEX %2$s ON %1$s %5$s',
     'none on the target, want one, as on the source*', ''),
    ('u', 'unique constraint with another deferrability',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s %4$s DEFERRABLE INITIALLY DEFERRED',
     'definition: %4$s DEFERRABLE INITIALLY DEFERRED, want definition: %3$s', 'indexes'),
    ('u', 'unique constraint that allows one NULL',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s UNIQUE NULLS NOT DISTINCT %5$s',
     'definition: UNIQUE NULLS NOT DISTINCT %5$s, want definition: %3$s', 'indexes'),
    ('p', 'primary key dropped', 'ALTER TABLE %1$s DROP CONSTRAINT %2$s',
     'none on the target, want one, as on the source*', 'indexes'),
    ('p', 'primary key that became unique',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s UNIQUE %5$s',
     'definition: UNIQUE %5$s, want definition: %3$s', 'indexes'),
    ('p', 'primary key renamed', 'ALTER TABLE %1$s RENAME CONSTRAINT %2$s TO renamed_by_selftest',
     'none on the target, want one, as on the source*', 'indexes'),
    ('p', 'primary key made deferrable',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s %3$s DEFERRABLE',
     'definition: %3$s DEFERRABLE, want definition: %3$s', 'indexes'),
    ('x', 'exclusion constraint dropped', 'ALTER TABLE %1$s DROP CONSTRAINT %2$s',
     'none on the target, want one, as on the source*', 'indexes'),
    ('x', 'exclusion constraint made deferrable',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s %3$s DEFERRABLE',
     'definition: %3$s DEFERRABLE, want definition: %3$s', 'indexes'),
    ('x', 'exclusion constraint with a predicate',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s %3$s WHERE (3 > 2)',
     'definition: %3$s WHERE *, want definition: %3$s', 'indexes'),
    ('p', 'check constraint added', 'ALTER TABLE %1$s ADD CONSTRAINT added_by_selftest CHECK (true)',
     'added', ''),
    ('p', 'unique constraint added', 'ALTER TABLE %1$s ADD CONSTRAINT added_by_selftest UNIQUE %5$s',
     'added', 'indexes'),
    ('p', 'foreign key added',
     'ALTER TABLE %1$s ADD CONSTRAINT added_by_selftest FOREIGN KEY %5$s REFERENCES %1$s %5$s',
     'added', '')
) AS d (type, kind, plant, finding, also) ON d.type = c.contype::text
WHERE CASE WHEN d.kind LIKE '%not enforced'
           THEN pg_catalog.current_setting('server_version_num')::integer >= 180000
           WHEN d.kind LIKE '%allows one NULL'
           THEN pg_catalog.current_setting('server_version_num')::integer >= 150000
           WHEN d.kind = 'foreign key without its action on delete' THEN c.confdeltype <> 'a'
           WHEN d.kind = 'foreign key that sets NULL on delete' THEN c.confdeltype <> 'n'
           WHEN d.kind = 'foreign key with another action on update' THEN c.confupdtype = 'a'
           WHEN d.kind IN ('foreign key made deferrable', 'foreign key initially deferred')
           THEN NOT c.condeferrable
           ELSE true END
ORDER BY c.object COLLATE "C", d.kind;
