// no_rows: runs a query that selects invalid rows; it must return none.
#include <fmt/format.h>

#include <algorithm>

#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/contents/plan_query.h"

namespace gonogo::no_rows {
namespace {

constexpr int kShown = 20;

// Returns the row as a finding. A query may name the parts of its findings itself.
Finding FindingOf(const Rows& rows, std::size_t number, const Finding& otherwise) {
  const auto part = [&](const char* name, const std::string& text) {
    const auto column = std::find(rows.columns.begin(), rows.columns.end(), name);
    if (column == rows.columns.end()) return text;
    return rows.values[number][static_cast<std::size_t>(column - rows.columns.begin())].value_or(
        "NULL");
  };
  return {part("subject", otherwise.subject),
          part("have", RowText(rows, number, {"subject", "want"})), part("want", otherwise.want)};
}

Outcome Run(const Inspection& in) {
  const QueryAnswer answer = RunPlanQuery(in, QuerySideOf(in.arguments), kShown + 1);
  const std::string title = in.arguments.Text("title");
  const Finding otherwise{in.subject.name, "", title.empty() ? "no row" : title};
  Outcome outcome{.examined = 1, .findings = {}, .notes = {answer.note}};
  for (std::size_t i = 0; i < answer.rows.size() && i < kShown; ++i) {
    outcome.findings.push_back(FindingOf(answer.rows, i, otherwise));
  }
  if (answer.rows.size() > kShown) {
    outcome.has_more = true;
    outcome.findings.push_back(
        {in.subject.name, fmt::format("more rows than the {} shown", kShown), otherwise.want});
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
      .parameters = {PlanQueryParameter(), PlanQuerySideParameter(),
                     TextParameter("title",
                                   "what is wanted, for findings: \"every order has a "
                                   "customer\"; if not given: no row")
                         .DefaultEmpty()
                         .Literal()},
      .subjects = RowsQuerySubject,
      .run = Run,
      .shows_rows = true};
}

}  // namespace gonogo::no_rows
