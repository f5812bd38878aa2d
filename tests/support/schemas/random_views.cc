// All views have the columns of every table, so that views of views can be made.
#include "tests/support/schemas/random_views.h"

namespace gonogo::testing_support {
namespace {

void MakeViewTrigger(SchemaDraft& draft, const std::string& view) {
  const std::string name = draft.Name();
  draft.Add("CREATE TRIGGER {} INSTEAD OF INSERT ON {} FOR EACH ROW EXECUTE FUNCTION {}()", name,
            view, draft.trigger_function);
  draft.Damage("trigger on a view", "DROP TRIGGER {} ON {}", name, view);
}

void MakeMaterialized(SchemaDraft& draft, const std::string& view, const std::string& query) {
  draft.Add("CREATE MATERIALIZED VIEW {}{} AS {} AND id > -1111", view,
            draft.random.OneIn(2) ? " WITH (fillfactor = 80)" : "", query);
  const std::string index = draft.Name();
  draft.Add("CREATE INDEX {} ON {} (id)", index, view);
  draft.Damage("index of a materialized view", "DROP INDEX {}.{}", draft.SchemaOf(view), index);
  if (draft.random.OneIn(4)) {
    draft.Add("REFRESH MATERIALIZED VIEW {} WITH NO DATA", view);
  } else {
    draft.Damage("materialized view not populated", "REFRESH MATERIALIZED VIEW {} WITH NO DATA",
                 view);
  }
}

void MakeOrdinary(SchemaDraft& draft, const std::string& view, const std::string& query,
                  const std::string& from) {
  draft.AddWithLiteral(
      "view",
      fmt::format(
          "CREATE OR REPLACE VIEW {} AS {} AND id > -1111 UNION ALL SELECT id, \"user\", label, "
          "\"select\", \"Day\", 1, true, 'none' FROM {}",
          view, query, from));
  MakeViewTrigger(draft, view);
  draft.views.push_back(view);
}

// Its options and its column's default are no part of its query.
void MakeWritable(SchemaDraft& draft, const std::string& view, const std::string& table) {
  const bool asks_as_caller = draft.major >= 15 && draft.random.OneIn(2);
  draft.AddWithLiteral(
      "writable view",
      fmt::format(
          "CREATE OR REPLACE VIEW {} WITH (security_barrier{}) AS SELECT id, label AS \"Label\" "
          "FROM {} WHERE id <> 1234 WITH LOCAL CHECK OPTION",
          view, asks_as_caller ? ", security_invoker" : "", table));
  draft.Add("ALTER VIEW {} ALTER \"Label\" SET DEFAULT 'of the view'", view);
  draft.Add("COMMENT ON VIEW {} IS E'tab\\there'", view);
  draft.Damage("default of a view", "ALTER VIEW {} ALTER \"Label\" DROP DEFAULT", view);
  draft.Damage("option of a view", "ALTER VIEW {} SET (check_option = cascaded)", view);
}

void MakeRecursive(SchemaDraft& draft, const std::string& view, const std::string& table) {
  draft.AddWithLiteral(
      "recursive view",
      fmt::format(
          "CREATE OR REPLACE RECURSIVE VIEW {} (n, \"path\") AS SELECT id, ARRAY[label] FROM {} "
          "WHERE id < 1234 UNION ALL SELECT n + 1, \"path\" || 'x'::text FROM {} WHERE n < 5",
          view, table, view.substr(draft.SchemaOf(view).size() + 1)));
}

}  // namespace

void MakeView(SchemaDraft& draft) {
  const std::string& table = draft.random.OneOf(draft.tables).name;
  const std::string view = draft.Qualified();
  RandomExpressions expressions(draft.random, draft.columns);
  const std::string columns = fmt::format(
      "id, \"user\", label, \"select\", \"Day\", {} AS \"json_array\", {} AS x, NULL AS empty",
      expressions.Number(2), expressions.Truth(2));
  const std::string from =
      draft.views.empty() || draft.random.OneIn(2) ? table : draft.random.OneOf(draft.views);
  const std::string query =
      fmt::format("SELECT {} FROM {} AS t WHERE {}", columns, from, expressions.Truth(3));
  if (draft.random.OneIn(3)) {
    MakeMaterialized(draft, view, query);
  } else {
    MakeOrdinary(draft, view, query, from);
  }
  draft.Damage("grant on a view", "GRANT SELECT ON {} TO writer", view);
}

void MakeOddView(SchemaDraft& draft) {
  const std::string& table = draft.random.OneOf(draft.tables).name;
  const std::string view = draft.Qualified();
  draft.random.OneIn(2) ? MakeWritable(draft, view, table) : MakeRecursive(draft, view, table);
}

}  // namespace gonogo::testing_support
