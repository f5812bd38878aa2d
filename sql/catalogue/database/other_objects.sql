-- The other kinds of objects that users can create: operators and what access methods use of them,
-- casts, collations, conversions, text search objects, languages, transforms, access methods and
-- event triggers. Leaves out operators that exist only because another one names them.
-- Returns: schema, relation (NULL: of none), object, of_extension, properties (JSON object), doubt
-- (NULL: none).
SELECT COALESCE(i.schema, h.schema) AS schema, NULL AS relation,
       -- Up to 15 a server says "transform for t on language l".
       CASE WHEN i.type LIKE '% of access method' THEN i.identity
            WHEN i.type = 'transform' THEN pg_catalog.format(
                'transform %s', pg_catalog.replace(i.identity, ' on language ', ' language '))
            ELSE pg_catalog.format('%s %s', i.type, i.identity) END AS object,
       EXISTS (SELECT FROM pg_catalog.pg_depend AS e
               WHERE e.classid = COALESCE(h.class, o.class) AND e.objid = COALESCE(h.oid, o.oid)
                 AND e.deptype = 'e') AS of_extension,
       -- What a function must accept follows from the object, and newer versions of the server's own
       -- functions accept more. So only the name counts.
       (o.texts
        || COALESCE((SELECT pg_catalog.jsonb_object_agg(f.key, pg_catalog.jsonb_build_object(
                                'name', NULLIF(pg_catalog.regexp_replace(
                                    f.value, '\([^()]*\)$', ''), '-')))
                     FROM pg_catalog.jsonb_each_text(o.functions) AS f), '{}')
        || COALESCE((SELECT pg_catalog.jsonb_object_agg(
                                n.key, pg_catalog.jsonb_build_object('name', n.value))
                     FROM pg_catalog.jsonb_each_text(o.names) AS n), '{}'))::json AS properties,
       NULL AS doubt
