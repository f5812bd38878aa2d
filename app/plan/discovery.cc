// Reads the catalogue of a source.
#include "app/plan/discovery.h"

#include <algorithm>

#include "core/json/json.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/reading/ascii_database.h"
#include "sql/catalogue.h"
#include "sql/gates.h"
#include "sql/plan.h"

namespace gonogo {
namespace {

using Texts = std::vector<std::string>;

SourceTable TableOf(const Row& row) {
  SourceTable table{.name = {row.Text("schema"), row.Text("name")},
                    .is_foreign = row.Boolean("is_foreign"),
                    .key = ParseJson(row.Text("key")).get<Texts>(),
                    .refers_to = {},
                    .columns = ParseJson(row.Text("columns")).get<Texts>()};
  const Json refers_to = ParseJson(row.Text("refers_to"));
  for (const Json& name : refers_to) table.refers_to.push_back({name.at(0), name.at(1)});
  return table;
}

// Returns whether gate foreign_servers couldn't read the options of some user mapping.
bool HidesMappingOptions(Session& source) {
  const Rows servers = source.Query(sql::kForeignServers, {"true"});
  return std::any_of(servers.begin(), servers.end(),
                     [](const Row& row) { return row.Boolean("unreadable"); });
}

// Looks at the session's `own` role and the one that sql/grants/gonogo.sql creates.
void FindReadingRoles(Session& source, const std::string& own, SourceSchema& schema) {
  Texts& roles = schema.reading_roles;
  roles = {"gonogo_reader"};
  if (own != roles.front()) roles.push_back(own);
  const Rows rows = source.Query(sql::kReadingRoles, {ToParameter(Json(roles))});
  for (const Row row : rows) {
    if (!row.Boolean("only_reads")) std::erase(roles, row.Text("role"));
  }
  schema.role_can_write = std::ranges::find(roles, own) == roles.end();
}

// Counts what isn't.
bool IsReadable(const Row& row, SourceSchema& schema) {
  const bool is_readable = row.Boolean("is_readable");
  if (!is_readable) ++schema.unreadable;
  return is_readable;
}

}  // namespace

SourceSchema Discover(Session& source) {
  const Value valid_text = PatternOfValidText(source);
  const Rows answer = source.Query(sql::kDiscoveredFacts, {valid_text});
  const Row facts = answer.Only();
  SourceSchema schema{.database = facts.Text("database"),
                      .schemas = ParseJson(facts.Text("schemas")).get<Texts>(),
                      .providers = {},
                      .tables = {},
                      .has_materialized_views = facts.Boolean("has_materialized_views"),
                      .has_publications = facts.Boolean("has_publications"),
                      .has_large_objects = facts.Boolean("has_large_objects"),
                      .has_scheduled_jobs = facts.Boolean("has_scheduled_jobs"),
                      .has_extension_rows = facts.Boolean("has_extension_rows"),
                      .records_no_collation_version = facts.Boolean("records_no_collation_version"),
                      .is_encrypted = facts.Boolean("is_encrypted"),
                      .is_local = facts.Boolean("is_local")};
  schema.is_ascii = valid_text.has_value();
  schema.hides_mapping_options = HidesMappingOptions(source);
  FindReadingRoles(source, facts.Text("role"), schema);
  const Rows providers = source.Query(sql::kExclusions, {});
  for (const Row row : providers) schema.providers[row.Text("schema")] = row.Text("reason");
  const Rows tables = source.Query(sql::kDiscoveredTables, {valid_text});
  for (const Row row : tables) {
    if (IsReadable(row, schema)) schema.tables.push_back(TableOf(row));
  }
  const Rows objects = source.Query(sql::kDiscoveredObjects, {valid_text});
  for (const Row row : objects) {
    if (!IsReadable(row, schema)) continue;
    schema.objects.push_back({row.Text("kind"), row.Text("schema"), row.Text("name")});
  }
  return schema;
}

std::map<std::string, std::string> MovedExtensions(
    Session& source, Session& target, const std::map<std::string, std::string>& renamed) {
  std::map<std::string, std::string> schemas;  // on the source, with the target's names
  const Rows of_source = source.Query(sql::kExtensions, {});
  for (const Row row : of_source) {
    if (!row.Maybe("schema")) continue;
    const auto other = renamed.find(row.Text("schema"));
    schemas[row.Text("name")] = other == renamed.end() ? row.Text("schema") : other->second;
  }
  std::map<std::string, std::string> moved;
  const Rows of_target = target.Query(sql::kExtensions, {});
  for (const Row row : of_target) {
    const auto want = schemas.find(row.Text("name"));
    if (want == schemas.end() || !row.Maybe("schema")) continue;
    if (want->second != row.Text("schema")) moved[want->first] = row.Text("schema");
  }
  return moved;
}

}  // namespace gonogo
