CREATE SERVER other FOREIGN DATA WRAPPER wrapper OPTIONS (address '1', analyze_sampling '1', application_name
    '1', async_capable '1', batch_size '1', connect_timeout '1', dbname '1', dbserver '1', extensions '1',
    fdw_startup_cost '1', fdw_tuple_cost '1', fetch_size '1', host '1', hostaddr '1', keep_connections '1',
    parallel_abort '1', parallel_commit '1', port '1', server '1', servername '1', service '1', sslmode '1',
    truncatable '1', updatable '1', use_remote_estimate '1', user '1');
