// Constraints hold for the rows that a table has already.
#include "tests/support/schemas/random_constraints.h"

namespace gonogo::testing_support {
namespace {

// Returns when a constraint is checked.
std::string Deferral(RandomChoice& random) {
  static const std::vector<std::string> ways = {
      "", "", " DEFERRABLE", " DEFERRABLE INITIALLY DEFERRED", " NOT DEFERRABLE"};
  return random.OneOf(ways);
}

void MakePrimaryKey(SchemaDraft& draft, const RandomTable& table) {
  const std::string key = draft.Name();
  const bool is_unique = draft.random.OneIn(4);
  const bool has_two = draft.random.OneIn(4);
  const bool includes = draft.random.OneIn(4);
  const bool counts_nulls = is_unique && draft.major >= 15 && draft.random.OneIn(2);
  draft.Add("ALTER TABLE {} ADD CONSTRAINT {} {}{} ({}id){}{}", table.name, key,
            is_unique ? "UNIQUE" : "PRIMARY KEY", counts_nulls ? " NULLS NOT DISTINCT" : "",
            has_two ? "\"user\", " : "", includes ? " INCLUDE (label)" : "",
            Deferral(draft.random));
  draft.Damage("key", "ALTER TABLE {} DROP CONSTRAINT {} CASCADE", table.name, key);
  if (!draft.random.OneIn(3)) return;
  draft.Add("COMMENT ON CONSTRAINT {} ON {} IS 'the ''key'''", key, table.name);
}

std::string Action(RandomChoice& random) {
  static const std::vector<std::string> actions = {"CASCADE", "RESTRICT", "NO ACTION",
                                                   "SET DEFAULT"};
  return random.OneOf(actions);
}

void MakeForeignKey(SchemaDraft& draft, const RandomTable& table, const std::string& referred) {
  const std::string name = draft.Name();
  // Keys that are deferrable can't be referred to.
  draft.Add("CREATE UNIQUE INDEX ON {} (id)", referred);
  draft.Add(
      "ALTER TABLE {} ADD CONSTRAINT {} FOREIGN KEY (id) REFERENCES {} (id){} ON DELETE {} ON "
      "UPDATE {}{}{}",
      table.name, name, referred, draft.random.OneIn(3) ? " MATCH FULL" : "", Action(draft.random),
      Action(draft.random), Deferral(draft.random), draft.random.OneIn(3) ? " NOT VALID" : "");
  draft.Damage("foreign key", "ALTER TABLE {} DROP CONSTRAINT {}", table.name, name);
}

void MakeKeyToEarlierTable(SchemaDraft& draft, const RandomTable& table) {
  const std::string& referred = draft.tables.front().name;
  draft.Add(
      "INSERT INTO {0} (id) SELECT id FROM {1} AS r WHERE NOT EXISTS (SELECT FROM {0} AS o WHERE "
      "o.id = r.id)",
      referred, table.name);
  MakeForeignKey(draft, table, referred);
}

// Rows refer to earlier ones by two columns, and the first to itself.
void MakeKeyToItself(SchemaDraft& draft, const RandomTable& table) {
  const std::string name = draft.Name();
  const bool sets_one = draft.major >= 15 && draft.random.OneIn(2);
  draft.Add("ALTER TABLE {} ADD COLUMN \"parent id\" bigint, ADD COLUMN \"Parent\" integer",
            table.name);
  draft.Add("CREATE UNIQUE INDEX ON {} (id, \"user\")", table.name);
  draft.Add(
      "UPDATE {} SET \"parent id\" = GREATEST(id - 1, 1), \"Parent\" = GREATEST(id - 1, 1) % 10 "
      "WHERE id % 3 > 0",
      table.name);
  draft.Add(
      "ALTER TABLE {0} ADD CONSTRAINT {1} FOREIGN KEY (\"parent id\", \"Parent\") REFERENCES {0} "
      "(id, \"user\") ON DELETE SET NULL{2}{3}",
      table.name, name, sets_one ? " (\"Parent\")" : "", Deferral(draft.random));
  draft.Damage("key to itself", "ALTER TABLE {} DROP CONSTRAINT {}", table.name, name);
}

void MakeExclusion(SchemaDraft& draft, const RandomTable& table) {
  const std::string name = draft.Name();
  draft.AddWithLiteral(
      "exclusion constraint",
      fmt::format(
          "ALTER TABLE {} ADD CONSTRAINT {} EXCLUDE USING gist (int8range(id, id + 1) WITH &&, "
          "box(point(id, id), point(id, id)) WITH &&) WHERE (id > 0 AND id <> 1234){}",
          table.name, name, Deferral(draft.random)),
      fmt::format("ALTER TABLE {} DROP CONSTRAINT {}", table.name, name));
}

}  // namespace

void MakeKeys(SchemaDraft& draft, const RandomTable& table) {
  if (!draft.random.OneIn(8)) MakePrimaryKey(draft, table);
  if (draft.random.OneIn(4)) MakeKeyToItself(draft, table);
  if (draft.random.OneIn(4)) MakeExclusion(draft, table);
  // A logged table can't refer to an unlogged one.
  if (draft.tables.empty() || draft.random.OneIn(2)) return;
  if (draft.IsUnlogged(draft.tables.front().name)) return;
  MakeKeyToEarlierTable(draft, table);
}

void MakeChecks(SchemaDraft& draft, const RandomTable& table) {
  for (std::size_t i = draft.random.Below(3); i > 0; --i) {
    const std::string name = draft.Name();
    draft.AddWithLiteral(
        "check",
        fmt::format("ALTER TABLE {} ADD CONSTRAINT {} CHECK ({} OR id IS NOT NULL){}", table.name,
                    name, draft.Truth(3), draft.random.OneIn(4) ? " NOT VALID" : ""),
        fmt::format("ALTER TABLE {} DROP CONSTRAINT {}", table.name, name));
  }
}

}  // namespace gonogo::testing_support
