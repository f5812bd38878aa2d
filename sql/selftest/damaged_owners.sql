-- Damage to owners and comments, which objects of all kinds have.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT pg_catalog.format(d.kind, o.type) AS kind, o.identity AS object,
       pg_catalog.format(d.plant, o.phrase, pg_catalog.quote_ident(o.other)) AS plant,
       pg_catalog.format('SELECT pg_catalog.jsonb_build_array((SELECT %s FROM %s AS c WHERE c.oid = %s), '
                         '(SELECT pg_catalog.jsonb_agg(d.description ORDER BY d.classoid, d.objoid, d.objsubid) '
                         'FROM pg_catalog.pg_description AS d WHERE d.objoid = %s))',
                         COALESCE('c.' || pg_catalog.quote_ident(o.owner_column), 'c.oid'),
                         pg_catalog.replace(o.class, 'pg_largeobject', 'pg_largeobject_metadata'), o.oid, o.oid)
           AS looks,
       d.gate,
       pg_catalog.format(d.finding, o.phrase, pg_catalog.quote_ident(o.other), o.other, o.owner, o.type, o.identity)
           AS finding,
       '' AS also, NULL AS undo
FROM (
    SELECT o.*, i.type, i.identity, pg_catalog.pg_get_userbyid(o.owner_oid) AS owner, r.other,
           pg_catalog.format('%s %s', CASE WHEN i.type LIKE '% column' THEN 'COLUMN'
                                           WHEN i.type LIKE '% constraint' THEN 'CONSTRAINT'
                                           WHEN i.type = 'statistics object' THEN 'STATISTICS'
                                           ELSE pg_catalog.upper(i.type) END,
                             CASE i.type WHEN 'domain constraint'
                                         THEN pg_catalog.replace(i.identity, ' on ', ' ON DOMAIN ')
                                         WHEN 'operator' THEN pg_catalog.replace(i.identity, '(', ' (')
                                         ELSE i.identity END) AS phrase,
           EXISTS (SELECT FROM pg_catalog.pg_description AS n
                   WHERE n.classoid = o.class::pg_catalog.regclass
                     AND n.objoid = o.oid AND n.objsubid = o.sub) AS is_noted
    FROM (
        -- The sequence of a column has the owner of its table.
        SELECT 'pg_catalog.pg_class' AS class, c.oid, 0 AS sub,
               CASE WHEN NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                                     WHERE d.classid = c.tableoid AND d.objid = c.oid AND c.relkind = 'S'
                                       AND d.refclassid = c.tableoid AND d.deptype IN ('a', 'i'))
                    THEN 'relowner' END AS owner_column, c.relowner AS owner_oid
        FROM pg_catalog.pg_class AS c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'i')
        UNION ALL
        SELECT 'pg_catalog.pg_namespace', n.oid, 0, 'nspowner', n.nspowner FROM pg_catalog.pg_namespace AS n
        UNION ALL
        SELECT 'pg_catalog.pg_proc', p.oid, 0, 'proowner', p.proowner FROM pg_catalog.pg_proc AS p
        UNION ALL
        SELECT 'pg_catalog.pg_type', t.oid, 0, 'typowner', t.typowner FROM pg_catalog.pg_type AS t
        WHERE t.typtype IN ('d', 'e', 'r')
           OR t.typrelid IN (SELECT c.oid FROM pg_catalog.pg_class AS c WHERE c.relkind = 'c')
        UNION ALL
        SELECT 'pg_catalog.pg_operator', p.oid, 0, 'oprowner', p.oprowner FROM pg_catalog.pg_operator AS p
        UNION ALL
        SELECT 'pg_catalog.pg_collation', c.oid, 0, 'collowner', c.collowner FROM pg_catalog.pg_collation AS c
        UNION ALL
        SELECT 'pg_catalog.pg_conversion', c.oid, 0, 'conowner', c.conowner FROM pg_catalog.pg_conversion AS c
        UNION ALL
        SELECT 'pg_catalog.pg_ts_config', c.oid, 0, 'cfgowner', c.cfgowner FROM pg_catalog.pg_ts_config AS c
        UNION ALL
        SELECT 'pg_catalog.pg_ts_dict', c.oid, 0, 'dictowner', c.dictowner FROM pg_catalog.pg_ts_dict AS c
        UNION ALL
        SELECT 'pg_catalog.pg_statistic_ext', c.oid, 0, 'stxowner', c.stxowner FROM pg_catalog.pg_statistic_ext AS c
        UNION ALL
        SELECT 'pg_catalog.pg_publication', c.oid, 0, 'pubowner', c.pubowner FROM pg_catalog.pg_publication AS c
        UNION ALL
        SELECT 'pg_catalog.pg_event_trigger', c.oid, 0, NULL, c.evtowner FROM pg_catalog.pg_event_trigger AS c
        UNION ALL
        SELECT 'pg_catalog.pg_foreign_server', c.oid, 0, 'srvowner', c.srvowner FROM pg_catalog.pg_foreign_server AS c
        UNION ALL
        SELECT 'pg_catalog.pg_largeobject', c.oid, 0, 'lomowner', c.lomowner
        FROM pg_catalog.pg_largeobject_metadata AS c
        UNION ALL
        SELECT 'pg_catalog.pg_constraint', c.oid, 0, NULL, NULL FROM pg_catalog.pg_constraint AS c
        WHERE c.conparentid = 0
        UNION ALL
        SELECT 'pg_catalog.pg_trigger', c.oid, 0, NULL, NULL FROM pg_catalog.pg_trigger AS c WHERE NOT c.tgisinternal
        UNION ALL
        SELECT 'pg_catalog.pg_rewrite', c.oid, 0, NULL, NULL FROM pg_catalog.pg_rewrite AS c
        WHERE c.rulename <> '_RETURN'
        UNION ALL
        SELECT 'pg_catalog.pg_policy', c.oid, 0, NULL, NULL FROM pg_catalog.pg_policy AS c
        UNION ALL
        SELECT 'pg_catalog.pg_cast', c.oid, 0, NULL, NULL FROM pg_catalog.pg_cast AS c WHERE c.castmethod = 'f'
        UNION ALL
        SELECT 'pg_catalog.pg_class', a.attrelid, a.attnum, NULL, NULL FROM pg_catalog.pg_attribute AS a
        JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid AND c.relkind IN ('r', 'v', 'm', 'f', 'c')
        WHERE a.attnum > 0 AND NOT a.attisdropped
    ) AS o
    CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.class::pg_catalog.regclass, o.oid, o.sub) AS i
    LEFT JOIN LATERAL (
        SELECT r.rolname AS other FROM pg_catalog.pg_roles AS r
        WHERE r.oid <> o.owner_oid AND r.rolname !~ '^pg_' ORDER BY r.rolname COLLATE "C" LIMIT 1
    ) AS r ON true
    WHERE (o.oid >= 16384 OR o.class = 'pg_catalog.pg_largeobject')
      AND (o.class::pg_catalog.regclass, o.oid)
          NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
      -- Indexes, constraints, triggers and the like go with their table.
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                      LEFT JOIN pg_catalog.pg_constraint AS k
                             ON d.refclassid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND k.oid = d.refobjid
                      JOIN pg_catalog.pg_depend AS e
                        ON e.deptype = 'e' AND e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                       AND e.objid = COALESCE(k.conrelid, d.refobjid)
                      WHERE d.classid = o.class::pg_catalog.regclass AND d.objid = o.oid AND d.deptype IN ('a', 'i'))
      AND i.schema IS DISTINCT FROM 'information_schema' AND COALESCE(i.schema, '') !~ '^pg_'
) AS o
JOIN (VALUES
    ('owned', '%s of another owner', 'ALTER %1$s OWNER TO %2$s', 'owners', '*have owner: %3$s, want owner: %4$s'),
    ('large object', '%s of another owner', 'ALTER %1$s OWNER TO %2$s', 'owners',
     'large objects: have %3$s: *, want *'),
    ('noted', '%s without its comment', 'COMMENT ON %1$s IS NULL', 'comments',
     '%5$s %6$s: have none on the target, want one, as on the source*'),
    ('noted', '%s with another comment', 'COMMENT ON %1$s IS ''another''', 'comments',
     '%5$s %6$s: have comment: another, want comment: *'),
    ('not noted', '%s with a comment more', 'COMMENT ON %1$s IS ''added''', 'comments',
     '%5$s %6$s: have one on the target, want none, as on the source')
) AS d (applies, kind, plant, gate, finding)
  ON CASE d.applies
         WHEN 'owned' THEN o.owner_column IS NOT NULL AND o.type NOT IN ('large object', 'index')
         WHEN 'large object' THEN o.type = 'large object'
         WHEN 'noted' THEN o.is_noted
         WHEN 'not noted' THEN NOT o.is_noted
     END
ORDER BY o.identity COLLATE "C", d.kind;
