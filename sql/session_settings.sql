-- Pins what the texts of values depend on, so that equal data give equal texts on both sides, and
-- keeps the session read-only, bounded in time, and honest about row-level security.
-- $1 text: statement_timeout, $2 text: lock_timeout, $3 text: idle_in_transaction_session_timeout,
-- each in milliseconds.
-- Returns: one row of the settings as they are now.
SELECT pg_catalog.set_config('statement_timeout', $1, false) AS statement_timeout,
       pg_catalog.set_config('lock_timeout', $2, false) AS lock_timeout,
       pg_catalog.set_config('idle_in_transaction_session_timeout', $3, false) AS idle_timeout,
       pg_catalog.set_config('default_transaction_read_only', 'on', false) AS read_only,
       pg_catalog.set_config('row_security', 'off', false) AS row_security,
       pg_catalog.set_config('search_path', '', false) AS search_path,
       pg_catalog.set_config('TimeZone', 'UTC', false) AS time_zone,
       pg_catalog.set_config('DateStyle', 'ISO, YMD', false) AS date_style,
       pg_catalog.set_config('IntervalStyle', 'iso_8601', false) AS interval_style,
       pg_catalog.set_config('extra_float_digits', '3', false) AS extra_float_digits,
       pg_catalog.set_config('bytea_output', 'hex', false) AS bytea_output,
       pg_catalog.set_config('xmlbinary', 'base64', false) AS xmlbinary,
       pg_catalog.set_config('lc_monetary', 'C', false) AS lc_monetary;
