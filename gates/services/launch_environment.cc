// launch_environment: every variable of the launch environment is set and has the value or the form
// that the plan requires. Findings show the variable's name and what is wrong, never its value.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/services/led_databases.h"
#include "gates/services/placeholder.h"
#include "gates/services/url_rule.h"

namespace gonogo::launch_environment {
namespace {

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  for (const auto& [name, members] : arguments.Map("one_of").items()) {
    if (members.empty()) throw PlanError(fmt::format("\"one_of\" {} lists no variable", name));
  }
  for (const auto& [name, members] : arguments.Map("different").items()) {
    if (members.size() < 2) {
      throw PlanError(fmt::format("\"different\" {} needs at least two variables", name));
    }
  }
  std::vector<Subject> subjects;
  for (const char* group : {"variables", "one_of", "different"}) {
    for (const auto& [name, rule] : arguments.Map(group).items()) subjects.push_back({name, ""});
  }
  return subjects;
}

bool IsHex64(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
}

bool IsUrl(const std::string& text) {
  const std::size_t scheme = text.find("://");
  return scheme != std::string::npos && scheme > 0 && scheme + 3 < text.size() &&
         text.find_first_of(" \t\n") == std::string::npos;
}

constexpr const char* kPlaceholder = "a placeholder, such as changeme";

std::vector<Finding> VariableFindings(const std::string& name, const Arguments& rule,
                                      const Environment& environment) {
  const std::string value = ValueOf(environment, name);
  if (value.empty()) {
    if (rule.Boolean("optional")) return {};
    return {{name, environment.contains(name) ? "empty" : "not set", "a value"}};
  }
  if (value.find('\0') != std::string::npos) {
    return {{name, "a value with a NUL byte, which no process can get", "a value"}};
  }
  if (value == "\'\'" || value == "\"\"") return {{name, "only quotes", "a value"}};
  if (rule.Has("equals") && value != rule.Text("equals")) {
    return {{name, "another value", rule.Text("equals")}};
  }
  if (!rule.Has("equals") && IsPlaceholder(value)) return {{name, kPlaceholder, "a value"}};
  const std::string format = rule.Has("format") ? rule.Text("format") : "";
  if (format == "hex64" && !IsHex64(value)) {
    return {{name, "malformed", "64 hexadecimal digits"}};
  }
  if (format == "url" && !IsUrl(value)) return {{name, "malformed", "a URL"}};
  if (rule.Has("url")) return UrlFindings(name, value, rule.Member("url"));
  return {};
}

std::vector<Finding> GroupFindings(const std::string& group, const std::vector<std::string>& names,
                                   const Environment& environment) {
  const bool any = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return !ValueOf(environment, name).empty() && !IsPlaceholder(ValueOf(environment, name));
  });
  if (any) return {};
  return {{group, "not set", "one of " + Join(names, ", ")}};
}

Outcome Run(const Inspection& in) {
  const std::string& name = in.subject.name;
  const auto has = [&](const char* group) { return in.arguments.Map(group).contains(name); };
  const auto names = [&](const char* group) {
    return in.arguments.Map(group).at(name).get<std::vector<std::string>>();
  };
  Outcome outcome{.examined = 1};
  Severity severity = Severity::kRequired;
  if (has("variables")) {
    const Arguments rule = in.arguments.Member("variables", name);
    outcome.findings = VariableFindings(name, rule, in.environment);
    if (SeverityNamed(rule.Text("severity")) == Severity::kAdvisory &&
        !in.arguments.Boolean("strict")) {
      severity = Severity::kAdvisory;
    }
  } else if (has("one_of")) {
    outcome.findings = GroupFindings(name, names("one_of"), in.environment);
  } else {
    outcome.findings = DifferenceFindings(names("different"), in);
  }
  for (Finding& finding : outcome.findings) finding.severity = severity;
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "launch_environment",
      .summary =
          "The launch environment has the required variables and values, and no placeholders; "
          "values "
          "are never shown.",
      .meaning = "The application starts with missing or wrong settings, or on the wrong database.",
      .remedy = "Correct the variable in the deployment's environment.",
      .phases = {Phase::kPreflight, Phase::kGate, Phase::kCutover},
      .parameters =
          {ObjectMapParameter(
               "variables", "the rules, by variable; {} requires any value but a placeholder",
               {TextParameter("equals", "the exact value").Literal(),
                TextParameter("format", "the form of the value").OneOf({"hex64", "url"}),
                ObjectParameter("url", "rules for the parts of a database URL",
                                UrlRuleParameters()),
                BooleanParameter("optional", "whether the variable may be unset").Default(false),
                SeverityParameter()})
               .DefaultEmpty(),
           TextListMapParameter("one_of", "groups of variables; at least one of each must be set")
               .DefaultEmpty(),
           TextListMapParameter(
               "different",
               "groups of database URLs that must lead to different databases; gonogo "
               "connects to them")
               .DefaultEmpty(),
           BooleanParameter("strict", "whether advisory findings count as required")
               .Default(false)},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::launch_environment
