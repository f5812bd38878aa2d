// What the plan moves under another name: definitions that name it differ honestly.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "core/plan/plan.h"

namespace gonogo {

class Renaming {
 public:
  explicit Renaming(const Plan& plan);

  // A text of SQL from the source, as a server writes it with an empty search_path, with the
  // target's names of the plan's relations. What else stands in a schema goes where the plan's
  // relations of that schema go; where these part, it keeps its name.
  std::string OnTarget(const std::string& sql) const;

  // Where a schema of the source goes; itself where the plan's relations in it part.
  std::string SchemaOnTarget(const std::string& schema) const;

 private:
  using Qualified = std::pair<std::string, std::string>;  // schema, name

  Qualified TargetOf(const Qualified& name) const;

  std::map<Qualified, Qualified> relations_;
  std::map<std::string, std::string> schemas_;  // those that go to one place
};

}  // namespace gonogo
