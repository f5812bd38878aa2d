// What was looked at and found in order is evidence, too: it is noted.
#include "gates/judged_rows.h"

#include "core/error.h"
#include "gates/read_privilege.h"

namespace gonogo {
namespace {

void JudgeRow(const Row& row, Outcome& outcome) {
  ++outcome.examined;
  const std::string& object = row.Text("object");
  const Value& have = row.Maybe("have");
  if (!have) {
    throw DatabaseError(object + ": this role may not see; sql/grants/gonogo.sql lets it", "42501");
  }
  if (const Value& want = row.Maybe("want")) {
    outcome.findings.push_back({object, *have, *want});
  } else {
    outcome.notes.push_back(object + ": " + *have);
  }
}

}  // namespace

Session& SideOf(const Inspection& in) {
  return in.subject.name == "source" ? in.pair.Source() : in.pair.Target();
}

Outcome JudgeRows(const Rows& rows) {
  Outcome outcome;
  for (std::size_t i = 0; i < rows.size(); ++i) JudgeRow(rows[i], outcome);
  return outcome;
}

Outcome JudgeSide(const Inspection& in, std::string_view statement,
                  const std::vector<Value>& values) {
  if (in.subject.name == "source") {
    RequireReadableSource(in.pair, in.plan);
  } else {
    RequireReadableTarget(in.pair, in.plan);
  }
  return JudgeRows(SideOf(in).Query(statement, values));
}

}  // namespace gonogo
