// scalar: an invariant as a query: its one value is what the plan wants.
#include <charconv>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/json.h"
#include "core/text/text.h"
#include "gates/contents/plan_query.h"

namespace gonogo {
namespace {

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  const bool text = arguments.Has("equals");
  if (text == (arguments.Has("at_least") || arguments.Has("at_most"))) {
    throw PlanError("give \"equals\", or \"at_least\" and \"at_most\" or one of them");
  }
  return TheQuery(plan, arguments);
}

// Throws DatabaseError unless there is one row with one value: NULL may mean "not allowed".
std::string OnlyValue(const Rows& rows) {
  if (rows.columns.size() != 1) {
    throw DatabaseError("the query returns " +
                            Counted(static_cast<std::int64_t>(rows.columns.size()), "column") +
                            ", want 1",
                        "");
  }
  return rows.Only().Text(rows.columns.front());
}

// Throws DatabaseError where the value is no number.
double NumberOf(const std::string& value) {
  double number = 0;
  const char* const end = value.data() + value.size();
  const auto [rest, error] = std::from_chars(value.data(), end, number);
  if (error != std::errc{} || rest != end) {
    throw DatabaseError("the query returns \"" + value + "\", which is no number", "");
  }
  return number;
}

bool IsWanted(const std::string& value, const Arguments& arguments) {
  if (arguments.Has("equals")) return value == arguments.Text("equals");
  const double number = NumberOf(value);
  return !(arguments.Has("at_least") && !(number >= arguments.Number("at_least"))) &&
         !(arguments.Has("at_most") && !(number <= arguments.Number("at_most")));
}

std::string Describe(const Arguments& arguments) {
  if (arguments.Has("equals")) return arguments.Text("equals");
  std::vector<std::string> words;
  if (arguments.Has("at_least")) words.push_back("at least " + ToText(arguments.Map("at_least")));
  if (arguments.Has("at_most")) words.push_back("at most " + ToText(arguments.Map("at_most")));
  return Join(words, ", ");
}

Outcome Run(const Inspection& in) {
  const Answered answered = AskPlanQuery(in, 2);
  const std::string value = OnlyValue(answered.rows);
  Outcome outcome{.examined = 1, .findings = {}, .notes = {answered.note, "value: " + value}};
  if (!IsWanted(value, in.arguments)) {
    outcome.findings.push_back({in.subject.name, value, Describe(in.arguments)});
  }
  return outcome;
}

}  // namespace

Gate scalar() {
  std::vector<Parameter> parameters = PlanQueryParameters();
  parameters.push_back(TextParameter("equals", "what the value must be, as text"));
  parameters.push_back(NumberParameter("at_least", "or the least number"));
  parameters.push_back(NumberParameter("at_most", "or the largest number"));
  return {.name = "scalar",
          .summary = "The one value that a query of the plan returns is what it must be.",
          .phases = {Phase::kPreflight, Phase::kVerify, Phase::kGate},
          .parameters = parameters,
          .subjects = Subjects,
          .run = Run};
}

}  // namespace gonogo
