-- The statement that makes transactions of new sessions in this database read-only by default, or
-- undoes that.
-- $1 text: on (they may write) or off.
-- Returns: statement.
SELECT pg_catalog.format(
           'ALTER DATABASE %I ' || CASE WHEN $1::text = 'on' THEN 'RESET default_transaction_read_only'
                                        ELSE 'SET default_transaction_read_only = on' END,
           pg_catalog.current_database()) AS statement
ORDER BY 1;