FROM (
    SELECT 'pg_catalog.pg_operator'::pg_catalog.regclass AS class, p.oid,
           pg_catalog.jsonb_build_object(
               'function', p.oprcode::pg_catalog.regprocedure,
               'restrict', p.oprrest::pg_catalog.regprocedure,
               'join', p.oprjoin::pg_catalog.regprocedure) AS functions,
           pg_catalog.jsonb_build_object(
               'result', pg_catalog.format_type(p.oprresult, NULL),
               'commutator', NULLIF(p.oprcom::pg_catalog.regoperator::text, '0'),
               'negator', NULLIF(p.oprnegate::pg_catalog.regoperator::text, '0')) AS names,
           pg_catalog.jsonb_build_object('hashes', p.oprcanhash::text,
                                         'merges', p.oprcanmerge::text) AS texts
    FROM pg_catalog.pg_operator AS p WHERE p.oprcode <> 0
    UNION ALL
    SELECT 'pg_catalog.pg_cast'::pg_catalog.regclass, k.oid, '{}',
           pg_catalog.jsonb_build_object(
               'function', NULLIF(k.castfunc::pg_catalog.regprocedure::text, '-')),
           pg_catalog.jsonb_build_object(
               'applies', CASE k.castcontext WHEN 'i' THEN 'implicitly' WHEN 'a' THEN 'in assignments'
                                             ELSE 'explicitly' END,
               'method', CASE k.castmethod WHEN 'f' THEN 'function' WHEN 'i' THEN 'input and output'
                                           ELSE 'same bytes' END)
    FROM pg_catalog.pg_cast AS k
    UNION ALL
    SELECT 'pg_catalog.pg_opclass'::pg_catalog.regclass, k.oid, '{}',
           pg_catalog.jsonb_build_object(
               'type', pg_catalog.format_type(k.opcintype, NULL),
               'storage', pg_catalog.format_type(NULLIF(k.opckeytype, 0), NULL),
               'family', (pg_catalog.pg_identify_object('pg_catalog.pg_opfamily'::pg_catalog.regclass,
                                                        k.opcfamily, 0)).identity),
           pg_catalog.jsonb_build_object('default', k.opcdefault::text)
    FROM pg_catalog.pg_opclass AS k
    UNION ALL
    SELECT 'pg_catalog.pg_opfamily'::pg_catalog.regclass, k.oid, '{}', '{}', '{}'
    FROM pg_catalog.pg_opfamily AS k
    UNION ALL
    SELECT 'pg_catalog.pg_amop'::pg_catalog.regclass, k.oid, '{}',
           pg_catalog.jsonb_build_object(
               'operator', k.amopopr::pg_catalog.regoperator::text,
               'orders by', (pg_catalog.pg_identify_object('pg_catalog.pg_opfamily'::pg_catalog.regclass,
                                                           NULLIF(k.amopsortfamily, 0), 0)).identity),
           '{}'
    FROM pg_catalog.pg_amop AS k
    UNION ALL
    SELECT 'pg_catalog.pg_amproc'::pg_catalog.regclass, k.oid, '{}',
           pg_catalog.jsonb_build_object('function', k.amproc::pg_catalog.regprocedure::text), '{}'
    FROM pg_catalog.pg_amproc AS k
    UNION ALL
    SELECT 'pg_catalog.pg_collation'::pg_catalog.regclass, k.oid, '{}', '{}',
           pg_catalog.jsonb_build_object(
               'provider', CASE k.collprovider WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu'
                                               WHEN 'b' THEN 'builtin' ELSE k.collprovider::text END,
               'deterministic', k.collisdeterministic::text,
               'locale', CASE WHEN k.collprovider = 'i' THEN sorted.locale
                              ELSE pg_catalog.to_jsonb(k) ->> 'colllocale' END,
               'order', CASE WHEN k.collprovider = 'c' THEN k.collcollate END,
               'character types', CASE WHEN k.collprovider = 'c' THEN k.collctype END,
               'rules', pg_catalog.to_jsonb(k) ->> 'collicurules')
    FROM pg_catalog.pg_collation AS k
    CROSS JOIN LATERAL (
        SELECT COALESCE(pg_catalog.to_jsonb(k) ->> 'colllocale',
                        pg_catalog.to_jsonb(k) ->> 'colliculocale', k.collcollate) AS written
    ) AS icu
    -- From 16 on a server writes each ICU locale as a language tag: de_DE@collation=phonebook as
    -- de-DE-u-co-phonebk.
    CROSS JOIN LATERAL (
        SELECT CASE l.language WHEN '' THEN 'und' WHEN 'de--phonebook' THEN 'de-u-co-phonebk'
                               WHEN 'posix' THEN 'en-us-u-va-posix'
                               WHEN 'en-us-posix' THEN 'en-us-u-va-posix' ELSE l.language
               END AS language,
               (SELECT pg_catalog.string_agg(t.key || COALESCE('-' || t.value, ''), '-')
                FROM (SELECT CASE pg_catalog.split_part(w.word, '=', 1)
                                 WHEN 'collation' THEN 'co' WHEN 'colstrength' THEN 'ks'
                                 WHEN 'colnumeric' THEN 'kn' WHEN 'colalternate' THEN 'ka'
                                 WHEN 'colcaselevel' THEN 'kc' WHEN 'colcasefirst' THEN 'kf'
                                 WHEN 'colbackwards' THEN 'kb' WHEN 'colnormalization' THEN 'kk'
                                 WHEN 'colreorder' THEN 'kr'
                                 ELSE pg_catalog.split_part(w.word, '=', 1) END AS key,
                             CASE pg_catalog.split_part(w.word, '=', 2)
                                 WHEN 'yes' THEN NULL WHEN 'no' THEN 'false'
                                 WHEN 'phonebook' THEN 'phonebk' WHEN 'traditional' THEN 'trad'
                                 WHEN 'dictionary' THEN 'dict' WHEN 'primary' THEN 'level1'
                                 WHEN 'secondary' THEN 'level2' WHEN 'tertiary' THEN 'level3'
                                 WHEN 'quaternary' THEN 'level4' WHEN 'identical' THEN 'identic'
                                 WHEN 'gb2312han' THEN 'gb2312' WHEN 'non-ignorable' THEN 'noignore'
                                 ELSE pg_catalog.split_part(w.word, '=', 2) END AS value
                      FROM pg_catalog.unnest(pg_catalog.string_to_array(
                               NULLIF(pg_catalog.split_part(pg_catalog.lower(icu.written), '@', 2), ''),
                               ';')) AS w (word)) AS t) AS keywords
        FROM (SELECT pg_catalog.replace(pg_catalog.lower(pg_catalog.split_part(icu.written, '@', 1)),
                                        '_', '-') AS language) AS l
    ) AS tag
    CROSS JOIN LATERAL (
        SELECT pg_catalog.regexp_replace(tag.language || COALESCE('-u-' || tag.keywords, ''),
                                         '-true\M', '', 'g') AS locale
    ) AS plain
    -- The order of a tag's keywords means nothing, and such a server sorts them.
    CROSS JOIN LATERAL (
        SELECT CASE WHEN plain.locale ~ '-u(-[a-z0-9]{2}(-[a-z0-9]{3,8})*)+$'
                    THEN pg_catalog.substring(plain.locale, '^(.*?-u)-')
                         || (SELECT pg_catalog.string_agg('-' || m.keyword[1], '' ORDER BY m.keyword[1])
                             FROM pg_catalog.regexp_matches(
                                 pg_catalog.substring(plain.locale, '^.*?-u-(.*)$'),
                                 '\m([a-z0-9]{2}(?:-[a-z0-9]{3,8})*)\M', 'g') AS m (keyword))
                    ELSE plain.locale END AS locale
    ) AS sorted
    UNION ALL
    SELECT 'pg_catalog.pg_conversion'::pg_catalog.regclass, k.oid,
           pg_catalog.jsonb_build_object('function', k.conproc::pg_catalog.regprocedure), '{}',
           pg_catalog.jsonb_build_object(
               'from', pg_catalog.pg_encoding_to_char(k.conforencoding),
               'to', pg_catalog.pg_encoding_to_char(k.contoencoding),
               'default', k.condefault::text)
    FROM pg_catalog.pg_conversion AS k
    UNION ALL
    SELECT 'pg_catalog.pg_ts_config'::pg_catalog.regclass, k.oid, '{}',
           pg_catalog.jsonb_build_object(
               'parser', (pg_catalog.pg_identify_object('pg_catalog.pg_ts_parser'::pg_catalog.regclass,
                                                        k.cfgparser, 0)).identity,
               'mappings',
               (SELECT pg_catalog.string_agg(pg_catalog.format('%s %s', m.maptokentype,
                                                               m.mapdict::pg_catalog.regdictionary),
                                             ', ' ORDER BY m.maptokentype, m.mapseqno)
                FROM pg_catalog.pg_ts_config_map AS m WHERE m.mapcfg = k.oid)),
           '{}'
    FROM pg_catalog.pg_ts_config AS k
    UNION ALL
    SELECT 'pg_catalog.pg_ts_dict'::pg_catalog.regclass, k.oid, '{}',
           pg_catalog.jsonb_build_object(
               'template', (pg_catalog.pg_identify_object(
                                'pg_catalog.pg_ts_template'::pg_catalog.regclass,
                                k.dicttemplate, 0)).identity),
           pg_catalog.jsonb_build_object('options', k.dictinitoption)
    FROM pg_catalog.pg_ts_dict AS k
    UNION ALL
    SELECT 'pg_catalog.pg_ts_parser'::pg_catalog.regclass, k.oid,
           pg_catalog.jsonb_build_object(
               'start', k.prsstart::pg_catalog.regprocedure,
               'token', k.prstoken::pg_catalog.regprocedure,
               'end', k.prsend::pg_catalog.regprocedure,
               'headline', k.prsheadline::pg_catalog.regprocedure,
               'token types', k.prslextype::pg_catalog.regprocedure), '{}', '{}'
    FROM pg_catalog.pg_ts_parser AS k
    UNION ALL
    SELECT 'pg_catalog.pg_ts_template'::pg_catalog.regclass, k.oid,
           pg_catalog.jsonb_build_object(
               'init', k.tmplinit::pg_catalog.regprocedure,
               'lexize', k.tmpllexize::pg_catalog.regprocedure), '{}', '{}'
    FROM pg_catalog.pg_ts_template AS k
    UNION ALL
    SELECT 'pg_catalog.pg_language'::pg_catalog.regclass, k.oid,
           pg_catalog.jsonb_build_object(
               'handler', k.lanplcallfoid::pg_catalog.regprocedure,
               'inline', k.laninline::pg_catalog.regprocedure,
               'validator', k.lanvalidator::pg_catalog.regprocedure), '{}',
           pg_catalog.jsonb_build_object('trusted', k.lanpltrusted::text)
    FROM pg_catalog.pg_language AS k
    UNION ALL
    SELECT 'pg_catalog.pg_transform'::pg_catalog.regclass, k.oid,
           pg_catalog.jsonb_build_object(
               'from SQL', k.trffromsql::pg_catalog.regprocedure,
               'to SQL', k.trftosql::pg_catalog.regprocedure), '{}', '{}'
    FROM pg_catalog.pg_transform AS k
    UNION ALL
    SELECT 'pg_catalog.pg_am'::pg_catalog.regclass, k.oid,
           pg_catalog.jsonb_build_object('handler', k.amhandler::pg_catalog.regprocedure), '{}',
           pg_catalog.jsonb_build_object(
               'type', CASE k.amtype WHEN 'i' THEN 'index' ELSE 'table' END)
    FROM pg_catalog.pg_am AS k
    UNION ALL
    SELECT 'pg_catalog.pg_event_trigger'::pg_catalog.regclass, k.oid,
           pg_catalog.jsonb_build_object('function', k.evtfoid::pg_catalog.regprocedure), '{}',
           pg_catalog.jsonb_build_object(
               'event', k.evtevent,
               'enabled', CASE k.evtenabled WHEN 'O' THEN 'yes' WHEN 'D' THEN 'no'
                                            WHEN 'A' THEN 'always' ELSE 'on replicas' END,
               'tags', (SELECT pg_catalog.string_agg(t.tag, ', ' ORDER BY t.tag COLLATE "C")
                        FROM pg_catalog.unnest(k.evttags) AS t (tag)))
    FROM pg_catalog.pg_event_trigger AS k
) AS o
CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.class, o.oid, 0) AS i
-- The operator class or family that an operator or function of an access method belongs to.
LEFT JOIN LATERAL (
    SELECT d.refclassid AS class, d.refobjid AS oid, f.schema
    FROM pg_catalog.pg_depend AS d
    CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.refclassid, d.refobjid, 0) AS f
    WHERE o.class IN ('pg_catalog.pg_amop'::pg_catalog.regclass,
                      'pg_catalog.pg_amproc'::pg_catalog.regclass)
      AND d.classid = o.class AND d.objid = o.oid AND d.deptype IN ('i', 'a')
      AND d.refclassid IN ('pg_catalog.pg_opclass'::pg_catalog.regclass,
                           'pg_catalog.pg_opfamily'::pg_catalog.regclass)
    LIMIT 1
) AS h ON true
WHERE o.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d  -- a range's own cast
                  WHERE d.classid = o.class AND d.objid = o.oid AND d.deptype = 'i'
                    AND h.class IS NULL)
  AND COALESCE(i.schema, h.schema) IS DISTINCT FROM 'information_schema'
ORDER BY i.type COLLATE "C", i.identity COLLATE "C";
