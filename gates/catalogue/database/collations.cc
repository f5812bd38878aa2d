// collations: both sides have the same encoding and sort words in the same order, and the indexes
// of each side were built with the collation versions that it uses now.
#include <fmt/format.h>

#include <algorithm>

#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/reading/judged_rows.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"
#include "sql/session.h"

namespace gonogo::collations {
namespace {

constexpr std::string_view kEncoding = "encoding";
constexpr std::string_view kOrder = "order";

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  std::vector<Subject> subjects = {{std::string(kEncoding), ""}, {std::string(kOrder), ""}};
  for (const Subject& side : OneForEachSide(plan, arguments)) subjects.push_back(side);
  return subjects;
}

// Locales are only noted: their names say little about how they sort. The subject `order` does.
Outcome CompareEncodings(Pair& pair) {
  const BothRows rows = pair.Query(sql::kEncoding, {});
  const Row want = rows.source.Only();
  const Row have = rows.target.Only();
  Outcome outcome{.examined = 1};
  if (have.Text("encoding") != want.Text("encoding")) {
    outcome.findings.push_back({"encoding", have.Text("encoding"), want.Text("encoding")});
  }
  for (const char* const name : {"provider", "locale", "ctype"}) {
    outcome.notes.push_back(
        fmt::format("{}: source {}, target {}", name, want.Text(name), have.Text(name)));
  }
  return outcome;
}

using Words = std::vector<std::string>;
using SortedWords = std::map<std::string, Words>;  // by collation

SortedWords Read(const Rows& rows) {
  SortedWords words;
  for (const Row row : rows) {
    words[row.Text("collation")] = ParseJson(row.Text("words")).get<Words>();
  }
  return words;
}

// Returns the words that `others` has too: a side with another encoding lacks some letters.
Words WithoutWordsNotIn(const Words& others, Words words) {
  std::erase_if(words, [&](const std::string& word) {
    return std::find(others.begin(), others.end(), word) == others.end();
  });
  return words;
}

// Reports only the first two words that the target sorts the other way round.
void CompareOrder(const std::string& collation, const Words& source, const Words& target,
                  Outcome& outcome) {
  ++outcome.examined;
  const Words want = WithoutWordsNotIn(target, source);
  const Words have = WithoutWordsNotIn(source, target);
  for (std::size_t i = 0; i < want.size() && i < have.size(); ++i) {
    if (want[i] == have[i]) continue;
    outcome.findings.push_back({collation + " order",
                                fmt::format("\"{}\" before \"{}\"", have[i], want[i]),
                                fmt::format("\"{}\" before \"{}\"", want[i], have[i])});
    return;
  }
}

Outcome CompareOrders(Pair& pair) {
  const BothRows rows = pair.QueryWritten(sql::kCollationsOrders, {});
  const SortedWords source = Read(rows.source);
  const SortedWords target = Read(rows.target);
  Outcome outcome;
  for (const auto& [collation, want] : source) {
    const auto have = target.find(collation);
    if (have == target.end()) {
      outcome.notes.push_back(fmt::format("{}: used on the source only", collation));
      continue;
    }
    CompareOrder(collation, want, have->second, outcome);
  }
  return outcome;
}

Outcome Run(const Inspection& in) {
  RequireReadable(in, in.plan);
  if (in.subject.name == kEncoding) return CompareEncodings(in.pair);
  if (in.subject.name == kOrder) return CompareOrders(in.pair);
  return JudgeRows(QueryWritten(in.pair.SessionOf(SideOf(in)), sql::kCollationsVersions, {}));
}

}  // namespace

Gate Definition() {
  return {
      .name = "collations",
      .summary =
          "Both sides have the same encoding and sort order, and indexes of the current versions.",
      .meaning =
          "Text sorts, compares or changes case in another way, and unique indexes can let "
          "duplicates in.",
      .remedy =
          "Create the target with the source's encoding and locale; REINDEX what another library "
          "version built.",
      .phases = {Phase::kPreflight, Phase::kGate},
      .parameters = {},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::collations
