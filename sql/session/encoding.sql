-- The encoding and the locale of the database.
-- Returns: encoding, provider, locale, ctype.
SELECT pg_catalog.pg_encoding_to_char(d.encoding) AS encoding,
       CASE COALESCE(pg_catalog.to_jsonb(d) ->> 'datlocprovider', 'c')
           WHEN 'c' THEN 'libc' WHEN 'i' THEN 'ICU' ELSE 'builtin' END AS provider,
       COALESCE(pg_catalog.to_jsonb(d) ->> 'datlocale', pg_catalog.to_jsonb(d) ->> 'daticulocale',
                d.datcollate) AS locale,
       d.datctype AS ctype
FROM pg_catalog.pg_database AS d
WHERE d.datname = pg_catalog.current_database()
ORDER BY d.oid;
