-- Sets what the text of values depends on, so that equal values give equal texts on both sides.
-- Also sets the timeouts, and makes row-level security an error instead of hiding rows. The
-- settings last for the current transaction only: behind a transaction pooler, a backend would keep
-- longer ones for its next client.
-- $1 text: statement_timeout, $2 text: lock_timeout, $3 text: idle_in_transaction_session_timeout,
-- each in milliseconds, $4 text: 'empty', 'database' or 'writer', the search path (see
-- fixtures/session/search_path.h). The last two have the one that the session began with, after
-- pg_catalog, so that nothing of users takes the place of the functions that gonogo calls. It runs
-- while the search path is empty.
-- Returns: one row with the settings now in effect.
SELECT pg_catalog.set_config('statement_timeout', $1, true) AS statement_timeout,
       pg_catalog.set_config('lock_timeout', $2, true) AS lock_timeout,
       pg_catalog.set_config('idle_in_transaction_session_timeout', $3, true) AS idle_timeout,
       pg_catalog.set_config('row_security', 'off', true) AS row_security,
       pg_catalog.set_config('search_path',
                             CASE WHEN $4 = 'empty' THEN 'pg_catalog, pg_temp' ELSE
                                 (SELECT pg_catalog.concat_ws(
                                             ', ', 'pg_catalog', NULLIF(s.reset_val, ''),
                                             CASE WHEN $4 = 'database' THEN 'pg_temp' END)
                                  FROM pg_catalog.pg_settings AS s
                                  WHERE s.name = 'search_path') END, true) AS search_path,
       -- Compiling a statement that reads catalogues takes longer than running it.
       pg_catalog.set_config('jit', CASE WHEN $4 = 'empty' THEN 'off' ELSE
                                        (SELECT s.reset_val FROM pg_catalog.pg_settings AS s
                                         WHERE s.name = 'jit') END, true) AS jit,
       pg_catalog.set_config('TimeZone', 'UTC', true) AS time_zone,
       pg_catalog.set_config('DateStyle', 'ISO, YMD', true) AS date_style,
       pg_catalog.set_config('IntervalStyle', 'iso_8601', true) AS interval_style,
       pg_catalog.set_config('extra_float_digits', '3', true) AS extra_float_digits,
       pg_catalog.set_config('bytea_output', 'hex', true) AS bytea_output,
       pg_catalog.set_config('xmlbinary', 'base64', true) AS xmlbinary,
       pg_catalog.set_config('xmloption', 'content', true) AS xmloption,
       pg_catalog.set_config('lc_monetary', 'C', true) AS lc_monetary,
       pg_catalog.set_config('lc_numeric', 'C', true) AS lc_numeric,
       pg_catalog.set_config('lc_time', 'C', true) AS lc_time,
       pg_catalog.set_config('timezone_abbreviations', 'Default', true) AS time_zone_names,
       pg_catalog.set_config('array_nulls', 'on', true) AS array_nulls,
       pg_catalog.set_config('transform_null_equals', 'off', true) AS null_equals,
       pg_catalog.set_config('client_min_messages', 'notice', true) AS messages,
       -- With a limit, a GIN index returns only some of the rows that a condition selects.
       pg_catalog.set_config('gin_fuzzy_search_limit', '0', true) AS gin_fuzzy_search_limit,
       -- Damaged rows must not vanish silently. Only a superuser may turn these off again.
       CASE WHEN pg_catalog.current_setting('zero_damaged_pages') = 'on'
            THEN pg_catalog.set_config('zero_damaged_pages', 'off', true)
       END AS zero_damaged_pages,
       CASE WHEN pg_catalog.current_setting('ignore_checksum_failure') = 'on'
            THEN pg_catalog.set_config('ignore_checksum_failure', 'off', true)
       END AS ignore_checksum_failure,
       CASE WHEN pg_catalog.current_setting('server_version_num')::integer >= 170000
            THEN pg_catalog.set_config('transaction_timeout', '0', true)
       END AS transaction_timeout,
       pg_catalog.set_config('standard_conforming_strings', 'on', true) AS conforming_strings,
       pg_catalog.set_config('quote_all_identifiers', 'off', true) AS quote_all_identifiers,
       -- If gonogo's host vanishes, the server sees it within two minutes instead of hours.
       pg_catalog.set_config('tcp_keepalives_idle', '60', true) AS keepalives_idle,
       pg_catalog.set_config('tcp_keepalives_interval', '15', true) AS keepalives_interval,
       pg_catalog.set_config('tcp_keepalives_count', '4', true) AS keepalives_count,
       pg_catalog.set_config('tcp_user_timeout', '120000', true) AS tcp_user_timeout,
       -- Lets the server notice when gonogo is killed; only 14 and newer on Linux can.
       CASE WHEN pg_catalog.current_setting('server_version_num')::integer >= 140000
                 AND pg_catalog.version() ~ 'linux'
            THEN pg_catalog.set_config('client_connection_check_interval', '5s', true)
       END AS client_connection_check_interval;
