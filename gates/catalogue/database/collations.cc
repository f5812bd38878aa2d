// collations: both sides have one encoding and sort words in one order, and what is sorted in
// indexes was sorted by the libraries that are there now.
#include "core/plan/gate.h"
#include "core/text/json.h"
#include "core/text/text.h"
#include "gates/judged_rows.h"
#include "gates/read_privilege.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"
#include "sql/session.h"

namespace gonogo {
namespace {

constexpr std::string_view kEncoding = "encoding";
constexpr std::string_view kOrder = "order";

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  std::vector<Subject> subjects = {{std::string(kEncoding), ""}, {std::string(kOrder), ""}};
  for (const Subject& side : OneForEachSide(plan, arguments)) subjects.push_back(side);
  return subjects;
}

// The name of a locale says little of how it sorts: `order` looks.
Outcome CompareEncodings(Pair& pair) {
  const BothRows rows = pair.Query(sql::kEncoding, {});
  const Row want = rows.source.Only();
  const Row have = rows.target.Only();
  Outcome outcome{.examined = 1};
  if (have.Text("encoding") != want.Text("encoding")) {
    outcome.findings.push_back({"encoding", have.Text("encoding"), want.Text("encoding")});
  }
  for (const char* const name : {"provider", "locale", "ctype"}) {
    const std::string& of_source = want.Text(name);
    const std::string& of_target = have.Text(name);
    outcome.notes.push_back(std::string(name) + ": source " + of_source + ", target " + of_target);
  }
  return outcome;
}

using Orders = std::map<std::string, std::vector<std::string>>;  // by collation

Orders ReadOrders(const Rows& rows) {
  Orders orders;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    orders[rows[i].Text("collation")] =
        ParseJson(rows[i].Text("words")).get<std::vector<std::string>>();
  }
  return orders;
}

// The first two words of which the target sorts the wrong one first.
void CompareOrder(const std::string& collation, const std::vector<std::string>& want,
                  const std::vector<std::string>& have, Outcome& outcome) {
  ++outcome.examined;
  for (std::size_t i = 0; i < want.size() && i < have.size(); ++i) {
    if (want[i] == have[i]) continue;
    outcome.findings.push_back({collation + " order",
                                "\"" + have[i] + "\" before \"" + want[i] + "\"",
                                "\"" + want[i] + "\" before \"" + have[i] + "\""});
    return;
  }
  if (want.size() != have.size()) {
    outcome.findings.push_back({collation + " order",
                                Counted(static_cast<std::int64_t>(have.size()), "word"),
                                Counted(static_cast<std::int64_t>(want.size()), "word")});
  }
}

Outcome CompareOrders(Pair& pair) {
  const BothRows rows = pair.QueryWritten(sql::kCollationsOrders, {}, {});
  const Orders source = ReadOrders(rows.source);
  const Orders target = ReadOrders(rows.target);
  Outcome outcome;
  for (const auto& [collation, want] : source) {
    const auto have = target.find(collation);
    if (have == target.end()) {
      outcome.notes.push_back(collation + ": used on the source only");
      continue;
    }
    CompareOrder(collation, want, have->second, outcome);
  }
  return outcome;
}

Outcome Run(const Inspection& in) {
  RequireReadable(in.pair, in.plan);
  if (in.subject.name == kEncoding) return CompareEncodings(in.pair);
  if (in.subject.name == kOrder) return CompareOrders(in.pair);
  return JudgeRows(QueryWritten(SideOf(in), sql::kCollationsVersions, {}));
}

}  // namespace

Gate collations() {
  return {
      .name = "collations",
      .summary = "Both sides have one encoding and sort words alike, as their indexes were sorted.",
      .phases = {Phase::kPreflight, Phase::kGate},
      .parameters = {},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo
