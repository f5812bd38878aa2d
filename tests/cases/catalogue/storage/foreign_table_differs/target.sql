CREATE FOREIGN TABLE f (id int) SERVER other OPTIONS (secret 'b', "analyze_sampling" '2', "async_capable" '2',
    "batch_size" '2', "delimiter" '2', "encoding" '2', "escape" '2', "fdw_startup_cost" '2', "fdw_tuple_cost"
    '2', "fetch_size" '2', "filename" '2', "format" '2', "header" '2', "null" '2', "quote" '2', "schema_name"
    '2', "table_name" '2', "truncatable" '2', "updatable" '2', "use_remote_estimate" '2');
