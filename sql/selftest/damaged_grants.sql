-- Damage to privileges.
-- $1: json, names of the roles as which gonogo reads, whose rights gates don't compare
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, o.subject AS object,
       pg_catalog.format(d.plant, o.phrase, o.privilege, o.grantee, o.list) AS plant,
       'SELECT pg_catalog.jsonb_build_array('
       '(SELECT pg_catalog.jsonb_agg(c.relacl ORDER BY c.oid) FROM pg_catalog.pg_class AS c), '
       '(SELECT pg_catalog.jsonb_agg(a.attacl ORDER BY a.attrelid, a.attnum) '
       'FROM pg_catalog.pg_attribute AS a WHERE a.attacl IS NOT NULL), '
       '(SELECT pg_catalog.jsonb_agg(p.proacl ORDER BY p.oid) FROM pg_catalog.pg_proc AS p), '
       '(SELECT pg_catalog.jsonb_agg(t.typacl ORDER BY t.oid) FROM pg_catalog.pg_type AS t), '
       '(SELECT pg_catalog.jsonb_agg(n.nspacl ORDER BY n.oid) FROM pg_catalog.pg_namespace AS n), '
       '(SELECT pg_catalog.jsonb_agg(l.lanacl ORDER BY l.oid) FROM pg_catalog.pg_language AS l), '
       '(SELECT pg_catalog.jsonb_agg(l.lomacl ORDER BY l.oid) FROM pg_catalog.pg_largeobject_metadata AS l), '
       '(SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(f) ORDER BY f.oid) FROM pg_catalog.pg_default_acl AS f), '
       '(SELECT pg_catalog.jsonb_agg(b.datacl) FROM pg_catalog.pg_database AS b '
       'WHERE b.datname = pg_catalog.current_database()))' AS looks,
       'grants' AS gate, pg_catalog.format('%1$s: have ' || d.finding, o.subject, o.privilege, o.grantee) AS finding,
       '' AS also, NULL AS undo
