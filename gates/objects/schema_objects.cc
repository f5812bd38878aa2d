// Asks what the gates of the catalogue ask, so that both mean the same by a definition.
#include "gates/objects/schema_objects.h"

#include <array>

#include "core/text/digest.h"
#include "core/values/relation_name.h"
#include "gates/reading/exclusions.h"
#include "sql/catalogue.h"

namespace gonogo {
namespace {

const std::array kOfRelations = {sql::kStorage,     sql::kColumns,           sql::kConstraints,
                                 sql::kIndexes,     sql::kTriggers,          sql::kPartitions,
                                 sql::kRowSecurity, sql::kExtendedStatistics};
const std::array kOfDatabase = {sql::kTypes, sql::kSequences, sql::kFunctions, sql::kViews,
                                sql::kOtherObjects};

constexpr std::size_t kDigits = 16;

std::string DigestOf(const Row& row) {
  const std::string definition = row.Text("properties") + "\n" + row.Maybe("doubt").value_or("");
  return Sha256(definition).substr(0, kDigits);
}

void AddOfRelations(const Rows& rows, const Exclusions& exclusions, SchemaObjects& objects) {
  for (const Row row : rows) {
    const Value& object = row.Maybe("object");
    if (!object || exclusions.Reason(false, row.Maybe("schema"), row.Maybe("relation"))) continue;
    objects[QuotedName({row.Text("schema"), row.Text("relation")})][*object] = DigestOf(row);
  }
}

void AddOfDatabase(const Rows& rows, const Exclusions& exclusions, SchemaObjects& objects) {
  for (const Row row : rows) {
    const bool of_extension = row.Boolean("of_extension");
    if (exclusions.Reason(of_extension, row.Maybe("schema"), row.Maybe("relation"))) continue;
    objects[""][row.Text("object")] = DigestOf(row);
  }
}

// An extension's objects are those of its version.
void AddExtensions(const Rows& rows, SchemaObjects& objects) {
  for (const Row row : rows) {
    if (const Value& version = row.Maybe("version")) {
      objects[""]["extension " + row.Text("name")] = Sha256(*version).substr(0, kDigits);
    }
  }
}

}  // namespace

SchemaObjects ReadSchemaObjects(Session& session, const Plan& plan) {
  const Exclusions exclusions(session, plan);
  SchemaObjects objects;
  for (const std::string_view statement : kOfRelations) {
    AddOfRelations(session.Query(statement, {}), exclusions, objects);
  }
  for (const std::string_view statement : kOfDatabase) {
    AddOfDatabase(session.Query(statement, {}), exclusions, objects);
  }
  AddExtensions(session.Query(sql::kExtensions, {}), objects);
  return objects;
}

}  // namespace gonogo
