// Writes one suite per run, whose properties have the verdict and its causes.
#include "reporters/junit.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "core/record/cause_groups.h"
#include "core/text/text.h"
#include "reporters/console.h"

namespace gonogo {
namespace {

std::string Escaped(const std::string& text) {
  std::string escaped;
  for (const char c : Printable(text)) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\n':
        escaped += "&#10;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string Attribute(const char* name, const std::string& value) {
  return fmt::format(" {}=\"{}\"", name, Escaped(value));
}

std::string Property(const char* name, const std::string& value) {
  return fmt::format("<property{}{}/>", Attribute("name", name), Attribute("value", value));
}

std::string SecondsText(std::chrono::milliseconds time) {
  return fmt::format("{}.{:03}", time.count() / 1000, time.count() % 1000);
}

struct Totals {
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::chrono::milliseconds time{0};
};

class JunitReport {
 public:
  JunitReport(const Evidence& evidence, const Verdict& verdict, const Plan& plan)
      : evidence_(evidence), verdict_(verdict), plan_(plan), groups_(GroupsOf(evidence)) {
    for (const CaseResult& result : evidence.cases) results_.emplace(result.name(), &result);
  }

  std::string Write() {
    std::string cases;
    for (const DeclaredCase& declared : evidence_.run.declared) cases += Case(declared);
    cases += RunCase();
    const std::string totals =
        fmt::format(" tests=\"{}\" failures=\"{}\" errors=\"{}\" time=\"{}\"",
                    evidence_.run.declared.size() + 1, totals_.failures, totals_.errors,
                    SecondsText(totals_.time));
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites{}{}>\n  <testsuite{}{}{}>\n"
        "{}{}  </testsuite>\n</testsuites>\n",
        Attribute("name", "gonogo"), totals, Attribute("name", evidence_.run.plan), totals,
        Attribute("timestamp", evidence_.run.started.substr(0, 19)), Properties(), cases);
  }

 private:
  std::string Properties() const {
    const RunHeader& run = evidence_.run;
    std::string text = "    <properties>\n";
    const auto add = [&](const char* name, const std::string& value) {
      text += "      " + Property(name, value) + "\n";
    };
    add("verdict", DecisionText(verdict_, run));
    add("partial", run.partial() ? "true" : "false");
    add("cases", std::to_string(run.declared.size()));
    if (run.planned > 0) add("planned", std::to_string(run.planned));
    add("plan_digest", run.plan_digest);
    add("run", run.run);
    add("tool", run.tool);
    if (run.rehearsal()) add("rehearsal", "true");
    for (const std::string& line : SummaryOf(verdict_, groups_)) add("cause", line);
    return text + "    </properties>\n";
  }

  std::string Case(const DeclaredCase& declared) {
    const auto found = results_.find(declared.name());
    const CaseResult* const result = found == results_.end() ? nullptr : found->second;
    std::string text =
        "    <testcase" +
        Attribute("classname", fmt::format("{}.{}.{}", evidence_.run.plan,
                                           PhaseName(declared.phase), declared.check)) +
        Attribute("name", declared.subject) + PlaceOf(declared.check);
    if (result != nullptr) {
      totals_.time += result->duration;
      text += Attribute("time", SecondsText(result->duration));
    }
    const std::string inside = result == nullptr ? Problem("error", "NOT RUN", "did not run", "")
                                                 : Inside(declared, *result);
    return text + (inside.empty() ? "/>\n" : ">" + inside + "</testcase>\n");
  }

  // The place of the check in the plan.
  std::string PlaceOf(const std::string& id) const {
    const auto check = std::find_if(plan_.checks.begin(), plan_.checks.end(),
                                    [&](const Check& one) { return one.id == id; });
    if (check == plan_.checks.end()) return "";
    return Attribute("file", check->location.file) +
           Attribute("line", std::to_string(check->location.line));
  }

  std::string Inside(const DeclaredCase& declared, const CaseResult& result) {
    const Status status = StatusOf(result, evidence_.run);
    const std::string lines = Console({}).CaseLines(result, evidence_.run);
    if (status == Status::kWaived) {
      std::vector<std::string> who;
      for (const auto& one : AcceptanceOf(result, evidence_.run).by) {
        who.push_back(Describe(*one.waiver));
      }
      return "<properties>" + Property("waived", Join(who, "; ")) + "</properties>" + Output(lines);
    }
    if (status == Status::kPass) return result.outcome.findings.empty() ? "" : Output(lines);
    if (!Decides(declared.severity, evidence_.run.strict)) return Output(lines);
    const std::string message = MessageOf(result, status);
    if (status == Status::kFail) return Problem("failure", "FAIL", message, lines);
    const std::string& state = result.error ? result.error->sqlstate : "";
    return Problem("error", state.empty() ? StatusName(status) : state, message, lines);
  }

  // Begins with what was found, because tools show only the beginning.
  std::string MessageOf(const CaseResult& result, Status status) const {
    if (status == Status::kError) return result.error ? result.error->message : "examined nothing";
    if (status == Status::kNotRun) return result.outcome.not_run;
    const std::vector<Finding> open = AcceptanceOf(result, evidence_.run).open;
    const auto first = std::find_if(open.begin(), open.end(), [&](const Finding& one) {
      return Decides(one.severity, evidence_.run.strict);
    });
    const std::string more =
        open.size() > 1 ? fmt::format(" (and {})", Counted(open.size() - 1, "more finding")) : "";
    return Describe(first == open.end() ? open.front() : *first) + more;
  }

  std::string Problem(const char* kind, const std::string& type, const std::string& message,
                      const std::string& lines) {
    ++(kind == std::string("failure") ? totals_.failures : totals_.errors);
    return fmt::format("<{}{}{}>{}</{}>", kind, Attribute("message", message),
                       Attribute("type", type), Escaped(lines), kind);
  }

  static std::string Output(const std::string& lines) {
    return "<system-out>" + Escaped(lines) + "</system-out>";
  }

  // A test for what makes the run as a whole doubtful, though every case may be well.
  std::string RunCase() {
    const std::string test = "    <testcase" + Attribute("classname", evidence_.run.plan) +
                             Attribute("name", "the run as a whole");
    const std::vector<std::string>& reasons = verdict_.run_reasons;
    if (reasons.empty()) return test + "/>\n";
    return test + ">" + Problem("error", "run", reasons.front(), Join(reasons, "\n")) +
           "</testcase>\n";
  }

  const Evidence& evidence_;
  const Verdict& verdict_;
  const Plan& plan_;
  std::vector<CauseGroup> groups_;
  std::map<std::string, const CaseResult*> results_;
  Totals totals_;
};

}  // namespace

std::string JunitXml(const Evidence& evidence, const Verdict& verdict, const Plan& plan) {
  return JunitReport(evidence, verdict, plan).Write();
}

}  // namespace gonogo
