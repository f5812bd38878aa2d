// Writes what the schema of Jenkins' xUnit plugin allows: properties and files belong to suites.
#include "reporters/junit.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <sstream>
#include <vector>

#include "core/text/text.h"
#include "reporters/console.h"

namespace gonogo {
namespace {

void Set(pugi::xml_node element, const char* name, const std::string& value) {
  element.append_attribute(name) = Printable(value).c_str();
}

void SetText(pugi::xml_node element, const std::string& text) {
  if (!text.empty()) element.text() = Printable(text).c_str();
}

std::string SecondsText(std::chrono::milliseconds time) {
  return fmt::format("{}.{:03}", time.count() / 1000, time.count() % 1000);
}

struct Totals {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;
  std::chrono::milliseconds time{0};

  void Add(const Totals& other) {
    tests += other.tests;
    failures += other.failures;
    errors += other.errors;
    skipped += other.skipped;
    time += other.time;
  }
};

class JunitReport {
 public:
  explicit JunitReport(const RunReport& report) : report_(report), run_(report.evidence.run) {
    for (const CaseResult& result : report.evidence.cases) results_[result.name()] = &result;
  }

  std::string Write() {
    pugi::xml_node root = document_.append_child("testsuites");
    Set(root, "name", "gonogo");
    std::map<std::string, std::vector<const DeclaredCase*>> cases;  // by check
    std::vector<std::string> checks;
    for (const DeclaredCase& one : run_.declared) {
      if (!cases.contains(one.check)) checks.push_back(one.check);
      cases[one.check].push_back(&one);
    }
    for (const std::string& check : checks) AddSuite(root, cases.at(check));
    AddRun(root);
    SetTotals(root, all_, false);
    std::ostringstream text;
    document_.save(text, "  ", pugi::format_indent, pugi::encoding_utf8);
    return text.str();
  }

 private:
  static void SetTotals(pugi::xml_node element, const Totals& totals, bool has_skipped) {
    element.append_attribute("tests") = totals.tests;
    element.append_attribute("failures") = totals.failures;
    element.append_attribute("errors") = totals.errors;
    if (has_skipped) element.append_attribute("skipped") = totals.skipped;
    Set(element, "time", SecondsText(totals.time));
  }

  static void AddProperty(pugi::xml_node suite, const char* name, const std::string& value) {
    pugi::xml_node properties = suite.child("properties");
    if (!properties) properties = suite.append_child("properties");
    const pugi::xml_node property = properties.append_child("property");
    Set(property, "name", name);
    Set(property, "value", value);
  }

  void AddSuite(pugi::xml_node root, const std::vector<const DeclaredCase*>& cases) {
    const DeclaredCase& first = *cases.front();
    const std::string name =
        fmt::format("{}.{}.{}", run_.plan, PhaseName(first.phase), first.check);
    pugi::xml_node suite = root.append_child("testsuite");
    Set(suite, "name", name);
    Set(suite, "timestamp", run_.started.substr(0, 19));
    AddProperty(suite, "phase", PhaseName(first.phase));
    const std::string gate = GateNameOf(report_, first.check);
    if (!gate.empty()) AddProperty(suite, "gate", gate);
    AddProperty(suite, "severity", SeverityName(first.severity));
    const auto place = report_.plan.places.find(first.check);
    if (place != report_.plan.places.end()) {
      Set(suite, "file", place->second.file);
      AddProperty(suite, "line", std::to_string(place->second.line));
    }
    Totals totals;
    std::map<std::string, int> seen;
    for (const DeclaredCase* const one : cases) {
      const int times = ++seen[Printable(one->subject)];
      const std::string more = times == 1 ? "" : fmt::format(" ({})", times);
      AddCase(suite, name, one->subject + more, *one, totals);
    }
    SetTotals(suite, totals, true);
    all_.Add(totals);
  }

  // GitLab takes only the first of several tests with one name, so `test_name` is unique: what is
  // printed the same need not be the same.
  void AddCase(pugi::xml_node suite, const std::string& class_name, const std::string& test_name,
               const DeclaredCase& declared, Totals& totals) const {
    pugi::xml_node test = suite.append_child("testcase");
    Set(test, "classname", class_name);
    Set(test, "name", test_name);
    ++totals.tests;
    const auto found = results_.find(declared.name());
    if (found == results_.end()) {
      ++totals.skipped;
      return AddProblem(test, "skipped", "NOT RUN", "did not run", "");
    }
    const CaseResult& result = *found->second;
    totals.time += result.duration;
    Set(test, "time", SecondsText(result.duration));
    AddResult(test, declared, result, totals);
  }

