// Decides which objects a gate skips when it examines a whole database: those of extensions, those
// in a provider's schema (sql/gates/exclusions.sql), and those that the plan excludes.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/plan/plan.h"
#include "core/values/rows.h"
#include "fixtures/session/session.h"

namespace gonogo {

class Exclusions {
 public:
  // A schema with a relation of the plan is never a provider's. Throws DatabaseError.
  Exclusions(Session& session, const Plan& plan);

  // Returns why an object is excluded, in words for a note, or nothing if it isn't. `schema` and
  // `relation` say where the object is, or what it belongs to; NULL if it has none.
  std::optional<std::string> Reason(bool of_extension, const Value& schema,
                                    const Value& relation) const;

 private:
  std::map<std::string, std::string> schemas_;    // reasons by name
  std::map<std::string, std::string> relations_;  // reasons by QuotedName
};

}  // namespace gonogo