FROM (
    -- list: the columns after a privilege.
    SELECT o.sort, o.subject, o.phrase, o.list, o.owner, x.privilege_type AS privilege, x.is_grantable,
           CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(x.grantee))
           END AS grantee, x.grantee = o.owner AS is_owner
    FROM (
        SELECT k.sort, pg_catalog.format('%s %I.%I', k.sort, n.nspname, c.relname) AS subject,
               pg_catalog.format('%s %I.%I', CASE k.sort WHEN 'sequence' THEN 'SEQUENCE' ELSE 'TABLE' END, n.nspname,
                                 c.relname) AS phrase, '' AS list, c.relowner AS owner, c.relacl AS acl, k.type
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        CROSS JOIN LATERAL (
            SELECT CASE c.relkind WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
                                  ELSE 'table' END AS sort,
                   CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char" AS type
        ) AS k
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND n.nspname !~ '^(pg_.*|information_schema)$'
          AND (c.tableoid, c.oid) NOT IN (SELECT e.classid, e.objid
                                          FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
        UNION ALL
        SELECT 'column', pg_catalog.format('column %I.%I.%I', n.nspname, c.relname, a.attname),
               pg_catalog.format('TABLE %I.%I', n.nspname, c.relname), pg_catalog.format(' (%I)', a.attname),
               c.relowner, a.attacl, 'c'
        FROM pg_catalog.pg_attribute AS a
        JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND n.nspname !~ '^(pg_.*|information_schema)$'
          AND (c.tableoid, c.oid) NOT IN (SELECT e.classid, e.objid
                                          FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
        UNION ALL
        SELECT 'schema', pg_catalog.format('schema %I', n.nspname), pg_catalog.format('SCHEMA %I', n.nspname), '',
               n.nspowner, n.nspacl, 'n'
        FROM pg_catalog.pg_namespace AS n WHERE n.nspname !~ '^(pg_.*|information_schema|public)$'
          AND (n.tableoid, n.oid) NOT IN (SELECT e.classid, e.objid
                                          FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
        UNION ALL
        SELECT 'function', pg_catalog.format('function %I.%I(%s)', n.nspname, p.proname, pg_catalog.regexp_replace(
                   pg_catalog.pg_get_function_identity_arguments(p.oid), '(^|, )IN ', '\1', 'g')),
               pg_catalog.format('FUNCTION %s', p.oid::pg_catalog.regprocedure), '', p.proowner, p.proacl, 'f'
        FROM pg_catalog.pg_proc AS p
        JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
        WHERE p.prokind = 'f' AND n.nspname !~ '^(pg_.*|information_schema)$'
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS i
                          WHERE i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND i.objid = p.oid
                            AND i.deptype IN ('i', 'e'))
        UNION ALL
        SELECT 'type', pg_catalog.format('type %I.%I', n.nspname, t.typname),
               pg_catalog.format('TYPE %I.%I', n.nspname, t.typname), '', t.typowner, t.typacl, 'T'
        FROM pg_catalog.pg_type AS t
        JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
        WHERE t.typtype IN ('d', 'e', 'r') AND n.nspname !~ '^(pg_.*|information_schema)$'
          AND (t.tableoid, t.oid) NOT IN (SELECT e.classid, e.objid
                                          FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
        UNION ALL
        SELECT 'large object', '* on large objects', pg_catalog.format('LARGE OBJECT %s', l.oid), '', l.lomowner,
               l.lomacl, 'L'
        FROM pg_catalog.pg_largeobject_metadata AS l
        UNION ALL
        SELECT 'default privileges', pg_catalog.format('default privileges of %I for %s in schema %I', u.rolname,
                                                       pg_catalog.lower(k.name), n.nspname),
               k.name, pg_catalog.format(' FOR ROLE %I IN SCHEMA %I', u.rolname, n.nspname), f.defaclrole, f.defaclacl,
               f.defaclobjtype
        FROM pg_catalog.pg_default_acl AS f
        JOIN pg_catalog.pg_roles AS u ON u.oid = f.defaclrole
        JOIN pg_catalog.pg_namespace AS n ON n.oid = f.defaclnamespace
        CROSS JOIN LATERAL (SELECT CASE f.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES'
                                                        WHEN 'f' THEN 'FUNCTIONS' ELSE 'TYPES' END AS name) AS k
    ) AS o
    CROSS JOIN LATERAL pg_catalog.aclexplode(COALESCE(o.acl, pg_catalog.acldefault(o.type, o.owner))) AS x
    WHERE x.grantee NOT IN (SELECT r.oid FROM pg_catalog.pg_roles AS r
                            WHERE r.rolname IN (SELECT pg_catalog.json_array_elements_text($1::json)))
) AS o
JOIN (VALUES
    ('table', 'given', 'privilege on a table lost', 'REVOKE %2$s ON %1$s FROM %3$s', '%3$s: none, want %3$s: *'),
    ('view', 'given', 'privilege on a view lost', 'REVOKE %2$s ON %1$s FROM %3$s', '%3$s: none, want %3$s: *'),
    ('column', 'given', 'privilege on a column lost', 'REVOKE %2$s%4$s ON %1$s FROM %3$s', '*, want *'),
    ('column', 'given', 'privilege on a column that became one on the table', 'REVOKE %2$s%4$s ON %1$s FROM %3$s; '
     'GRANT %2$s ON %1$s TO %3$s', '*, want *'),
    ('sequence', 'given', 'privilege on a sequence lost', 'REVOKE %2$s ON %1$s FROM %3$s', '%3$s: none, want %3$s: *'),
    ('schema', 'given', 'privilege on a schema lost', 'REVOKE %2$s ON %1$s FROM %3$s', '%3$s: none, want %3$s: *'),
    ('function', 'given to one', 'privilege on a function lost', 'REVOKE %2$s ON %1$s FROM %3$s',
     '%3$s: none, want %3$s: *'),
    ('function', 'to PUBLIC', 'public privilege on a function lost', 'REVOKE %2$s ON %1$s FROM PUBLIC',
     'PUBLIC: none, want PUBLIC: ALL'),
    ('type', 'to PUBLIC', 'public privilege on a type lost', 'REVOKE %2$s ON %1$s FROM PUBLIC',
     'PUBLIC: none, want PUBLIC: ALL'),
    ('table', 'own', 'owner''s privilege on a table lost', 'REVOKE %2$s ON %1$s FROM %3$s',
     'its owner: *, want its owner: *'),
    ('function', 'own', 'owner''s privilege on a function lost', 'REVOKE %2$s ON %1$s FROM %3$s',
     'its owner: *, want its owner: *'),
    ('table', 'given', 'privilege that can be passed on', 'GRANT %2$s ON %1$s TO %3$s WITH GRANT OPTION',
     '%3$s: *, want %3$s: *'),
    ('table', 'given', 'all privileges on a table', 'GRANT ALL ON %1$s TO %3$s', '%3$s: *, want %3$s: *'),
    ('table', 'own', 'table that everybody may read', 'GRANT SELECT ON %1$s TO PUBLIC',
     'PUBLIC: SELECT, want PUBLIC: none'),
    ('table', 'own', 'table that everybody may change', 'GRANT UPDATE ON %1$s TO PUBLIC',
     'PUBLIC: UPDATE, want PUBLIC: none'),
    ('view', 'own', 'view that everybody may read', 'GRANT SELECT ON %1$s TO PUBLIC',
     'PUBLIC: SELECT, want PUBLIC: none'),
    ('materialized view', 'own', 'materialized view that everybody may read', 'GRANT SELECT ON %1$s TO PUBLIC',
     'PUBLIC: SELECT, want PUBLIC: none'),
    ('sequence', 'own', 'sequence that everybody may use', 'GRANT USAGE ON %1$s TO PUBLIC',
     'PUBLIC: USAGE, want PUBLIC: none'),
    ('schema', 'own', 'schema that everybody may use', 'GRANT USAGE ON %1$s TO PUBLIC',
     'PUBLIC: USAGE, want PUBLIC: none'),
    ('schema', 'own', 'schema in which everybody may create', 'GRANT CREATE ON %1$s TO PUBLIC',
     'PUBLIC: CREATE, want PUBLIC: none'),
    ('function', 'given to one', 'function that everybody may call', 'GRANT EXECUTE ON %1$s TO PUBLIC',
     'PUBLIC: ALL, want PUBLIC: none'),
    ('default privileges', 'given', 'default privileges lost',
     'ALTER DEFAULT PRIVILEGES%4$s REVOKE %2$s ON %1$s FROM %3$s',
     '*, want *'),
    ('default privileges', 'given', 'more default privileges',
     'ALTER DEFAULT PRIVILEGES%4$s GRANT ALL ON %1$s TO PUBLIC',
     '*, want *'),
    ('large object', 'own', 'large object that everybody may read', 'GRANT SELECT ON %1$s TO PUBLIC',
     'one on the target, want none, as on the source')
) AS d (sort, applies, kind, plant, finding)
  ON d.sort = o.sort
 AND CASE d.applies
         WHEN 'given' THEN NOT o.is_owner
         WHEN 'given to one' THEN NOT o.is_owner AND o.grantee <> 'PUBLIC'
         WHEN 'to PUBLIC' THEN o.grantee = 'PUBLIC'
         WHEN 'own' THEN o.is_owner
     END
ORDER BY o.subject COLLATE "C", d.kind;
