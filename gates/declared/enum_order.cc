// enum_order: enums have the labels that the plan gives them, in that order, on both sides. Their
// order is what ORDER BY and comparisons follow.
#include <map>
#include <set>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/json.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/inspection.h"
#include "gates/read_privilege.h"
#include "sql/declared.h"

namespace gonogo {
namespace {

constexpr std::string_view kUndeclared = "undeclared_types";

using Labels = std::vector<std::string>;
using Enums = std::map<std::string, Labels>;  // by the type's spelling

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  std::vector<Subject> subjects;
  for (const auto& [type, labels] : arguments.Map("types").items()) subjects.push_back({type, ""});
  if (subjects.empty()) throw PlanError("\"types\" is empty");
  subjects.push_back({std::string(kUndeclared), ""});
  return subjects;
}

Enums Read(const Rows& rows) {
  Enums enums;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string type = QuotedName({rows[i].Text("schema"), rows[i].Text("name")});
    enums[type] = ParseJson(rows[i].Text("labels")).get<Labels>();
  }
  return enums;
}

// A label that could be read as two, or as none, stands in quotes.
std::string Describe(const Labels& labels) {
  std::vector<std::string> words;
  for (const std::string& label : labels) {
    const bool plain = !label.empty() && label.find_first_of(",\"") == std::string::npos;
    words.push_back(plain ? label : ToText(Json(label)));
  }
  return words.empty() ? "no labels" : Join(words, ", ");
}

std::string Describe(const Enums& enums, const std::string& type) {
  const auto found = enums.find(type);
  return found == enums.end() ? "no such enum" : Describe(found->second);
}

Outcome CompareUndeclared(const Enums& source, const Enums& target, const Arguments& arguments) {
  std::set<std::string> declared;
  for (const auto& [type, labels] : arguments.Map("types").items()) {
    declared.insert(Normalised(type));
  }
  std::set<std::string> found;
  for (const auto& [type, labels] : source) found.insert(type);
  for (const auto& [type, labels] : target) found.insert(type);
  Outcome outcome{.examined = static_cast<std::int64_t>(found.size())};
  for (const std::string& type : found) {
    if (declared.contains(type)) continue;
    const auto of_source = source.find(type);
    const auto of_target = target.find(type);
    const bool equal = of_source != source.end() && of_target != target.end() &&
                       of_source->second == of_target->second;
    outcome.findings.push_back(equal ? Finding{type, "an enum that the plan does not name",
                                               "its labels in the plan", Severity::kAdvisory}
                                     : Finding{type, "target: " + Describe(target, type),
                                               "source: " + Describe(source, type)});
  }
  return outcome;
}

Outcome Run(const Inspection& in) {
  RequireReadable(in.pair, in.plan);
  const BothRows rows = in.pair.Query(sql::kEnumOrder, {});
  const Enums source = Read(rows.source);
  const Enums target = Read(rows.target);
  if (in.subject.name == kUndeclared) return CompareUndeclared(source, target, in.arguments);

  const std::string type = Normalised(in.subject.name);
  const auto labels = in.arguments.Map("types").at(in.subject.name).get<Labels>();
  const std::string want = Describe(labels);
  Outcome outcome{.examined = 1};
  for (const auto& [side, enums] :
       {std::pair("source: ", &source), std::pair("target: ", &target)}) {
    const auto found = enums->find(type);
    if (found != enums->end() && found->second == labels) continue;
    outcome.findings.push_back(
        {.subject = in.subject.name, .have = side + Describe(*enums, type), .want = want});
  }
  return outcome;
}

}  // namespace

Gate enum_order() {
  return {
      .name = "enum_order",
      .summary = "Enums have the plan's labels in the plan's order, on both sides.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {TextListMapParameter("types", "the labels of each enum, in order").Required()},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo
