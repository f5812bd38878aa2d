// Maps source names to target names, so that definitions of renamed relations compare equal.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "core/plan/plan.h"

namespace gonogo {

class Renaming {
 public:
  explicit Renaming(const Plan& plan);

  // Returns SQL text of the source with the target's names. The server must have printed it with
  // an empty search_path, so that every name is qualified. An object that isn't a relation of the
  // plan moves with its schema (see SchemaOnTarget).
  std::string OnTarget(const std::string& sql) const;

  // Returns the schema to which the plan moves all relations of this one. If it moves them to
  // several schemas or none, returns the schema itself.
  std::string SchemaOnTarget(const std::string& schema) const;

 private:
  using Qualified = std::pair<std::string, std::string>;  // schema, name

  Qualified TargetOf(const Qualified& name) const;

  std::map<Qualified, Qualified> relations_;
  std::map<std::string, std::string> schemas_;  // those that move to one schema
};

}  // namespace gonogo
