// enum_order: enums have the labels that the plan gives, in that order, on both sides. ORDER BY and
// comparisons follow the order of the labels.
#include <fmt/format.h>

#include <map>
#include <set>

#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/inspection.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/declared.h"

namespace gonogo::enum_order {
namespace {

constexpr const char* kTypes = "types";
constexpr const char* kUndeclared = "undeclared_types";

using Labels = std::vector<std::string>;
using Enums = std::map<std::string, Labels>;  // by QuotedName

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  std::vector<Subject> subjects = OneForEachMember(arguments, kTypes);
  subjects.push_back({kUndeclared, ""});
  return subjects;
}

Enums Read(const Rows& rows) {
  Enums enums;
  for (const Row row : rows) {
    enums[QuotedName({row.Text("schema"), row.Text("name")})] =
        ParseJson(row.Text("labels")).get<Labels>();
  }
  return enums;
}

// Quotes a label that is empty or contains a comma or a quote.
std::string Describe(const Labels& labels) {
  std::vector<std::string> words;
  for (const std::string& label : labels) {
    const bool plain = !label.empty() && label.find_first_of(",\"") == std::string::npos;
    words.push_back(plain ? label : ToText(Json(label)));
  }
  return words.empty() ? "no labels" : Join(words, ", ");
}

std::string Describe(SideName side, const Enums& enums, const std::string& type) {
  const auto found = enums.find(type);
  return fmt::format("{}: {}", ToString(side),
                     found == enums.end() ? "no such enum" : Describe(found->second));
}

// Examines the enums that the plan doesn't give: they must be equal on both sides. If they are, the
// finding is advisory.
Outcome CompareUndeclared(const PerSide<Enums>& enums, const Arguments& arguments) {
  std::set<std::string> declared;
  for (const auto& one : arguments.Map(kTypes).items()) declared.insert(Normalised(one.key()));
  std::set<std::string> all;
  for (const SideName side : kBothSides) {
    for (const auto& [type, labels] : enums[side]) all.insert(type);
  }
  Outcome outcome{.examined = static_cast<std::int64_t>(all.size())};
  for (const std::string& type : all) {
    if (declared.contains(type)) continue;
    const auto source = enums.source.find(type);
    const auto target = enums.target.find(type);
    const bool equal = source != enums.source.end() && target != enums.target.end() &&
                       source->second == target->second;
    outcome.findings.push_back(equal
                                   ? Finding{type, "an enum that isn't in the plan",
                                             "its labels in the plan", Severity::kAdvisory}
                                   : Finding{type, Describe(SideName::kTarget, enums.target, type),
                                             Describe(SideName::kSource, enums.source, type)});
  }
  return outcome;
}

Outcome Run(const Inspection& in) {
  RequireReadable(in, in.plan);
  const BothRows rows = in.pair.Query(sql::kEnumOrder, {});
  const PerSide<Enums> enums{Read(rows.source), Read(rows.target)};
  if (in.subject.name == kUndeclared) return CompareUndeclared(enums, in.arguments);

  const std::string type = Normalised(in.subject.name);
  const auto labels = in.arguments.Map(kTypes).at(in.subject.name).get<Labels>();
  Outcome outcome{.examined = 1};
  for (const SideName side : kBothSides) {
    const auto found = enums[side].find(type);
    if (found != enums[side].end() && found->second == labels) continue;
    outcome.findings.push_back(
        {in.subject.name, Describe(side, enums[side], type), Describe(labels)});
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "enum_order",
      .summary = "Enums have the plan's labels in the plan's order, on both sides.",
      .meaning =
          "Sorting and comparing the enum's values gives another order, or a label is refused.",
      .remedy =
          "Run ALTER TYPE with ADD VALUE or RENAME VALUE; for another order, create the type "
          "again.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters = {TextListMapParameter(kTypes, "the labels of each enum, in order").Required()},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::enum_order
