// Asks each side once, for all cases of the run, which relations are unreadable.
#include "gates/reading/read_privilege.h"

#include <fmt/format.h>

#include <set>

#include "core/error.h"
#include "core/values/relation_name.h"
#include "gates/reading/known_codes.h"
#include "gates/subjects.h"
#include "sql/gates.h"

namespace gonogo {
namespace {

struct UnreadableRelations {
  std::set<std::string> names;  // by QuotedName
};

UnreadableRelations ReadUnreadable(Session& session) {
  UnreadableRelations unreadable;
  for (const Row row : session.Query(sql::kReadPrivilege, {})) {
    unreadable.names.insert(QuotedName({row.Text("schema"), row.Text("name")}));
  }
  return unreadable;
}

}  // namespace

void RequireReadable(const Inspection& in, SideName side, const Relation& relation) {
  RequireKnownCodes(in, side);
  const auto& unreadable = in.memory.Get<UnreadableRelations>(
      side, [&] { return ReadUnreadable(in.pair.SessionOf(side)); });
  const std::string& name = NameOn(side, relation);
  if (unreadable.names.empty() || !unreadable.names.contains(Normalised(name))) return;
  throw DatabaseError(
      fmt::format("{}: this role can't read {}; sql/grants/gonogo.sql grants what it needs",
                  ToString(side), name),
      "42501");
}

void RequireReadable(const Inspection& in, SideName side, const Plan& plan) {
  RequireKnownCodes(in, side);  // of a plan without relations, too
  for (const Relation& relation : plan.relations) RequireReadable(in, side, relation);
}

void RequireReadable(const Inspection& in, const Relation& relation) {
  for (const SideName side : kBothSides) RequireReadable(in, side, relation);
}

void RequireReadable(const Inspection& in, const Plan& plan) {
  for (const SideName side : kBothSides) RequireReadable(in, side, plan);
}

}  // namespace gonogo
