DO $$
BEGIN
  FOR i IN 1..3 LOOP
    PERFORM pg_logical_emit_message(false, 'gate_case', repeat('x', 100)), pg_switch_wal();
  END LOOP;
END $$;
