// A table is filled before it gets what its rows could break.
#include "tests/support/schemas/random_tables.h"

#include "tests/support/schemas/random_constraints.h"
#include "tests/support/schemas/random_indexes.h"
#include "tests/support/schemas/random_triggers.h"

namespace gonogo::testing_support {
namespace {

void MakeGeneratedColumns(SchemaDraft& draft, const RandomTable& table) {
  draft.AddWithLiteral(
      "generated column",
      fmt::format("ALTER TABLE {} ADD COLUMN \"generated\" boolean GENERATED ALWAYS AS ({}) STORED",
                  table.name, draft.Truth(3)),
      fmt::format("ALTER TABLE {} DROP COLUMN \"generated\" CASCADE", table.name));
  const bool always = draft.random.OneIn(2);
  draft.Add(
      "ALTER TABLE {} ADD COLUMN number integer GENERATED {} AS IDENTITY (START 100 INCREMENT 5)",
      table.name, always ? "ALWAYS" : "BY DEFAULT");
  draft.Damage("identity", "ALTER TABLE {} ALTER number SET GENERATED {}", table.name,
               always ? "BY DEFAULT" : "ALWAYS");
  draft.Damage("position of an identity", "ALTER TABLE {} ALTER number RESTART", table.name);
}

void MakeSerial(SchemaDraft& draft, const RandomTable& table) {
  const std::string column = draft.Name();
  draft.Add("ALTER TABLE {} ADD COLUMN {} {}", table.name, column,
            draft.random.OneIn(2) ? "bigserial" : "smallserial");
  draft.Damage("default of a serial column", "ALTER TABLE {} ALTER {} DROP DEFAULT", table.name,
               column);
}

void MakeDroppedColumn(SchemaDraft& draft, const RandomTable& table) {
  draft.Add(
      "ALTER TABLE {} ADD COLUMN gone integer DEFAULT 7, ADD COLUMN \"kept\" text DEFAULT 'added "
      "later' NOT NULL",
      table.name);
  draft.Add("ALTER TABLE {} DROP COLUMN gone", table.name);
}

void MakeStorage(SchemaDraft& draft, const RandomTable& table) {
  draft.Add("ALTER TABLE {} SET (fillfactor = 70, toast.autovacuum_enabled = false)", table.name);
  draft.Damage("storage option", "ALTER TABLE {} RESET (toast.autovacuum_enabled)", table.name);
  draft.Add(
      "ALTER TABLE {} ALTER label SET STATISTICS 55, ALTER label SET STORAGE EXTERNAL, ALTER "
      "label SET (n_distinct = -0.5)",
      table.name);
  draft.Damage("statistics target", "ALTER TABLE {} ALTER label SET STATISTICS 56", table.name);
  draft.Damage("storage", "ALTER TABLE {} ALTER label SET STORAGE MAIN", table.name);
  if (draft.major < 14) return;
  draft.Add("ALTER TABLE {} ALTER label SET COMPRESSION pglz", table.name);
  draft.Damage("compression", "ALTER TABLE {} ALTER label SET COMPRESSION default", table.name);
}

void MakeGrants(SchemaDraft& draft, const RandomTable& table) {
  draft.Add("GRANT SELECT (id, label), UPDATE ON {} TO reader WITH GRANT OPTION", table.name);
  draft.Damage("grant", "REVOKE SELECT (label) ON {} FROM reader CASCADE", table.name);
  if (!draft.random.OneIn(2)) return;
  draft.Add("GRANT SELECT, REFERENCES ON {} TO PUBLIC", table.name);
  draft.Add("ALTER TABLE {} OWNER TO writer", table.name);
  draft.Add("REVOKE DELETE ON {} FROM writer", table.name);
}

void MakeProperties(SchemaDraft& draft, const RandomTable& table) {
  draft.Damage("NOT NULL", "ALTER TABLE {} ALTER \"user\" DROP NOT NULL", table.name);
  draft.Damage("default", "ALTER TABLE {} ALTER label SET DEFAULT 'another'", table.name);
  draft.Damage("column", "ALTER TABLE {} ADD COLUMN another integer", table.name);
  if (!draft.IsUnlogged(table.name)) {
    draft.Damage("unlogged", "ALTER TABLE {} SET UNLOGGED", table.name);
  }
  draft.Damage("owner", "ALTER TABLE {} OWNER TO reader", table.name);
  if (draft.random.OneIn(2)) MakeGrants(draft, table);
  if (draft.random.OneIn(2)) MakeStorage(draft, table);
  if (draft.random.OneIn(2)) {
    draft.Add("ALTER TABLE {} REPLICA IDENTITY FULL", table.name);
    draft.Damage("replica identity", "ALTER TABLE {} REPLICA IDENTITY NOTHING", table.name);
  }
  if (draft.random.OneIn(2)) {
    draft.Add("COMMENT ON COLUMN {}.label IS 'it''s a label'", table.name);
    draft.Damage("comment on a column", "COMMENT ON COLUMN {}.label IS 'it is a label'",
                 table.name);
  }
}

// Returns the name of a type as CAST takes it.
std::string CastName(const RandomType& type) {
  return type.name.substr(0, type.name.find(" COLLATE"));
}

// Returns the value of a column in row i: sometimes NULL, sometimes extreme.
std::string ValueOf(SchemaDraft& draft, const RandomColumn& column) {
  std::string cases = fmt::format("WHEN i % {} = 0 THEN NULL", 2 + draft.random.Below(9));
  const std::string type = CastName(column.type);
  if (!column.type.extreme.empty()) {
    cases += fmt::format(" WHEN i % 17 = 1 THEN CAST({} AS {})", column.type.extreme, type);
  }
  return fmt::format("CASE {} ELSE CAST({} AS {}) END", cases, column.type.value, type);
}

void MakeWithoutColumns(SchemaDraft& draft) {
  const std::string name = draft.Qualified();
  draft.Add("CREATE TABLE {} ()", name);
  draft.Add("INSERT INTO {} SELECT FROM generate_series(1, 3)", name);
  draft.Damage("row without columns", "INSERT INTO {} DEFAULT VALUES", name);
}

void MakeWithoutKey(SchemaDraft& draft) {
  const std::string name = draft.Qualified();
  draft.Add("CREATE TABLE {} (a integer, b text)", name);
  draft.Add(
      "INSERT INTO {} SELECT n % 2, NULLIF('x', repeat('x', n % 3)) FROM generate_series(1, 9) AS "
      "g (n)",
      name);
  draft.Damage("duplicate row", "INSERT INTO {} VALUES (1, 'x')", name);
}

void MakeTyped(SchemaDraft& draft) {
  const std::string type = draft.Qualified();
  const std::string name = draft.Qualified();
  draft.Add("CREATE TYPE {} AS (id integer, \"B\" varchar(9))", type);
  draft.Add("CREATE TABLE {} OF {} (id WITH OPTIONS DEFAULT 5, PRIMARY KEY (id))", name, type);
  draft.Add("INSERT INTO {} VALUES (1, 'b'), (-1, NULL)", name);
  draft.Damage("type of a typed table", "ALTER TABLE {} NOT OF", name);
}

void MakeEmpty(SchemaDraft& draft) {
  const std::string name = draft.Qualified();
  draft.Add("CREATE TABLE {} (\"Number\" oid, \"order\" text PRIMARY KEY)", name);
  draft.Damage("row in an empty table", "INSERT INTO {} VALUES (1, 'one')", name);
}

}  // namespace

std::string FirstColumns() {
  return "id bigint NOT NULL, \"user\" integer DEFAULT 1 NOT NULL, label text DEFAULT 'l', "
         "\"select\" varchar(30) DEFAULT 's'::varchar, \"Day\" date";
}

std::string ColumnList(SchemaDraft& draft, RandomTable& table) {
  std::string list;
  for (std::size_t i = draft.random.Below(7); i > 0; --i) {
    const RandomColumn column{draft.Name(), draft.random.OneOf(draft.types)};
    list += fmt::format(", {} {}", column.name, column.type.name);
    if (draft.random.OneIn(2)) list += " DEFAULT " + column.type.default_value;
    table.columns.push_back(column);
  }
  return list;
}

void Fill(SchemaDraft& draft, const RandomTable& table) {
  std::string names;
  std::string values;
  for (const RandomColumn& column : table.columns) {
    names += ", " + column.name;
    values += ", " + ValueOf(draft, column);
  }
  draft.Add(
      "INSERT INTO {} (id, \"user\", label, \"select\", \"Day\"{}) SELECT i, i % 10, 'l' || i, "
      "'s' || i % 3, DATE '2021-01-01' + i{} FROM generate_series(1, {}) AS g (i)",
      table.name, names, values, 1 + draft.random.Below(60));
  draft.Damage("row deleted", "DELETE FROM {} WHERE id = 1", table.name);
  draft.Damage("value changed", "UPDATE {} SET label = label || 'x' WHERE id = 1", table.name);
}

void MakeTable(SchemaDraft& draft) {
  RandomTable table{.name = draft.Qualified()};
  draft.Add("CREATE {}TABLE {} ({}{})", draft.random.OneIn(6) ? "UNLOGGED " : "", table.name,
            FirstColumns(), ColumnList(draft, table));
  Fill(draft, table);
  if (draft.random.OneIn(2)) MakeGeneratedColumns(draft, table);
  if (draft.random.OneIn(3)) MakeSerial(draft, table);
  if (draft.random.OneIn(3)) MakeDroppedColumn(draft, table);
  MakeKeys(draft, table);
  MakeChecks(draft, table);
  MakeIndexes(draft, table);
  MakeTriggers(draft, table.name);
  MakePolicies(draft, table.name);
  MakeProperties(draft, table);
  draft.tables.push_back(table);
}

void MakeOddTable(SchemaDraft& draft) {
  static const std::vector<void (*)(SchemaDraft&)> kinds = {MakeWithoutColumns, MakeWithoutKey,
                                                            MakeTyped, MakeEmpty};
  draft.random.OneOf(kinds)(draft);
}

}  // namespace gonogo::testing_support
