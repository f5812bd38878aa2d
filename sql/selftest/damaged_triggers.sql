-- Damage to triggers and rules of tables.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, pg_catalog.format('%s on %s', t.name, t.relation) AS object,
       CASE WHEN d.replacement = ''
            THEN pg_catalog.format(d.change, t.relation, t.name)
            ELSE pg_catalog.format('DROP %s %s ON %s; %s', pg_catalog.upper(t.sort), t.name, t.relation,
                                   pg_catalog.regexp_replace(t.definition, d.change, d.replacement)) END AS plant,
       pg_catalog.format('SELECT pg_catalog.jsonb_build_array((SELECT '
       'pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array('
                         'g.tgname, g.tgenabled, pg_catalog.pg_get_triggerdef(g.oid)) ORDER BY g.tgname) '
                         'FROM pg_catalog.pg_trigger AS g WHERE g.tgrelid = %1$L::pg_catalog.regclass), (SELECT '
                         'pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(r.rulename, r.ev_enabled, '
                         'pg_catalog.pg_get_ruledef(r.oid)) ORDER BY r.rulename) '
                         'FROM pg_catalog.pg_rewrite AS r WHERE r.ev_class = %1$L::pg_catalog.regclass))', t.relation)
           AS looks,
       'triggers' AS gate,
       CASE WHEN d.kind = 'trigger added'
            THEN pg_catalog.format('%1$s trigger added_by_selftest: have one on the target, want none, as on the '
            'source',
                                   t.relation)
            ELSE pg_catalog.format('%1$s %2$s %3$s: have ' || d.finding, t.relation, t.sort, t.name, t.definition) END
           AS finding,
       d.also, NULL AS undo
