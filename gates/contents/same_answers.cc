// same_answers: a query of the plan gives the same rows in the same order on both sides: what users
// see, through sort orders, functions, views and extensions.
#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/side.h"
#include "gates/contents/plan_query.h"

namespace gonogo::same_answers {
namespace {

constexpr int kMostRows = 100'000;  // of an answer, which stays in memory
constexpr std::size_t kShown = 20;

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  if (!plan.has_source()) throw PlanError("this gate needs a source, and the plan has none");
  return QuerySubject(plan, arguments);
}

QueryAnswer WholeAnswer(const Inspection& in, SideName side) {
  QueryAnswer answer = RunPlanQuery(in, side, kMostRows + 1);
  if (answer.rows.size() <= static_cast<std::size_t>(kMostRows)) return answer;
  throw DatabaseError(
      fmt::format("{}: the query returns more than {} rows; compare tables with row_checksum, or "
                  "add ORDER BY and LIMIT",
                  ToString(side), kMostRows),
      "");
}

std::string RowOrNone(const Rows& rows, std::size_t number) {
  return number < rows.size() ? RowText(rows, number) : "no row";
}

bool AreEqual(const Rows& source, const Rows& target, std::size_t number) {
  return number < source.size() && number < target.size() &&
         source.values[number] == target.values[number];
}

void CompareRows(const Inspection& in, const Rows& source, const Rows& target, Outcome& outcome) {
  const std::string& title = in.subject.name;
  std::size_t differ = 0;
  for (std::size_t i = 0; i < std::max(source.size(), target.size()); ++i) {
    if (AreEqual(source, target, i) || ++differ > kShown) continue;
    outcome.findings.push_back(
        {fmt::format("{} row {}", title, i + 1), RowOrNone(target, i), RowOrNone(source, i)});
  }
  if (differ <= kShown) return;
  outcome.has_more = true;
  outcome.findings.push_back({title, Counted(differ - kShown, "more row") + " that differ",
                              "the source's rows in the same order"});
}

Outcome Run(const Inspection& in) {
  const QueryAnswer source = WholeAnswer(in, SideName::kSource);
  const QueryAnswer target = WholeAnswer(in, SideName::kTarget);
  Outcome outcome{
      .examined = 1,
      .findings = {},
      .notes = {source.note, fmt::format("source {}, target {}", Counted(source.rows.size(), "row"),
                                         Counted(target.rows.size(), "row"))}};
  if (source.rows.size() == 0 && target.rows.size() == 0) outcome.examined = 0;
  if (source.rows.columns != target.rows.columns) {
    outcome.findings.push_back({in.subject.name, "columns " + Join(target.rows.columns, ", "),
                                "columns " + Join(source.rows.columns, ", ")});
    return outcome;
  }
  CompareRows(in, source.rows, target.rows, outcome);
  return outcome;
}

}  // namespace

Gate Definition() {
  return {.name = "same_answers",
          .summary = "A query of the plan returns the same rows in the same order on both sides.",
          .meaning = "Users would see other results, or another order, after the switch.",
          .remedy =
              "Compare collations, functions, views and extensions; add "
              "ORDER BY if the order is open.",
          .phases = {Phase::kVerify, Phase::kGate},
          .parameters = {PlanQueryParameter(),
                         TextParameter("title", "what the query shows, for readers of the plan")
                             .DefaultEmpty()
                             .Literal()},
          .subjects = Subjects,
          .run = Run,
          .shows_rows = true};
}

}  // namespace gonogo::same_answers
