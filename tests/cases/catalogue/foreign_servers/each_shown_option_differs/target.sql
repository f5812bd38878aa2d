CREATE SERVER other FOREIGN DATA WRAPPER wrapper OPTIONS (address '2', analyze_sampling '2', application_name
    '2', async_capable '2', batch_size '2', connect_timeout '2', dbname '2', dbserver '2', extensions '2',
    fdw_startup_cost '2', fdw_tuple_cost '2', fetch_size '2', host '2', hostaddr '2', keep_connections '2',
    parallel_abort '2', parallel_commit '2', port '2', server '2', servername '2', service '2', sslmode '2',
    truncatable '2', updatable '2', use_remote_estimate '2', user '2');