FROM (
    SELECT 'trigger' AS sort, pg_catalog.format('%I.%I', n.nspname, r.relname) AS relation,
           pg_catalog.quote_ident(g.tgname) AS name, pg_catalog.pg_get_triggerdef(g.oid) AS definition,
           g.tgconstraint <> 0 AS is_constraint
    FROM pg_catalog.pg_trigger AS g
    JOIN pg_catalog.pg_class AS r ON r.oid = g.tgrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE NOT g.tgisinternal AND g.tgenabled = 'O' AND r.relkind = 'r' AND NOT r.relispartition
      AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
    UNION ALL
    SELECT 'rule', pg_catalog.format('%I.%I', n.nspname, r.relname), pg_catalog.quote_ident(w.rulename),
           pg_catalog.pg_get_ruledef(w.oid), false
    FROM pg_catalog.pg_rewrite AS w
    JOIN pg_catalog.pg_class AS r ON r.oid = w.ev_class
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE w.rulename <> '_RETURN' AND w.ev_enabled = 'O' AND r.relkind = 'r' AND NOT r.relispartition
      AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
) AS t
JOIN (VALUES
    ('trigger', '', 'trigger dropped', 'DROP TRIGGER %2$s ON %1$s', '',
     'none on the target, want one, as on the source*', ''),
    ('trigger', '', 'trigger renamed', 'ALTER TRIGGER %2$s ON %1$s RENAME TO renamed_by_selftest', '',
     'none on the target, want one, as on the source*', ''),
    ('trigger', '', 'trigger disabled', 'ALTER TABLE %1$s DISABLE TRIGGER %2$s', '',
     'enabled: no, want enabled: yes', ''),
    ('trigger', '', 'all triggers disabled', 'ALTER TABLE %1$s DISABLE TRIGGER USER', '',
     'enabled: no, want enabled: yes', ''),
    ('trigger', '', 'trigger enabled on replicas only', 'ALTER TABLE %1$s ENABLE REPLICA TRIGGER %2$s', '',
     'enabled: on replicas, want enabled: yes', ''),
    ('trigger', '', 'trigger enabled also on replicas', 'ALTER TABLE %1$s ENABLE ALWAYS TRIGGER %2$s', '',
     'enabled: always, want enabled: yes', ''),
    ('trigger', '', 'trigger added', 'CREATE TRIGGER added_by_selftest AFTER INSERT ON %1$s EXECUTE FUNCTION '
     'pg_catalog.suppress_redundant_updates_trigger()', '', '', ''),
    ('trigger', ' EXECUTE FUNCTION ', 'trigger of another function', ' EXECUTE FUNCTION .*',
     ' EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger()', 'definition: *, want definition: %4$s', ''),
    ('trigger', ' BEFORE ', 'trigger of another time', ' BEFORE ', ' AFTER ', 'definition: *, want definition: %4$s',
     ''),
    ('trigger', ' UPDATE ', 'trigger of another event', ' UPDATE ', ' DELETE ',
     'definition: *, want definition: %4$s', ''),
    ('trigger', ' (BEFORE|AFTER) (INSERT|UPDATE) ON ', 'trigger of more events', ' (BEFORE|AFTER) ',
     ' \1 DELETE OR ', 'definition: *, want definition: %4$s', ''),
    ('trigger', ' BEFORE .* FOR EACH ROW ', 'trigger for each statement', ' FOR EACH ROW ', ' FOR EACH STATEMENT ',
     'definition: *, want definition: %4$s', ''),
    ('trigger', ' WHEN ', 'trigger without its condition', ' WHEN \(.*\) EXECUTE ', ' EXECUTE ',
     'definition: *, want definition: %4$s', ''),
    ('trigger', '^((?! WHEN ).)*$', 'trigger with a condition', ' EXECUTE ', ' WHEN (3 > 2) EXECUTE ',
     'definition: *, want definition: %4$s', ''),
    ('trigger', ' UPDATE OF ', 'trigger of all columns', ' UPDATE OF .*? ON ', ' UPDATE ON ',
     'definition: *, want definition: %4$s', ''),
    ('trigger', 'CONSTRAINT .* DEFERRABLE ', 'constraint trigger that can''t be deferred', ' DEFERRABLE [A-Z ]*FOR ',
     ' FOR ', 'definition: *, want definition: %4$s', ''),
    ('trigger', ' DEFERRABLE INITIALLY IMMEDIATE ', 'constraint trigger deferred from the beginning',
     ' INITIALLY IMMEDIATE ', ' INITIALLY DEFERRED ', 'definition: *, want definition: %4$s', ''),
    ('rule', '', 'rule dropped', 'DROP RULE %2$s ON %1$s', '', 'none on the target, want one, as on the source*', ''),
    ('rule', '', 'rule renamed', 'ALTER RULE %2$s ON %1$s RENAME TO renamed_by_selftest', '',
     'none on the target, want one, as on the source*', ''),
    ('rule', '', 'rule disabled', 'ALTER TABLE %1$s DISABLE RULE %2$s', '', 'enabled: no, want enabled: yes', ''),
    ('rule', '', 'rule enabled on replicas only', 'ALTER TABLE %1$s ENABLE REPLICA RULE %2$s', '',
     'enabled: on replicas, want enabled: yes', ''),
    ('rule', '', 'rule enabled also on replicas', 'ALTER TABLE %1$s ENABLE ALWAYS RULE %2$s', '',
     'enabled: always, want enabled: yes', ''),
    ('rule', ' WHERE ', 'rule without its condition', ' WHERE .* DO ', ' DO ',
     'definition: *, want definition: %4$s', ''),
    ('rule', ' ON DELETE ', 'rule of another event', ' ON DELETE ', ' ON UPDATE ',
     'definition: *, want definition: %4$s', ''),
    ('rule', ' INSTEAD ', 'rule that no longer acts instead', ' INSTEAD ', ' ',
     'definition: *, want definition: %4$s', '')
) AS d (sort, applies, kind, change, replacement, finding, also)
  ON d.sort = t.sort AND pg_catalog.regexp_replace(t.definition, '\s+', ' ', 'g') ~ d.applies
ORDER BY t.relation COLLATE "C", t.name COLLATE "C", d.kind;
