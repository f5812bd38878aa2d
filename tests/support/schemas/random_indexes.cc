// Each method of access, and each clause of CREATE INDEX.
#include "tests/support/schemas/random_indexes.h"

namespace gonogo::testing_support {
namespace {

void MakeTree(SchemaDraft& draft, const RandomTable& table) {
  const std::string name = draft.Name();
  RandomExpressions expressions(draft.random, draft.columns);
  draft.AddWithLiteral(
      "index",
      fmt::format(
          "CREATE INDEX {} ON {} USING btree (({}), label text_pattern_ops DESC, "
          "(\"left\"(label, 2 + 1000)) COLLATE \"C\" NULLS FIRST) INCLUDE (id) WITH (fillfactor "
          "= 70) WHERE {}",
          name, table.name, expressions.Number(2), expressions.Truth(2)),
      fmt::format("DROP INDEX {}.{}", draft.SchemaOf(table.name), name));
}

void MakeOtherMethod(SchemaDraft& draft, const RandomTable& table) {
  static const std::vector<std::string> methods = {
      "hash (label)",
      "gin (to_tsvector('simple', label))",
      "gin ((ARRAY[label, \"select\"]))",
      "brin (id int8_minmax_ops, \"Day\") WITH (pages_per_range = 2, autosummarize = on)",
      "gist (int8range(id, id + 1), tsvector(to_tsvector('simple', label)))",
      "spgist (label) WHERE id > 3"};
  const std::string name = draft.Name();
  draft.Add("CREATE INDEX {} ON {} USING {}", name, table.name, draft.random.OneOf(methods));
  draft.Damage("index of another method", "DROP INDEX {}.{}", draft.SchemaOf(table.name), name);
}

void MakeUnique(SchemaDraft& draft, const RandomTable& table) {
  const std::string name = draft.Name();
  const bool counts_nulls = draft.major >= 15 && draft.random.OneIn(2);
  draft.Add("CREATE UNIQUE INDEX {} ON {} (id, \"user\" DESC NULLS LAST, lower(label)){}", name,
            table.name, counts_nulls ? " NULLS NOT DISTINCT" : "");
  const std::string schema = draft.SchemaOf(table.name);
  draft.Damage("unique index", "DROP INDEX {}.{}", schema, name);
  if (draft.random.OneIn(2)) draft.Add("ALTER INDEX {}.{} ALTER 3 SET STATISTICS 77", schema, name);
  if (draft.random.OneIn(2)) draft.Add("ALTER TABLE {} CLUSTER ON {}", table.name, name);
  if (draft.random.OneIn(2)) draft.Add("COMMENT ON INDEX {}.{} IS 'an index'", schema, name);
}

void MakeStatistics(SchemaDraft& draft, const RandomTable& table) {
  const std::string name = draft.SchemaOf(table.name) + "." + draft.Name();
  static const std::vector<std::string> kinds = {"", " (ndistinct)", " (mcv, dependencies)"};
  const bool has_expression = draft.major >= 14 && draft.random.OneIn(2);
  draft.Add("CREATE STATISTICS {}{} ON id, label, {} FROM {}", name, draft.random.OneOf(kinds),
            has_expression ? "(lower(label) || 'x')" : "\"user\"", table.name);
  draft.Add("ALTER STATISTICS {} SET STATISTICS 44", name);
  draft.Damage("statistics object", "DROP STATISTICS {}", name);
  draft.Damage("target of a statistics object", "ALTER STATISTICS {} SET STATISTICS 45", name);
}

}  // namespace

void MakeIndexes(SchemaDraft& draft, const RandomTable& table) {
  for (std::size_t i = draft.random.Below(3); i > 0; --i) MakeTree(draft, table);
  draft.Add("CREATE INDEX ON {} (({}(\"user\")))", table.name, draft.function);
  if (draft.random.OneIn(2)) MakeOtherMethod(draft, table);
  if (draft.random.OneIn(3)) MakeUnique(draft, table);
  if (draft.random.OneIn(2)) MakeStatistics(draft, table);
}

}  // namespace gonogo::testing_support
