// What gates that look at a whole database leave out by rule: what extensions own, what stands in a
// provider's schema (sql/provider_schemas.sql), and what the plan excludes.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/plan.h"
#include "core/rows.h"
#include "fixtures/session.h"

namespace gonogo {

class LeftOut {
 public:
  // A schema in which the plan moves a relation is no provider's. Throws DatabaseError.
  LeftOut(Session& session, const Plan& plan);

  // Why an object is left out; nothing where it is not. `schema` and `relation`: where it is, or
  // what it belongs to; NULL where there is none.
  std::optional<std::string> Reason(bool of_extension, const Value& schema,
                                    const Value& relation) const;

 private:
  std::map<std::string, std::string> schemas_;    // and reasons
  std::map<std::string, std::string> relations_;  // by their spelling
};

}  // namespace gonogo
