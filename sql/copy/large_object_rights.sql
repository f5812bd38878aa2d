-- The statements that give large objects their owner and privileges, as on this server.
-- $1 text: JSON list of oids, $2 text: JSON list of roles that get nothing.
-- Returns: statement.
SELECT s.statement
FROM (
    SELECT m.oid, 1 AS step, 0 AS place,
           pg_catalog.format('ALTER LARGE OBJECT %s OWNER TO %I', m.oid,
                             pg_catalog.pg_get_userbyid(m.lomowner)) AS statement
    FROM pg_catalog.pg_largeobject_metadata AS m
    UNION ALL
    SELECT m.oid, 2, 0,
           pg_catalog.format('REVOKE ALL ON LARGE OBJECT %s FROM PUBLIC, %I', m.oid,
                             pg_catalog.pg_get_userbyid(m.lomowner))
    FROM pg_catalog.pg_largeobject_metadata AS m
    WHERE m.lomacl IS NOT NULL
    UNION ALL
    SELECT m.oid, 3, x.place,
           pg_catalog.format('GRANT %s ON LARGE OBJECT %s TO %s%s', x.privilege_type, m.oid,
                             CASE x.grantee WHEN 0 THEN 'PUBLIC'
                                            ELSE pg_catalog.quote_ident(
                                                     pg_catalog.pg_get_userbyid(x.grantee)) END,
                             CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' END)
    FROM pg_catalog.pg_largeobject_metadata AS m
    CROSS JOIN LATERAL pg_catalog.aclexplode(m.lomacl)
         WITH ORDINALITY AS x (grantor, grantee, privilege_type, is_grantable, place)
    WHERE NOT EXISTS (SELECT FROM pg_catalog.json_array_elements_text($2::json) AS absent (role)
                      JOIN pg_catalog.pg_roles AS r ON r.rolname = absent.role
                      WHERE r.oid = x.grantee)
) AS s
WHERE s.oid IN (SELECT w.oid::oid FROM pg_catalog.json_array_elements_text($1::json) AS w (oid))
ORDER BY s.oid, s.step, s.place;
