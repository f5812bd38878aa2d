// A table or function of either side counts, because the migrations run on a copy of the source.
#include "gates/migrations/review/database_state.h"

#include <set>

#include "gates/migrations/review/rules/called_functions.h"
#include "sql/migrations.h"

namespace gonogo {
namespace {

std::set<std::string> NameList(const std::string& list) {
  return ParseJson(list).get<std::set<std::string>>();
}

std::string MayCall(const MigrationFiles& folder) {
  std::set<std::string> names;
  for (const MigrationFile& file : folder.files) {
    for (std::string& name : WordsThatMayCall(file.text)) names.insert(std::move(name));
  }
  return ToText(Json(names));
}

void ReadSide(Session& session, const std::string& may_call, SchemaState& schema) {
  for (const Row row : session.Query(sql::kMigrationSafetyTables, {})) {
    schema.AddTable(row.Text("schema"), row.Text("table"), NameList(row.Text("not_null")),
                    NameList(row.Text("indexes")));
  }
  for (const Row row : session.Query(sql::kMigrationSafetyRoutines, {may_call})) {
    schema.code().AddFromDatabase({.name = row.Text("name"),
                                   .language = row.Maybe("language").value_or(""),
                                   .extension = row.Maybe("extension").value_or(""),
                                   .is_volatile = row.Boolean("is_volatile"),
                                   .is_builtin = row.Boolean("is_builtin"),
                                   .definition = row.Maybe("definition").value_or("")});
  }
}

}  // namespace

void ReadDatabase(const Inspection& in, const MigrationFiles& folder, SchemaState& schema) {
  if (folder.files.empty()) return;
  const std::string may_call = MayCall(folder);
  ReadSide(in.pair.Target(), may_call, schema);
  if (in.plan.has_source()) ReadSide(in.pair.Source(), may_call, schema);
}

}  // namespace gonogo
