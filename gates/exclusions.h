// What gates that look at a whole database leave out by rule: what extensions own, what stands in a
// provider's schema (sql/gates/exclusions.sql), and what the plan excludes.
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
  // A schema in which the plan moves a relation is no provider's. Throws DatabaseError.
  Exclusions(Session& session, const Plan& plan);

  // Why an object is left out; nothing where it is not. `schema` and `relation`: where it is, or
  // what it belongs to; NULL where there is none.
  std::optional<std::string> Reason(bool of_extension, const Value& schema,
                                    const Value& relation) const;

 private:
  std::map<std::string, std::string> schemas_;    // and reasons
  std::map<std::string, std::string> relations_;  // by their spelling
};

}  // namespace gonogo
