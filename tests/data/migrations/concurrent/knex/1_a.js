exports.up = (knex) =>
  knex.raw("CREATE INDEX CONCURRENTLY i ON things (name)");
