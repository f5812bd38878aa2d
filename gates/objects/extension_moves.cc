// Asks for the members only if an extension has moved.
#include "gates/objects/extension_moves.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "core/json/json.h"
#include "sql/catalogue.h"

namespace gonogo {
namespace {

using Schemas = std::map<std::string, std::string>;  // by extension

Schemas SchemasOf(Session& session) {
  Schemas schemas;
  const Rows rows = session.Query(sql::kExtensions, {});
  for (const Row row : rows) {
    if (row.Maybe("schema")) schemas[row.Text("name")] = row.Text("schema");
  }
  return schemas;
}

// Returns the schema in which the target has all these extensions, or nothing if they are in
// several or one is missing.
std::optional<std::string> CommonSchema(const Json& extensions, const Schemas& on_target) {
  std::optional<std::string> common;
  for (const Json& extension : extensions) {
    const auto found = on_target.find(extension.get<std::string>());
    if (found == on_target.end() || (common && *common != found->second)) return {};
    common = found->second;
  }
  return common;
}

}  // namespace

void AddExtensionMoves(Pair& pair, Renaming& renaming) {
  if (pair.Of(SideName::kSource).is_baseline) return;  // both sides are one database
  AddExtensionMoves(pair.Source(), pair.Target(), {}, renaming);
}

void AddExtensionMoves(Session& source, Session& target, const Schemas& planned,
                       Renaming& renaming) {
  Schemas on_target = SchemasOf(target);
  on_target.insert(planned.begin(), planned.end());  // keeps those it has
  const Schemas on_source = SchemasOf(source);
  const bool moved = std::any_of(on_source.begin(), on_source.end(), [&](const auto& one) {
    const auto found = on_target.find(one.first);
    return found != on_target.end() && found->second != renaming.SchemaOnTarget(one.second);
  });
  if (!moved) return;
  const Rows members = source.Query(sql::kExtensionMembers, {});
  for (const Row member : members) {
    const auto schema = CommonSchema(ParseJson(member.Text("extensions")), on_target);
    if (!schema) continue;
    const RelationName name{member.Text("schema"), member.Text("name")};
    if (member.Boolean("is_shared")) {
      renaming.MayMove(name, *schema);
    } else {
      renaming.Move(name, *schema);
    }
  }
}

}  // namespace gonogo
