// no_rows: runs a query that selects invalid rows; it must return none.
#include <fmt/format.h>

#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/contents/plan_query.h"

namespace gonogo::no_rows {
namespace {

constexpr int kShown = 20;

std::string DescribeRow(const Rows& rows, std::size_t number) {
  std::vector<std::string> words;
  for (std::size_t column = 0; column < rows.columns.size(); ++column) {
    words.push_back(rows.columns[column] + "=" + rows.values[number][column].value_or("NULL"));
  }
  return words.empty() ? "a row" : Join(words, ", ");
}

Outcome Run(const Inspection& in) {
  const QueryAnswer answer = RunPlanQuery(in, kShown + 1);
  Outcome outcome{.examined = 1, .findings = {}, .notes = {answer.note}};
  for (std::size_t i = 0; i < answer.rows.size() && i < kShown; ++i) {
    outcome.findings.push_back({in.subject.name, DescribeRow(answer.rows, i), "no row"});
  }
  if (answer.rows.size() > kShown) {
    outcome.has_more = true;
    outcome.findings.push_back(
        {in.subject.name, fmt::format("more rows than the {} shown", kShown), "no row"});
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "no_rows",
      .summary = "A query of the plan that selects invalid rows returns none.",
      .meaning =
          "Rows break a rule of the plan: the application may fail on them, or pass the error on.",
      .remedy = "Correct or delete the rows that the plan's query returns.",
      .phases = {Phase::kPreflight, Phase::kVerify, Phase::kGate},
      .parameters = PlanQueryParameters(),
      .subjects = QuerySubject,
      .run = Run,
      .shows_rows = true};
}

}  // namespace gonogo::no_rows
