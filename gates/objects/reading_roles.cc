// Whatever goes beyond what sql/grants/gonogo.sql grants is compared.
#include "gates/objects/reading_roles.h"

#include <fmt/format.h>

#include "core/json/json.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/objects/empty_privileges.h"
#include "sql/gates.h"

namespace gonogo {
namespace {

// Returns whether what a role may do to the object is no more than reading needs.
bool OnlyReads(const std::string& object, const Value& privileges) {
  if (object == "SELECT on large objects") return true;  // the privileges are numbers of objects
  if (object == "the database") return privileges == "CONNECT";
  return privileges == (object.starts_with("schema ") ? "USAGE" : "SELECT");
}

}  // namespace

ReadingRoles::ReadingRoles(const Inspection& in) {
  if (in.plan.reading_roles.empty()) return;
  const BothRows rows =
      in.pair.Query(sql::kReadingRoles, {ToParameter(Json(in.plan.reading_roles))});
  for (const SideName side : kBothSides) {
    for (const Row row : rows[side]) {
      (row.Boolean("only_reads") ? roles_ : not_only_readers_).insert(row.Text("role"));
    }
  }
  for (const std::string& role : not_only_readers_) roles_.erase(role);
}

void ReadingRoles::LeaveOutGrants(PerSide<Objects>& objects) {
  for (const SideName side : kBothSides) {
    std::set<std::string> touched;
    for (auto& [name, object] : objects[side]) {
      for (const std::string& role : roles_) {
        const auto found = object.properties.find(role);
        if (found == object.properties.end() || !OnlyReads(name, found->second.text)) {
          continue;
        }
        object.properties.erase(found);
        ++grants_[side][role];
        touched.insert(name);
      }
    }
    std::erase_if(objects[side], [&](const auto& entry) {
      return touched.contains(entry.first) && GrantsNothing(entry.first, entry.second);
    });
  }
}

void ReadingRoles::LeaveOutRoles(std::set<std::string>& needed) {
  for (const std::string& role : roles_) {
    const auto erased =
        needed.erase("role " + role) + needed.erase("role " + QuoteIdentifier(role));
    if (erased > 0) left_out_.insert(role);
  }
}

void ReadingRoles::AddNotes(Outcome& outcome) const {
  for (const SideName side : kBothSides) {
    for (const auto& [role, count] : grants_[side]) {
      outcome.notes.push_back(
          fmt::format("excluded on the {}: {} to read of {}, as which gonogo reads", ToString(side),
                      Counted(count, "grant"), role));
    }
  }
  for (const std::string& role : left_out_) {
    outcome.notes.push_back(fmt::format("excluded: role {}, as which gonogo reads", role));
  }
  for (const std::string& role : not_only_readers_) {
    outcome.notes.push_back(fmt::format(
        "role {} is compared like any other: it can do more than read, owns something, or others "
        "have its rights",
        role));
  }
}

}  // namespace gonogo
