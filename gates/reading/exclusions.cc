// Gates count the reasons in their notes.
#include "gates/reading/exclusions.h"

#include <fmt/format.h>

#include "core/values/relation_name.h"
#include "sql/gates.h"

namespace gonogo {

Exclusions::Exclusions(Session& session, const Plan& plan) {
  const Rows rows = session.Query(sql::kExclusions, {});
  for (const Row row : rows) schemas_[row.Text("schema")] = row.Text("reason");
  for (const Relation& relation : plan.relations) {
    schemas_.erase(ParseRelationName(relation.source).schema);
    schemas_.erase(ParseRelationName(relation.target).schema);
  }
  for (const Exclusion& exclusion : plan.exclusions) {
    if (!exclusion.schema.empty()) {
      schemas_[exclusion.schema] = exclusion.reason;
    } else {
      relations_[Normalised(exclusion.relation)] = exclusion.reason;
    }
  }
}

std::optional<std::string> Exclusions::Reason(bool of_extension, const Value& schema,
                                              const Value& relation) const {
  if (of_extension) return "of extensions";
  if (!schema) return std::nullopt;
  if (const auto found = schemas_.find(*schema); found != schemas_.end()) {
    return fmt::format("in schema {}, {}", found->first, found->second);
  }
  if (!relation) return std::nullopt;
  const auto found = relations_.find(QuotedName({*schema, *relation}));
  if (found == relations_.end()) return std::nullopt;
  return fmt::format("of {}, {}", found->first, found->second);
}

}  // namespace gonogo
