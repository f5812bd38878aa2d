#include "core/record/recorded_schema.h"

#include <fmt/format.h>

#include "core/error.h"

namespace gonogo {

Json ToJson(const RecordedSchema& schema) {
  Json objects = Json::object();
  for (const auto& [relation, parts] : schema.objects) objects[relation] = parts;
  return {
      {"schema", 1},
      {"taken_at", schema.taken_at},
      {"system_identifier", schema.system_identifier ? Json(*schema.system_identifier) : Json()},
      {"database_oid", schema.database_oid},
      {"objects", std::move(objects)}};
}

RecordedSchema ParseRecordedSchema(const std::string& text, const std::string& file) {
  try {
    const Json json = ParseRecord(text);
    if (json.at("schema") != 1) throw PlanError("of another version of gonogo");
    RecordedSchema schema{.taken_at = json.at("taken_at"),
                          .system_identifier = {},
                          .database_oid = json.at("database_oid"),
                          .objects = {}};
    const Json& identifier = json.at("system_identifier");
    if (!identifier.is_null()) schema.system_identifier = identifier.get<std::string>();
    for (const auto& [relation, parts] : json.at("objects").items()) {
      schema.objects[relation] = parts.get<std::map<std::string, std::string>>();
    }
    return schema;
  } catch (const std::exception& error) {
    throw PlanError(fmt::format("{}: this isn't a recorded schema: {}", file, error.what()));
  }
}

}  // namespace gonogo
