// Maps source names to target names, so that definitions of renamed relations compare equal.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/plan/plan.h"
#include "core/values/relation_name.h"

namespace gonogo {

class Renaming {
 public:
  explicit Renaming(const Plan& plan);

  // Lets OnTarget put everything of that name, which isn't a relation of the plan, in this schema.
  void Move(const RelationName& name, const std::string& schema);

  // Lets OnTargetIfMoved do so: only some of what has the name has moved, and a name alone can't
  // tell.
  void MayMove(const RelationName& name, const std::string& schema);

  // Returns SQL text of the source with the target's names. The server must have printed it with
  // an empty search_path, so that every name is qualified. An object that isn't a relation of the
  // plan moves with its schema (see SchemaOnTarget).
  std::string OnTarget(const std::string& sql) const;

  // Does the same, and moves what MayMove named. Returns nothing if it named nothing.
  std::optional<std::string> OnTargetIfMoved(const std::string& sql) const;

  // Returns the name without the schema that the plan gives this relation of the source, or nothing
  // if it keeps its name.
  std::optional<std::string> NewNameOf(const RelationName& relation) const;

  // Returns true if NewNameOf returns one for any relation.
  bool renames() const { return renames_; }

  // Returns the schema to which the plan moves all relations of this one. If it moves them to
  // several schemas or none, returns the schema itself.
  std::string SchemaOnTarget(const std::string& schema) const;

 private:
  using Qualified = std::pair<std::string, std::string>;  // schema, name

  using Schemas = std::map<Qualified, std::string>;  // on the target, by name on the source

  Qualified TargetOf(const Qualified& name, const Schemas& also_moved) const;
  std::string Rewritten(const std::string& sql, const Schemas& moved) const;

  std::map<Qualified, Qualified> relations_;
  Schemas moved_;
  Schemas may_move_;
  bool renames_ = false;
  std::map<std::string, std::string> schemas_;  // those that move to one schema
};

}  // namespace gonogo
