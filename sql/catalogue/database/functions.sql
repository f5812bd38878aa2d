-- Functions, procedures and aggregates. A body may contain a secret, so it isn't shown.
-- Returns: schema, relation (NULL: of none), object, of_extension, properties (JSON object), doubt
-- (NULL: none).
SELECT n.nspname AS schema, NULL AS relation,
       pg_catalog.format('%s %I.%I(%s)',
                         CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate'
                                        ELSE 'function' END,
                         n.nspname, p.proname, pg_catalog.regexp_replace(  -- 13 prints no IN
                             pg_catalog.pg_get_function_identity_arguments(p.oid),
                             '(^|, )IN ', '\1', 'g')) AS object,
       EXISTS (SELECT FROM pg_catalog.pg_depend AS e
               WHERE e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND e.objid = p.oid
                 AND e.deptype = 'e') AS of_extension,
       (pg_catalog.jsonb_build_object(
           'arguments', pg_catalog.json_build_object(
               'arguments', pg_catalog.pg_get_function_arguments(p.oid)),
           'returns', pg_catalog.json_build_object(
               'name', pg_catalog.pg_get_function_result(p.oid)),
           'language', l.lanname,
           'library', p.probin,
           'volatility', CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable'
                                            ELSE 'volatile' END,
           'strict', p.proisstrict::text,
           'security', CASE WHEN p.prosecdef THEN 'definer' ELSE 'invoker' END,
           'leakproof', p.proleakproof::text,
           'parallel', CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted'
                                          ELSE 'unsafe' END,
           'window', (p.prokind = 'w')::text,
           'cost', p.procost::text,
           'rows', p.prorows::text,
           'settings', (SELECT pg_catalog.string_agg(s.setting, ', ' ORDER BY s.setting COLLATE "C")
                        FROM pg_catalog.unnest(p.proconfig) AS s (setting)),
           'support', pg_catalog.jsonb_build_object('name', NULLIF(p.prosupport::text, '-')),
           'transforms', pg_catalog.jsonb_build_object('name', (
               SELECT pg_catalog.string_agg(pg_catalog.format_type(f.type, NULL), ', ' ORDER BY f.place)
               FROM pg_catalog.unnest(p.protrftypes) WITH ORDINALITY AS f (type, place))),
           'depends on extensions',
           (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(x.extname), ', '
                                        ORDER BY x.extname COLLATE "C")
            FROM pg_catalog.pg_depend AS d
            JOIN pg_catalog.pg_extension AS x ON x.oid = d.refobjid
            WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid
              AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass),
           'body', pg_catalog.jsonb_build_object('unshown', NULLIF(p.prosrc, '')),
           -- BEGIN ATOMIC: the server prints the parsed body.
           'definition', CASE WHEN p.prosrc = '' THEN
               pg_catalog.jsonb_build_object('unshown_query', pg_catalog.pg_get_functiondef(p.oid)) END
       ) || CASE WHEN g.aggfnoid IS NULL THEN '{}' ELSE pg_catalog.jsonb_build_object(
           'kind', CASE g.aggkind WHEN 'n' THEN 'normal' WHEN 'o' THEN 'ordered set'
                                  ELSE 'hypothetical set' END,
           'transition', pg_catalog.jsonb_build_object('name', g.aggtransfn::text),
           'state', pg_catalog.jsonb_build_object('name', pg_catalog.format_type(g.aggtranstype, NULL)),
           'state size', g.aggtransspace::text,
           'initial state', g.agginitval,
           'final', pg_catalog.jsonb_build_object('name', NULLIF(g.aggfinalfn::text, '-')),
           'final gets arguments', g.aggfinalextra::text,
           'final modifies', CASE g.aggfinalmodify WHEN 'r' THEN 'nothing' WHEN 's' THEN 'shareable' ELSE 'the state' END,
           'combine', pg_catalog.jsonb_build_object('name', NULLIF(g.aggcombinefn::text, '-')),
           'serialize', pg_catalog.jsonb_build_object('name', NULLIF(g.aggserialfn::text, '-')),
           'deserialize', pg_catalog.jsonb_build_object('name', NULLIF(g.aggdeserialfn::text, '-')),
           'moving transition', pg_catalog.jsonb_build_object('name', NULLIF(g.aggmtransfn::text, '-')),
           'moving inverse', pg_catalog.jsonb_build_object('name', NULLIF(g.aggminvtransfn::text, '-')),
           'moving state', pg_catalog.jsonb_build_object('name', pg_catalog.format_type(NULLIF(g.aggmtranstype, 0), NULL)),
           'moving state size', g.aggmtransspace::text,
           'moving initial state', g.aggminitval,
           'moving final', pg_catalog.jsonb_build_object('name', NULLIF(g.aggmfinalfn::text, '-')),
           'moving final gets arguments', g.aggmfinalextra::text,
           'moving final modifies', CASE g.aggmfinalmodify WHEN 'r' THEN 'nothing' WHEN 's' THEN 'shareable' ELSE 'the state' END,
           'sort operator', pg_catalog.jsonb_build_object('name', NULLIF(g.aggsortop::pg_catalog.regoperator::text, '0'))
       ) END)::json AS properties,
       CASE WHEN p.prosecdef AND NOT EXISTS (SELECT FROM pg_catalog.unnest(p.proconfig) AS s (setting)
                                             WHERE s.setting LIKE 'search_path=%')
            THEN 'SECURITY DEFINER without SET search_path'
            WHEN l.lanname = 'c' THEN 'written in C, which managed servers don''t load'
       END AS doubt
FROM pg_catalog.pg_proc AS p
JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang
LEFT JOIN pg_catalog.pg_aggregate AS g ON g.aggfnoid = p.oid
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS i  -- a range's own constructors
                  WHERE i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                    AND i.objid = p.oid AND i.deptype = 'i')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", p.proname COLLATE "C", p.oid;
