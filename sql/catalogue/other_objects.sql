-- The other kinds of objects that users can create: operators, casts, text search objects,
-- collations, languages and so on. They are rare; the check is mainly that they exist.
-- Returns: schema, relation (NULL: of none), object, of_extension, properties (JSON object), doubt
-- (NULL: none).
SELECT i.schema, NULL AS relation, pg_catalog.format('%s %s', i.type, i.identity) AS object,
       EXISTS (SELECT FROM pg_catalog.pg_depend AS e
               WHERE e.classid = o.class AND e.objid = o.oid AND e.deptype = 'e') AS of_extension,
       pg_catalog.json_build_object('properties', o.properties) AS properties, NULL AS doubt
FROM (
    SELECT 'pg_catalog.pg_operator'::pg_catalog.regclass AS class, p.oid,
           pg_catalog.format('%s %s %s', p.oprcode, p.oprcom::pg_catalog.regoper,
                             p.oprnegate::pg_catalog.regoper) AS properties
    FROM pg_catalog.pg_operator AS p
    UNION ALL
    SELECT 'pg_catalog.pg_cast'::pg_catalog.regclass, k.oid,
           pg_catalog.format('%s %s %s', k.castfunc::pg_catalog.regprocedure, k.castcontext,
                             k.castmethod)
    FROM pg_catalog.pg_cast AS k
    UNION ALL
    SELECT 'pg_catalog.pg_opclass'::pg_catalog.regclass, k.oid, k.opcdefault::text
    FROM pg_catalog.pg_opclass AS k
    UNION ALL
    SELECT 'pg_catalog.pg_opfamily'::pg_catalog.regclass, k.oid, NULL
    FROM pg_catalog.pg_opfamily AS k
    UNION ALL
    SELECT 'pg_catalog.pg_collation'::pg_catalog.regclass, k.oid,
           pg_catalog.format('%s %s %s', k.collprovider, k.collisdeterministic,
                             COALESCE(pg_catalog.to_jsonb(k) ->> 'colllocale',
                                      pg_catalog.to_jsonb(k) ->> 'colliculocale', k.collcollate))
    FROM pg_catalog.pg_collation AS k
    UNION ALL
    SELECT 'pg_catalog.pg_conversion'::pg_catalog.regclass, k.oid, k.conproc::text
    FROM pg_catalog.pg_conversion AS k
    UNION ALL
    SELECT 'pg_catalog.pg_ts_config'::pg_catalog.regclass, k.oid,
           (SELECT pg_catalog.string_agg(
                       pg_catalog.format('%s %s', m.maptokentype, m.mapdict::pg_catalog.regdictionary),
                       ', ' ORDER BY m.maptokentype, m.mapseqno)
            FROM pg_catalog.pg_ts_config_map AS m WHERE m.mapcfg = k.oid)
    FROM pg_catalog.pg_ts_config AS k
    UNION ALL
    SELECT 'pg_catalog.pg_ts_dict'::pg_catalog.regclass, k.oid, k.dictinitoption
    FROM pg_catalog.pg_ts_dict AS k
    UNION ALL
    SELECT 'pg_catalog.pg_language'::pg_catalog.regclass, k.oid, k.lanpltrusted::text
    FROM pg_catalog.pg_language AS k
    UNION ALL
    SELECT 'pg_catalog.pg_transform'::pg_catalog.regclass, k.oid, NULL
    FROM pg_catalog.pg_transform AS k
    UNION ALL
    SELECT 'pg_catalog.pg_event_trigger'::pg_catalog.regclass, k.oid,
           pg_catalog.format('%s %s enabled: %s %s', k.evtevent, k.evtfoid::pg_catalog.regprocedure,
                             CASE k.evtenabled WHEN 'O' THEN 'yes' WHEN 'D' THEN 'no'
                                               WHEN 'A' THEN 'always' ELSE 'on replicas' END,
                             pg_catalog.array_to_string(k.evttags, ', '))
    FROM pg_catalog.pg_event_trigger AS k
) AS o
CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.class, o.oid, 0) AS i
WHERE o.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d  -- a range's own cast
                  WHERE d.classid = o.class AND d.objid = o.oid AND d.deptype = 'i')
  AND i.schema IS DISTINCT FROM 'information_schema'
ORDER BY i.schema COLLATE "C", i.type COLLATE "C", i.identity COLLATE "C";
