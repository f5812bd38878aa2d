// What is as it should be becomes a note: it is evidence, too.
#include "gates/reading/judged_rows.h"

#include <fmt/format.h>

#include "core/error.h"
#include "gates/reading/read_privilege.h"

namespace gonogo {
namespace {

void JudgeRow(const Row& row, Outcome& outcome) {
  ++outcome.examined;
  const std::string& object = row.Text("object");
  const Value& have = row.Maybe("have");
  if (!have) {
    throw DatabaseError(
        fmt::format("{}: this role can't see it; sql/grants/gonogo.sql grants what it needs",
                    object),
        "42501");
  }
  if (const Value& want = row.Maybe("want")) {
    outcome.findings.push_back({object, *have, *want});
  } else {
    outcome.notes.push_back(fmt::format("{}: {}", object, *have));
  }
}

}  // namespace

SideName SideOf(const Inspection& in) {
  return in.subject.name == "source" ? SideName::kSource : SideName::kTarget;
}

Outcome JudgeRows(const Rows& rows) {
  Outcome outcome;
  for (const Row row : rows) JudgeRow(row, outcome);
  return outcome;
}

Outcome JudgeSide(const Inspection& in, std::string_view statement,
                  const std::vector<Value>& values) {
  return JudgeSide(in, SideOf(in), statement, values);
}

Outcome JudgeSide(const Inspection& in, SideName side, std::string_view statement,
                  const std::vector<Value>& values) {
  RequireReadable(in, side, in.plan);
  return JudgeRows(in.pair.SessionOf(side).Query(statement, values));
}

}  // namespace gonogo
