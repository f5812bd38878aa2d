-- Damage to functions, procedures and aggregates.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, f.signature AS object,
       CASE WHEN d.pattern = '' THEN pg_catalog.format(d.plant, f.signature, f.owner)
            ELSE pg_catalog.regexp_replace(f.definition, d.pattern, d.plant) END AS plant,
       pg_catalog.format('SELECT pg_catalog.jsonb_agg((pg_catalog.to_jsonb(p) || pg_catalog.jsonb_build_object('
                         '''aggregate'', pg_catalog.to_jsonb(a) - ''aggfnoid'')) - ''oid'' ORDER BY p.oid) '
                         'FROM pg_catalog.pg_proc AS p LEFT JOIN pg_catalog.pg_aggregate AS a ON a.aggfnoid = p.oid '
                         'WHERE p.pronamespace = %s', f.pronamespace) AS looks,
       'functions' AS gate,
       pg_catalog.format('%1$s %2$s: have ' || d.finding, f.sort, f.shown) AS finding, d.also, NULL AS undo
FROM (
    SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END AS sort, p.*,
           p.oid::pg_catalog.regprocedure::text AS signature, l.lanname,
           pg_catalog.format('%I.%I(%s)', n.nspname, p.proname, pg_catalog.regexp_replace(
               pg_catalog.pg_get_function_identity_arguments(p.oid), '(^|, )IN ', '\1', 'g')) AS shown,
           pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(p.proowner)) AS owner,
           CASE WHEN p.prokind <> 'a' THEN pg_catalog.pg_get_functiondef(p.oid) END AS definition,
           EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                   WHERE d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.refobjid = p.oid) AS is_used
    FROM pg_catalog.pg_proc AS p
    JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
    JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang
    WHERE n.nspname !~ '^(pg_.*|information_schema)$'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS i
                      WHERE i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND i.objid = p.oid
                        AND i.deptype IN ('i', 'e'))
) AS f
JOIN (VALUES
    ('unused', 'function dropped', '', 'DROP FUNCTION %1$s', 'none on the target, want one, as on the source*',
     'grants,owners'),
    ('unused', 'function renamed', '', 'ALTER FUNCTION %1$s RENAME TO renamed_by_selftest',
     'none on the target, want one, as on the source*', 'grants,owners'),
    ('unused', 'function in another schema', '', 'ALTER FUNCTION %1$s SET SCHEMA public',
     'none on the target, want one, as on the source*', 'grants,owners'),
    ('text', 'function with another body', '(AS \$[a-z]*\$)', '\1 ', 'body: *, want body: *', ''),
    ('sql', 'function with a body that means the same', '(AS \$[a-z]*\$)', '\1/* selftest */ ',
     'body: *, want body: *', ''),
    ('immutable', 'immutable function that became volatile', '', 'ALTER FUNCTION %1$s VOLATILE',
     'volatility: volatile, want volatility: immutable', ''),
    ('volatile', 'volatile function that became immutable', '', 'ALTER FUNCTION %1$s IMMUTABLE',
     'volatility: immutable, want volatility: volatile', ''),
    ('volatile', 'volatile function that became stable', '', 'ALTER FUNCTION %1$s STABLE',
     'volatility: stable, want volatility: volatile', ''),
    ('strict', 'function called with NULL', '', 'ALTER FUNCTION %1$s CALLED ON NULL INPUT',
     'strict: false, want strict: true', ''),
    ('not strict', 'function no longer called with NULL', '', 'ALTER FUNCTION %1$s STRICT',
     'strict: true, want strict: false', ''),
    ('definer', 'function no longer run as its owner', '', 'ALTER FUNCTION %1$s SECURITY INVOKER',
     'security: invoker, want security: definer', ''),
    ('invoker', 'function run as its owner', '', 'ALTER FUNCTION %1$s SECURITY DEFINER',
     'security: definer, want security: invoker', ''),
    ('path', 'function without its search path', '', 'ALTER FUNCTION %1$s RESET search_path',
     'settings: none, want settings: search_path=*', ''),
    ('function', 'function with another search path', '', 'ALTER FUNCTION %1$s SET search_path = selftest',
     'settings: *search_path=selftest*, want settings: *', ''),
    ('function', 'function with one setting more', '', 'ALTER FUNCTION %1$s SET work_mem = ''7MB''',
     'settings: *work_mem=7MB*, want settings: *', ''),
    ('safe', 'function no longer safe in parallel', '', 'ALTER FUNCTION %1$s PARALLEL UNSAFE',
     'parallel: unsafe, want parallel: safe', ''),
    ('unsafe', 'function safe in parallel', '', 'ALTER FUNCTION %1$s PARALLEL SAFE',
     'parallel: safe, want parallel: unsafe', ''),
    ('function', 'function of another cost', '', 'ALTER FUNCTION %1$s COST 777', 'cost: 777, want cost: *', ''),
    ('not leakproof', 'leakproof function', '', 'ALTER FUNCTION %1$s LEAKPROOF',
     'leakproof: true, want leakproof: false', ''),
    ('set', 'function that returns fewer rows', '', 'ALTER FUNCTION %1$s ROWS 7', 'rows: 7, want rows: *', ''),
    ('sql', 'function in another language', 'LANGUAGE sql(.*)AS (\$[a-z]*\$).*',
     'LANGUAGE plpgsql\1AS \2BEGIN END\2', 'language: plpgsql, want language: sql', ''),
    ('default', 'function with other defaults of its arguments', ' DEFAULT [^,)]*', ' DEFAULT NULL',
     'arguments: *, want arguments: *', ''),
    ('procedure', 'procedure dropped', '', 'DROP PROCEDURE %1$s', 'none on the target, want one, as on the source*',
     'grants,owners'),
    ('procedure', 'procedure with another body', '(AS \$[a-z]*\$)', '\1 ', 'body: *, want body: *', ''),
    ('aggregate', 'aggregate dropped', '', 'DROP AGGREGATE %1$s', 'none on the target, want one, as on the source*',
     'grants,owners'),
    ('aggregate', 'aggregate with another initial state', '',
     'UPDATE pg_catalog.pg_aggregate SET agginitval = ''7'' WHERE aggfnoid = ''%1$s''::pg_catalog.regprocedure',
     'initial state: 7, want initial state: *', ''),
    ('aggregate', 'aggregate of another function', '',
     'UPDATE pg_catalog.pg_aggregate SET aggtransfn = ''pg_catalog.numeric_add'' '
     'WHERE aggfnoid = ''%1$s''::pg_catalog.regprocedure', 'transition: *, want transition: *', '')
) AS d (applies, kind, pattern, plant, finding, also)
  ON CASE d.applies
         WHEN 'procedure' THEN f.sort = 'procedure'
         WHEN 'aggregate' THEN f.sort = 'aggregate' AND NOT f.is_used
         ELSE f.sort = 'function' AND CASE d.applies
                  WHEN 'function' THEN true
                  WHEN 'unused' THEN NOT f.is_used
                  WHEN 'text' THEN f.lanname IN ('sql', 'plpgsql') AND f.prosrc <> ''
                  WHEN 'sql' THEN f.lanname = 'sql' AND f.prosrc <> ''
                  WHEN 'immutable' THEN f.provolatile = 'i'
                  WHEN 'volatile' THEN f.provolatile = 'v'
                  WHEN 'strict' THEN f.proisstrict
                  WHEN 'not strict' THEN NOT f.proisstrict
                  WHEN 'definer' THEN f.prosecdef
                  WHEN 'invoker' THEN NOT f.prosecdef
                  WHEN 'path' THEN f.proconfig::text ~ '^\{"?search_path=[^,]*\}$'
                  WHEN 'safe' THEN f.proparallel = 's'
                  WHEN 'unsafe' THEN f.proparallel = 'u'
                  WHEN 'not leakproof' THEN NOT f.proleakproof
                  WHEN 'set' THEN f.proretset
                  WHEN 'default' THEN f.pronargdefaults > 0
              END
     END
ORDER BY f.shown COLLATE "C", d.kind;
