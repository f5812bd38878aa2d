-- Each call in a session is the next round, and takes as long as `round_ms` says. Locks count the
-- rounds, because a rollback doesn't give them back.
CREATE FUNCTION public.read_orders() RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  round int := 1 + (SELECT count(*) FROM pg_locks
                    WHERE locktype = 'advisory' AND pid = pg_backend_pid());
  round_ms int[] := '{60}';
BEGIN
  PERFORM pg_advisory_lock(round);
  PERFORM pg_sleep(round_ms[least(round, cardinality(round_ms))] / 1000.0);
  RETURN round;
END
$$;
