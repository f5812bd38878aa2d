CREATE FOREIGN TABLE f (id int) SERVER far OPTIONS (secret 'a', "analyze_sampling" '1', "async_capable" '1',
    "batch_size" '1', "delimiter" '1', "encoding" '1', "escape" '1', "fdw_startup_cost" '1', "fdw_tuple_cost"
    '1', "fetch_size" '1', "filename" '1', "format" '1', "header" '1', "null" '1', "quote" '1', "schema_name"
    '1', "table_name" '1', "truncatable" '1', "updatable" '1', "use_remote_estimate" '1');
