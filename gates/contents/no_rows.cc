// no_rows: an invariant as a query: it returns what should not be, and so must return nothing.
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/contents/plan_query.h"

namespace gonogo {
namespace {

constexpr int kShown = 20;

std::string Describe(const Rows& rows, std::size_t number) {
  std::vector<std::string> words;
  for (std::size_t column = 0; column < rows.columns.size(); ++column) {
    words.push_back(rows.columns[column] + "=" + rows.values[number][column].value_or("NULL"));
  }
  return words.empty() ? "a row" : Join(words, ", ");
}

Outcome Run(const Inspection& in) {
  const Answered answered = AskPlanQuery(in, kShown + 1);
  Outcome outcome{.examined = 1, .findings = {}, .notes = {answered.note}};
  for (std::size_t i = 0; i < answered.rows.size() && i < kShown; ++i) {
    outcome.findings.push_back({in.subject.name, Describe(answered.rows, i), "no row"});
  }
  if (answered.rows.size() > kShown) {
    outcome.notes.push_back("there are more rows than the " + std::to_string(kShown) + " shown");
  }
  return outcome;
}

}  // namespace

Gate no_rows() {
  return {.name = "no_rows",
          .summary = "A query of the plan, which returns what should not be, returns nothing.",
          .phases = {Phase::kPreflight, Phase::kVerify, Phase::kGate},
          .parameters = PlanQueryParameters(),
          .subjects = TheQuery,
          .run = Run};
}

}  // namespace gonogo
