-- The functions and procedures that a migration may call.
-- $1: a JSON list of the names that the migrations may call.
-- Returns: name, language (NULL: not of the database's own ones), extension (NULL: of none),
--   is_volatile (it may write), is_builtin, definition (CREATE FUNCTION of the database's own ones in
--   sql and plpgsql, if a migration calls one of these; otherwise NULL).
WITH routines AS (
  SELECT p.oid, p.proname AS name, l.lanname AS language, e.extname AS extension,
    p.provolatile = 'v' AS is_volatile,
    n.nspname IN ('pg_catalog', 'information_schema') OR p.prokind NOT IN ('f', 'p') AS is_builtin
  FROM pg_catalog.pg_proc AS p
  JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
  JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang
  LEFT JOIN pg_catalog.pg_depend AS d
    ON d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid AND d.deptype = 'e'
  LEFT JOIN pg_catalog.pg_extension AS e ON e.oid = d.refobjid
), own AS (
  SELECT r.* FROM routines AS r WHERE NOT r.is_builtin AND r.extension IS NULL
)
SELECT DISTINCT r.name, NULL AS language, NULL AS extension, false AS is_volatile,
  true AS is_builtin, NULL AS definition
FROM routines AS r
WHERE r.is_builtin
UNION ALL
SELECT r.name, NULL, r.extension, r.is_volatile, false, NULL
FROM routines AS r
WHERE r.extension IS NOT NULL
UNION ALL
SELECT o.name, o.language, NULL, o.is_volatile, false,
  CASE WHEN o.language IN ('sql', 'plpgsql')
      AND EXISTS (SELECT FROM own AS called
        JOIN pg_catalog.json_array_elements_text($1::pg_catalog.json) AS may(name)
          ON may.name = called.name)
    THEN pg_catalog.pg_get_functiondef(o.oid) END
FROM own AS o
ORDER BY 1, 2, 6;
