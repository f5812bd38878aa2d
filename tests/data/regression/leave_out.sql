-- Drops from the regression database what can't be restored on a newer major, or by a server that was built without
-- LZ4. Executed before the copies are made, if the majors differ.
DROP TABLE IF EXISTS gtest_normal_child, gtest_normal_child2;  -- generated only in the child: refused since 16
SELECT format('ALTER %s %s ALTER COLUMN %I SET COMPRESSION default',
              CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END, c.oid::regclass, a.attname)
FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
WHERE current_setting('server_version_num')::int >= 140000 AND to_jsonb(a) ->> 'attcompression' = 'l'
  AND c.relkind IN ('r', 'p', 'm') \gexec
SELECT format('DROP OPERATOR %s CASCADE', o.oid::regoperator)  -- postfix: refused since 14
FROM pg_operator AS o
WHERE o.oprright = 0 AND o.oid >= 16384 \gexec
