// Partitions differ from their table where they may: order of columns, defaults, indexes, options.
#include "tests/support/schemas/random_partitions.h"

#include "tests/support/schemas/random_constraints.h"
#include "tests/support/schemas/random_tables.h"
#include "tests/support/schemas/random_triggers.h"

namespace gonogo::testing_support {
namespace {

void MakeLeafProperties(SchemaDraft& draft, const std::string& leaf) {
  draft.Add("ALTER TABLE {} ALTER label SET DEFAULT 'leaf'", leaf);
  draft.Damage("default of a leaf", "ALTER TABLE {} ALTER label SET DEFAULT 'l'", leaf);
  const std::string index = draft.Name();
  draft.Add("CREATE INDEX {} ON {} (\"Day\")", index, leaf);
  draft.Damage("index of a leaf", "DROP INDEX {}.{}", draft.SchemaOf(leaf), index);
  draft.Damage("NOT NULL of a leaf", "ALTER TABLE {} ALTER label SET NOT NULL", leaf);
  draft.Damage("storage option of a leaf", "ALTER TABLE {} SET (fillfactor = 55)", leaf);
  draft.Damage("check of a leaf", "ALTER TABLE {} ADD CHECK (id > -100)", leaf);
  draft.Damage("grant on a leaf", "GRANT SELECT ON {} TO reader", leaf);
  draft.Damage("replica identity of a leaf", "ALTER TABLE {} REPLICA IDENTITY FULL", leaf);
}

// The first partition by hash was a table before, with its columns in another order, one of which
// is dropped.
std::string MakeHashPartitions(SchemaDraft& draft, const RandomTable& table) {
  const std::string leaf = draft.Qualified();
  const std::string other = draft.Qualified();
  if (table.columns.empty()) {
    draft.Add(
        "CREATE TABLE {} (\"Day\" date, gone text, \"select\" varchar(30), label text, \"user\" "
        "integer NOT NULL, id bigint NOT NULL)",
        leaf);
    draft.Add("ALTER TABLE {} DROP COLUMN gone", leaf);
    draft.Add("ALTER TABLE {} ATTACH PARTITION {} FOR VALUES WITH (MODULUS 2, REMAINDER 0)",
              table.name, leaf);
  } else {
    draft.Add("CREATE TABLE {} PARTITION OF {} FOR VALUES WITH (MODULUS 2, REMAINDER 0)", leaf,
              table.name);
  }
  draft.Add("CREATE TABLE {} PARTITION OF {} FOR VALUES WITH (MODULUS 2, REMAINDER 1)", other,
            table.name);
  return leaf;
}

// The second partition by range has partitions by list.
std::string MakeRangePartitions(SchemaDraft& draft, const RandomTable& table,
                                bool has_two_columns) {
  const std::string leaf = draft.Qualified();
  const std::string other = draft.Qualified();
  const std::string even = draft.Qualified();
  draft.Add("CREATE TABLE {} PARTITION OF {} FOR VALUES FROM (MINVALUE{}) TO (30{})", leaf,
            table.name, has_two_columns ? ", MINVALUE" : "", has_two_columns ? ", 5" : "");
  draft.Add("CREATE TABLE {} PARTITION OF {} DEFAULT PARTITION BY LIST ((id % 2))", other,
            table.name);
  draft.Add("CREATE TABLE {} PARTITION OF {} FOR VALUES IN (0)", even, other);
  draft.Add("CREATE TABLE {} PARTITION OF {} DEFAULT", draft.Qualified(), other);
  draft.Damage("unlogged leaf", "ALTER TABLE {} SET UNLOGGED", even);
  draft.Damage("detached leaf", "ALTER TABLE {} DETACH PARTITION {}", other, even);
  return leaf;
}

std::string MakeListPartitions(SchemaDraft& draft, const RandomTable& table) {
  const std::string leaf = draft.Qualified();
  draft.Add("CREATE TABLE {} PARTITION OF {} FOR VALUES IN ('s0', NULL, 'it''s')", leaf,
            table.name);
  const std::string last = draft.Qualified();
  draft.Add("CREATE TABLE {} PARTITION OF {} DEFAULT", last, table.name);
  draft.Damage(
      "another list of a leaf",
      "ALTER TABLE {0} DETACH PARTITION {1}; ALTER TABLE {0} ATTACH PARTITION {1} FOR VALUES IN "
      "('s0', NULL)",
      table.name, leaf);
  return leaf;
}

}  // namespace

void MakePartitions(SchemaDraft& draft) {
  static const std::vector<std::string> methods = {"HASH (id)", "RANGE (id)",
                                                   "RANGE (id, \"user\")", "LIST (\"select\")"};
  RandomTable table{.name = draft.Qualified()};
  const std::string& method = draft.random.OneOf(methods);
  draft.Add("CREATE TABLE {} ({}{}) PARTITION BY {}", table.name, FirstColumns(),
            ColumnList(draft, table), method);
  const std::string leaf = method.starts_with("HASH") ? MakeHashPartitions(draft, table)
                           : method.starts_with("LIST")
                               ? MakeListPartitions(draft, table)
                               : MakeRangePartitions(draft, table, method.ends_with("\"user\")"));
  Fill(draft, table);
  draft.Add("CREATE INDEX ON {} (label, (id % 7))", table.name);
  // The partitions of a range have partitions by an expression, which allow no such constraint.
  if (!method.starts_with("RANGE") && draft.random.OneIn(2)) {
    draft.Add("ALTER TABLE {} ADD CONSTRAINT {} UNIQUE (\"user\", id, \"select\")", table.name,
              draft.Name());
  }
  MakeChecks(draft, table);
  MakeTriggers(draft, table.name);
  MakePolicies(draft, table.name);
  MakeLeafProperties(draft, leaf);
  draft.tables.push_back(table);
}

void MakeInheritance(SchemaDraft& draft) {
  RandomTable parent{.name = draft.Qualified()};
  draft.Add("CREATE TABLE {} ({}{}, PRIMARY KEY (id))", parent.name, FirstColumns(),
            ColumnList(draft, parent));
  RandomTable child{.name = draft.Qualified(), .columns = parent.columns};
  draft.Add("CREATE TABLE {} (extra integer, PRIMARY KEY (id)) INHERITS ({})", child.name,
            parent.name);
  if (draft.random.OneIn(2)) {
    const std::string second = draft.Qualified();
    draft.Add("CREATE TABLE {} (extra integer, \"more\" text)", second);
    draft.Add(
        "CREATE TABLE {} (label text DEFAULT 'heir', CHECK (extra > 0) NO INHERIT) INHERITS ({}, {})",
        draft.Qualified(), second, child.name);
    draft.Add("ALTER TABLE {} ADD COLUMN \"late\" date DEFAULT '2020-01-01'", parent.name);
  }
  Fill(draft, parent);
  Fill(draft, child);  // its keys are those of the parent's own rows
  MakeChecks(draft, parent);
  draft.Damage("inheritance", "ALTER TABLE {} NO INHERIT {}", child.name, parent.name);
  draft.Damage("row of a child", "DELETE FROM ONLY {} WHERE id = 1", child.name);
}

}  // namespace gonogo::testing_support
