// scalar: runs a query that returns one value, and compares it with what the plan wants.
#include <fmt/format.h>

#include <charconv>

#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/contents/plan_query.h"

namespace gonogo::scalar {
namespace {

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  const bool text = arguments.Has("equals");
  if (text == (arguments.Has("at_least") || arguments.Has("at_most"))) {
    throw PlanError("give either \"equals\", or one or both of \"at_least\" and \"at_most\"");
  }
  return QuerySubject(plan, arguments);
}

// Throws DatabaseError unless there is one row with one value. NULL is an error, too.
std::string OnlyValue(const Rows& rows) {
  if (rows.columns.size() != 1) {
    throw DatabaseError(
        fmt::format("the query returns {}, want 1", Counted(rows.columns.size(), "column")), "");
  }
  return rows.Only().Text(rows.columns.front());
}

// Throws DatabaseError if the value isn't a number.
double NumberOf(const std::string& value) {
  double number = 0;
  const char* const end = value.data() + value.size();
  const auto [rest, error] = std::from_chars(value.data(), end, number);
  if (error != std::errc{} || rest != end) {
    throw DatabaseError("the query returns a value that isn't a number", "");
  }
  return number;
}

bool IsWanted(const std::string& value, const Arguments& arguments) {
  if (arguments.Has("equals")) return value == arguments.Text("equals");
  const double number = NumberOf(value);
  return !(arguments.Has("at_least") && !(number >= arguments.Number("at_least"))) &&
         !(arguments.Has("at_most") && !(number <= arguments.Number("at_most")));
}

std::string DescribeWanted(const Arguments& arguments) {
  if (arguments.Has("equals")) return arguments.Shown("equals");
  std::vector<std::string> words;
  if (arguments.Has("at_least")) words.push_back("at least " + arguments.Shown("at_least"));
  if (arguments.Has("at_most")) words.push_back("at most " + arguments.Shown("at_most"));
  return Join(words, ", ");
}

Outcome Run(const Inspection& in) {
  const QueryAnswer answer = RunPlanQuery(in, QuerySideOf(in.arguments), 2);
  const std::string value = OnlyValue(answer.rows);
  const bool is_equal = in.arguments.Has("equals") && IsWanted(value, in.arguments);
  const std::string shown = is_equal ? in.arguments.Shown("equals") : value;
  Outcome outcome{.examined = 1, .findings = {}, .notes = {answer.note, "value: " + shown}};
  if (!IsWanted(value, in.arguments)) {
    outcome.findings.push_back({in.subject.name, value, DescribeWanted(in.arguments)});
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "scalar",
      .summary = "A query of the plan that returns one value returns the wanted one.",
      .meaning =
          "A value on which the plan relies isn't what was agreed: a total, a setting or a limit.",
      .remedy =
          "Run the plan's query by hand, then correct what it reads, or the value that the check "
          "wants.",
      .phases = {Phase::kPreflight, Phase::kVerify, Phase::kGate},
      .parameters = {PlanQueryParameter(), PlanQuerySideParameter(),
                     TextParameter("equals", "the wanted value, as text"),
                     NumberParameter("at_least", "or the smallest wanted number"),
                     NumberParameter("at_most", "or the largest wanted number")},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::scalar
