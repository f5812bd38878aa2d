// Asks each side once which relations are unreadable; the session caches the answer.
#include "gates/reading/read_privilege.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/values/relation_name.h"
#include "gates/subjects.h"
#include "sql/gates.h"

namespace gonogo {

void RequireReadable(Pair& pair, SideName side, const Relation& relation) {
  const std::string& name = NameOn(side, relation);
  const std::string normalised = Normalised(name);
  const Rows unreadable = pair.SessionOf(side).Query(sql::kReadPrivilege, {});
  for (const Row row : unreadable) {
    if (QuotedName({row.Text("schema"), row.Text("name")}) != normalised) continue;
    throw DatabaseError(
        fmt::format("{}: this role can't read {}; sql/grants/gonogo.sql grants what it needs",
                    ToString(side), name),
        "42501");
  }
}

void RequireReadable(Pair& pair, SideName side, const Plan& plan) {
  for (const Relation& relation : plan.relations) RequireReadable(pair, side, relation);
}

void RequireReadable(Pair& pair, const Relation& relation) {
  for (const SideName side : kBothSides) RequireReadable(pair, side, relation);
}

void RequireReadable(Pair& pair, const Plan& plan) {
  for (const SideName side : kBothSides) RequireReadable(pair, side, plan);
}

}  // namespace gonogo
