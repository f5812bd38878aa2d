exports.config = { transaction: false };
exports.up = (knex) =>
  knex.raw("CREATE INDEX CONCURRENTLY j ON things (name)");
