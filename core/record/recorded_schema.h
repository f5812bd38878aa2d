// The schema of a database as it was when preflight recorded it: a digest of each object.
#pragma once

#include <map>
#include <string>

#include "core/json/json.h"
#include "core/values/rows.h"

namespace gonogo {

// Digests of definitions by the relation of which the object is a part ("" for all others), and by
// the object: {"shop.orders", {"column id", "9c1f..."}}.
using SchemaObjects = std::map<std::string, std::map<std::string, std::string>>;

struct RecordedSchema {
  std::string taken_at;     // UTC, ISO 8601
  Value system_identifier;  // nothing if the role isn't allowed to read it
  std::string database_oid;
  SchemaObjects objects;
};

Json ToJson(const RecordedSchema& schema);

// Reads what ToJson wrote. Throws PlanError with `file` if the text is something else.
RecordedSchema ParseRecordedSchema(const std::string& text, const std::string& file);

}  // namespace gonogo
