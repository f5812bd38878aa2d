-- Scopes whose environment or system cannot be a part of a text: empty, or with a dot, capitals or
-- blanks. That two would become the same text, the table's unique keys rule out.
-- Returns: scope_id, environment, system: no row before the migration.
SELECT s.scope_id, s.environment, s.system
FROM public.scopes AS s
WHERE NOT (s.environment COLLATE "C" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'
           AND s.system COLLATE "C" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
ORDER BY s.scope_id;
