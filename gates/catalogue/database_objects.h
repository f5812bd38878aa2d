// Compares what doesn't belong to a single relation, such as functions, types or grants, between
// the two sides.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/plan/gate.h"
#include "gates/gate_head.h"
#include "gates/inspection.h"
#include "gates/objects/object_comparison.h"
#include "gates/subjects.h"

namespace gonogo {

// Returns whether an object, as the statement calls it, is the migration's own and isn't compared.
using LeaveOut = std::function<bool(const std::string& object)>;

// Changes the source's objects to what is expected on the target.
using Edit = std::function<void(Objects& of_source)>;

// Compares the objects that `statement` lists on both sides. It takes `values` and returns
//   schema        of the object; NULL: none
//   relation      that the object is or belongs to; NULL: none
//   object        kind and name, as a server prints it with an empty search_path
//   of_extension  whether an extension owns it
//   properties, doubt  as ReadObject expects them.
// Skips what Exclusions, ProviderDifferences and `is_left_out` exclude, and counts it in notes.
// Throws DatabaseError if a side can't answer or can't read a relation of the plan.
Outcome CompareDatabaseObjects(const Inspection& in, std::string_view statement,
                               const std::vector<Value>& values = {},
                               const LeaveOut& is_left_out = {});

// Does the same with `edit`, after names were changed to the target's.
Outcome CompareEditedObjects(const Inspection& in, std::string_view statement,
                             const std::vector<Value>& values, const Edit& edit);

// Does the same for objects whose properties are roles, such as owners. `roles` are roles of the
// target by roles of the source: a property's name or text that is a role of the source becomes the
// target's. Roles that one role replaces have their privileges together. `and_then` edits the
// result.
Outcome CompareRolesOfObjects(const Inspection& in, std::string_view statement,
                              const std::map<std::string, std::string>& roles,
                              const LeaveOut& is_left_out = {}, const Edit& and_then = {});

// Does the same for a statement whose objects are relations: it returns the relation of each, and
// its columns, indexes, triggers and so on are compared, too (see AddParts).
Outcome CompareDatabaseRelations(const Inspection& in, std::string_view statement);

// Serves as a gate's `run`: DatabaseObjects<sql::kFunctions>.
template <const std::string_view& statement>
Outcome DatabaseObjects(const Inspection& in) {
  return CompareDatabaseObjects(in, statement);
}

template <const std::string_view& statement>
Outcome DatabaseRelations(const Inspection& in) {
  return CompareDatabaseRelations(in, statement);
}

// Returns a gate that does nothing else: it compares what `statement` lists for the whole database.
template <const std::string_view& statement>
Gate DatabaseObjectsGate(GateHead head,
                         Outcome (*run)(const Inspection&) = DatabaseObjects<statement>) {
  return {.name = std::move(head.name),
          .summary = std::move(head.summary),
          .meaning = std::move(head.meaning),
          .remedy = std::move(head.remedy),
          .phases = std::move(head.phases),
          .subjects = OneForTheDatabase,
          .run = run,
          .with_baseline = true};
}

// Does the same for relations of a kind that no plan lists, with all that belongs to them.
template <const std::string_view& statement>
Gate DatabaseRelationsGate(GateHead head) {
  return DatabaseObjectsGate<statement>(std::move(head), DatabaseRelations<statement>);
}

}  // namespace gonogo