  void AddResult(pugi::xml_node test, const DeclaredCase& declared, const CaseResult& result,
                 Totals& totals) const {
    const Status status = StatusOf(result, run_);
    const std::string lines = Console({}).CaseLines(result, run_);
    const bool passes = status == Status::kPass || status == Status::kWaived ||
                        !Decides(declared.severity, run_.strict);
    if (passes) {
      const bool is_silent = status == Status::kPass && result.outcome.findings.empty();
      if (!is_silent) SetText(test.append_child("system-out"), lines);
    } else if (status == Status::kFail) {
      ++totals.failures;
      AddProblem(test, "failure", "FAIL", FirstFinding(result), lines);
    } else if (status == Status::kNotRun) {
      ++totals.skipped;
      AddProblem(test, "skipped", "NOT RUN", result.outcome.not_run, lines);
    } else {
      ++totals.errors;
      const std::string state = result.error ? result.error->sqlstate : "";
      AddProblem(test, "error", state.empty() ? "ERROR" : state,
                 result.error ? result.error->message : "examined nothing", lines);
    }
  }

  static void AddProblem(pugi::xml_node test, const char* kind, const std::string& type,
                         const std::string& message, const std::string& lines) {
    const pugi::xml_node problem = test.append_child(kind);
    Set(problem, "message", message);
    Set(problem, "type", type);
    SetText(problem, lines);
  }

  // What was found comes first, because tools show only the beginning.
  std::string FirstFinding(const CaseResult& result) const {
    const std::vector<Finding> open = AcceptanceOf(result, run_).open;
    const auto first = std::find_if(open.begin(), open.end(), [&](const Finding& one) {
      return Decides(one.severity, run_.strict);
    });
    const std::string more =
        open.size() > 1 ? fmt::format(" (and {})", Counted(open.size() - 1, "more finding")) : "";
    return Describe(first == open.end() ? open.front() : *first) + more;
  }

  void AddRunProperties(pugi::xml_node suite, const std::vector<std::string>& causes) const {
    AddProperty(suite, "verdict", HeadlineOf(report_));
    AddProperty(suite, "partial", run_.partial() ? "true" : "false");
    AddProperty(suite, "cases", std::to_string(run_.declared.size()));
    if (run_.planned > 0) AddProperty(suite, "planned", std::to_string(run_.planned));
    AddProperty(suite, "plan_digest", run_.plan_digest);
    AddProperty(suite, "run", run_.run);
    AddProperty(suite, "tool", run_.tool);
    if (run_.rehearsal()) AddProperty(suite, "rehearsal", "true");
    for (const std::string& line : causes) AddProperty(suite, "cause", line);
  }

  // A suite for what no case has: the verdict, and what makes the run as a whole doubtful.
  void AddRun(pugi::xml_node root) {
    const std::vector<std::string> causes = SummaryOf(report_.verdict, report_.groups);
    pugi::xml_node suite = root.append_child("testsuite");
    Set(suite, "name", run_.plan);
    Set(suite, "timestamp", run_.started.substr(0, 19));
    AddRunProperties(suite, causes);
    pugi::xml_node test = suite.append_child("testcase");
    Set(test, "classname", run_.plan);
    Set(test, "name", "the run as a whole");
    Totals totals{.tests = 1};
    std::vector<std::string> reasons = report_.doubts;
    const auto& of_run = report_.verdict.run_reasons;
    reasons.insert(reasons.end(), of_run.begin(), of_run.end());
    const bool is_red = all_.failures + all_.errors > 0;
    if (reasons.empty() && !is_red && report_.verdict.decision != Decision::kGo) reasons = causes;
    if (!reasons.empty()) {
      ++totals.errors;
      AddProblem(test, "error", HeadlineOf(report_), reasons.front(), Join(reasons, "\n"));
    }
    SetTotals(suite, totals, true);
    all_.Add(totals);
  }

  const RunReport& report_;
  const RunHeader& run_;
  std::map<std::string, const CaseResult*> results_;
  pugi::xml_document document_;
  Totals all_;
};

}  // namespace

std::string JunitXml(const RunReport& report) { return JunitReport(report).Write(); }

}  // namespace gonogo
