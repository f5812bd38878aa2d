// Roles of the server own, grant and get some of it: reader and writer.
#include "tests/support/schemas/random_objects.h"

namespace gonogo::testing_support {
namespace {

void MakeSequence(SchemaDraft& draft) {
  const std::string sequence = draft.Qualified();
  const bool down = draft.random.OneIn(3);
  draft.Add("CREATE SEQUENCE {} INCREMENT {} CACHE 3{}", sequence, down ? -2 : 2,
            draft.random.OneIn(2) ? " CYCLE" : "");
  draft.Add("SELECT setval('{}', {})", DoubledQuotes(sequence), down ? -400 : 400);
  draft.Damage("position of a sequence", "SELECT setval('{}', {})", DoubledQuotes(sequence),
               down ? -300 : 300);
  draft.Damage("parameter of a sequence", "ALTER SEQUENCE {} CACHE 4", sequence);
  draft.Damage("sequence dropped", "DROP SEQUENCE {}", sequence);
}

// One that was never used, and that a column owns which doesn't use it.
void MakeOwnedSequence(SchemaDraft& draft) {
  const std::string& table = draft.random.OneOf(draft.tables).name;
  const std::string sequence = draft.SchemaOf(table) + "." + draft.Name();
  draft.Add("CREATE SEQUENCE {} AS smallint MINVALUE -5 MAXVALUE 32000 START 7", sequence);
  draft.Add(
      "DO $$ BEGIN EXECUTE (SELECT format('ALTER TABLE %s OWNER TO %I', '{}', relowner::regrole) FROM "
      "pg_class WHERE oid = '{}'::regclass); END $$",
      DoubledQuotes(sequence), DoubledQuotes(table));
  draft.Add("ALTER SEQUENCE {} OWNED BY {}.label", sequence, table);
  draft.Add("GRANT USAGE ON SEQUENCE {} TO reader", sequence);
  draft.Damage("sequence owned by none", "ALTER SEQUENCE {} OWNED BY NONE", sequence);
}

}  // namespace

void MakeSchemas(SchemaDraft& draft) {
  for (std::size_t i = draft.random.Below(3); i > 0; --i) {
    draft.schemas.push_back(draft.Name());
    draft.Add("CREATE SCHEMA {}", draft.schemas.back());
  }
  const std::string& schema = draft.schemas.back();
  if (draft.random.OneIn(2)) {
    draft.Add("ALTER DEFAULT PRIVILEGES IN SCHEMA {} GRANT SELECT ON TABLES TO reader", schema);
    draft.Add("ALTER DEFAULT PRIVILEGES FOR ROLE writer REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC");
    draft.Damage("default privileges",
                 "ALTER DEFAULT PRIVILEGES IN SCHEMA {} REVOKE SELECT ON TABLES FROM reader",
                 schema);
  }
  if (schema == "public" || draft.random.OneIn(2)) return;
  draft.Add("GRANT USAGE ON SCHEMA {} TO reader, PUBLIC", schema);
  draft.Add("COMMENT ON SCHEMA {} IS 'of -- it''s /* own'", schema);
  draft.Damage("grant on a schema", "REVOKE USAGE ON SCHEMA {} FROM reader", schema);
}

void MakeSequences(SchemaDraft& draft) {
  MakeSequence(draft);
  if (draft.random.OneIn(3)) MakeOwnedSequence(draft);
}

void MakeForeignTable(SchemaDraft& draft) {
  const std::string wrapper = draft.Name();
  const std::string server = draft.Name();
  const std::string table = draft.Qualified();
  draft.Add("CREATE FOREIGN DATA WRAPPER {}", wrapper);
  draft.Add("CREATE SERVER {} VERSION '1' FOREIGN DATA WRAPPER {} OPTIONS (fetch_size '10')",
            server, wrapper);
  draft.Add(
      "CREATE FOREIGN TABLE {} (id bigint NOT NULL, label text OPTIONS (column_name 'l')) SERVER {} "
      "OPTIONS (table_name 't')",
      table, server);
  draft.Damage("option of a server", "ALTER SERVER {} OPTIONS (SET fetch_size '20')", server);
  draft.Damage("option of a foreign table", "ALTER FOREIGN TABLE {} OPTIONS (SET table_name 'u')",
               table);
  draft.Damage("foreign table dropped", "DROP FOREIGN TABLE {}", table);
  if (!draft.random.OneIn(2)) return;
  draft.Add("CREATE USER MAPPING FOR reader SERVER {} OPTIONS (\"user\" 'it''s me')", server);
  draft.Add("GRANT USAGE ON FOREIGN SERVER {} TO reader", server);
}

void MakePublication(SchemaDraft& draft) {
  const std::string name = draft.Name();
  for (const RandomTable& table : draft.tables) {
    if (draft.IsUnlogged(table.name)) continue;
    const bool has_parts = draft.major >= 15 && draft.random.OneIn(2);
    draft.Add("CREATE PUBLICATION {} FOR TABLE {}{} WITH (publish = 'insert, truncate')", name,
              table.name, has_parts ? " (id, \"user\") WHERE (id > 5 AND \"user\" <> 1234)" : "");
    draft.Damage("publication dropped", "DROP PUBLICATION {}", name);
    draft.Damage("publication's tables", "ALTER PUBLICATION {} DROP TABLE {}", name, table.name);
    draft.Damage("publication's operations", "ALTER PUBLICATION {} SET (publish = 'insert')", name);
    break;
  }
  if (draft.major < 15 || !draft.random.OneIn(3)) return;
  const std::string other = draft.Name();
  draft.Add("CREATE PUBLICATION {} FOR TABLES IN SCHEMA {} WITH (publish_via_partition_root)",
            other, draft.schemas.back());
  draft.Damage("schema of a publication",
               "ALTER PUBLICATION {} SET (publish_via_partition_root = false)", other);
}

void MakeLargeObjects(SchemaDraft& draft) {
  draft.Add("SELECT lo_from_bytea(70001, '\\x00ff5c'), lo_create(70002)");
  draft.Add("SELECT lo_from_bytea(70003, decode(repeat('00ff', 5000), 'hex'))");
  draft.Add("COMMENT ON LARGE OBJECT 70001 IS 'it''s large'");
  draft.Add("GRANT SELECT ON LARGE OBJECT 70001 TO reader");
  draft.Add("ALTER LARGE OBJECT 70003 OWNER TO writer");
  draft.Damage("contents of a large object", "SELECT lo_put(70003, 9000, '\\x01')");
  draft.Damage("large object removed", "SELECT lo_unlink(70002)");
}

void MakeTextSearch(SchemaDraft& draft) {
  const std::string dictionary = draft.Qualified();
  const std::string configuration = draft.Qualified();
  draft.Add("CREATE TEXT SEARCH DICTIONARY {} (TEMPLATE = pg_catalog.simple, Accept = false)",
            dictionary);
  draft.Add("CREATE TEXT SEARCH CONFIGURATION {} (COPY = pg_catalog.english)", configuration);
  draft.Add(
      "ALTER TEXT SEARCH CONFIGURATION {} ALTER MAPPING FOR word, asciiword WITH {}, english_stem",
      configuration, dictionary);
  draft.Damage("text search mapping", "ALTER TEXT SEARCH CONFIGURATION {} DROP MAPPING FOR word",
               configuration);
}

void MakeExtension(SchemaDraft& draft) {
  static const std::vector<std::string> names = {"citext", "hstore", "ltree"};
  const std::string& name = draft.random.OneOf(names);
  const std::string& schema = draft.schemas.back();
  draft.Add("CREATE EXTENSION {} SCHEMA {}", name, schema);
  const std::string table = draft.Qualified();
  draft.Add("CREATE TABLE {} (value {}.{} NOT NULL)", table, schema, name);
  draft.Add("CREATE INDEX ON {} (value)", table);
  draft.Add("INSERT INTO {} VALUES ({}), ('')", table, name == "hstore" ? "'a=>1'" : "'A'");
  draft.Damage("value of an extension's type", "DELETE FROM {} WHERE value::text = ''", table);
}

void MakeEventTrigger(SchemaDraft& draft) {
  const std::string function = draft.Qualified();
  const std::string name = draft.Name();
  draft.Add("CREATE FUNCTION {}() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'", function);
  draft.Add(
      "CREATE EVENT TRIGGER {} ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP VIEW') EXECUTE "
      "FUNCTION {}()",
      name, function);
  draft.Damage("event trigger disabled", "ALTER EVENT TRIGGER {} DISABLE", name);
}

}  // namespace gonogo::testing_support
