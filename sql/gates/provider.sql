-- The providers of which this server has a marker, as the build's list orders them, and what makes
-- a server nobody's. A dump can bring a provider's roles anywhere.
-- $1 text: JSON list of markers: {provider, kind, name}.
-- Returns: providers (JSON list of names), is_superuser (this role), cluster_name.
SELECT COALESCE(pg_catalog.jsonb_agg(m.marker ->> 'provider' ORDER BY m.place), '[]') AS providers,
       (SELECT r.rolsuper FROM pg_catalog.pg_roles AS r WHERE r.rolname = CURRENT_USER)
           AS is_superuser,
       pg_catalog.current_setting('cluster_name') AS cluster_name
FROM pg_catalog.jsonb_array_elements($1::jsonb) WITH ORDINALITY AS m (marker, place)
WHERE CASE m.marker ->> 'kind'
          WHEN 'role' THEN EXISTS (SELECT FROM pg_catalog.pg_roles AS r
                                   WHERE r.rolname = m.marker ->> 'name')
          WHEN 'function' THEN EXISTS (SELECT FROM pg_catalog.pg_proc AS p
                                       WHERE p.proname = m.marker ->> 'name'
                                         AND p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace)
          ELSE EXISTS (SELECT FROM pg_catalog.pg_settings AS s
                       WHERE s.name = m.marker ->> 'name')
      END;
