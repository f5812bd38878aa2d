-- The provider of this server: the first that a marker tells. Where this role is a superuser, the
-- server is nobody's, whatever roles a dump has brought.
-- $1 text: JSON list of markers: {provider, kind, name}.
-- Returns: provider (no row: none).
SELECT m.marker ->> 'provider' AS provider
FROM pg_catalog.jsonb_array_elements($1::jsonb) WITH ORDINALITY AS m (marker, place)
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles AS r
                  WHERE r.rolname = CURRENT_USER AND r.rolsuper)
  AND CASE m.marker ->> 'kind'
          WHEN 'role' THEN EXISTS (SELECT FROM pg_catalog.pg_roles AS r
                                   WHERE r.rolname = m.marker ->> 'name')
          WHEN 'function' THEN EXISTS (SELECT FROM pg_catalog.pg_proc AS p
                                       WHERE p.proname = m.marker ->> 'name'
                                         AND p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace)
          ELSE EXISTS (SELECT FROM pg_catalog.pg_settings AS s
                       WHERE s.name = m.marker ->> 'name')
      END
ORDER BY m.place
LIMIT 1;
