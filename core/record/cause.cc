// Gives every finding and error a key; those with the same key have one cause. A key leaves out the
// name of the relation, by which the members differ.
#include "core/record/cause.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/record/verdict.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr const char* kAny = "*";  // stands for a name by which the members differ

bool IsOfName(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Replaces the name where it isn't a part of a longer word. An underscore ends a word, because
// names of indexes and sequences begin with the table's.
void ReplaceName(std::string& text, const std::string& name, const std::string& mark = kAny) {
  if (name.empty()) return;
  std::size_t at = text.find(name);
  while (at != std::string::npos) {
    const std::size_t end = at + name.size();
    const bool stands =
        (at == 0 || !IsOfName(text[at - 1])) && (end == text.size() || !IsOfName(text[end]));
    if (stands) text.replace(at, name.size(), mark);
    at = text.find(name, at + (stands ? mark.size() : 1));
  }
}

// Returns the text without the name of the case's relation, with and without its schema.
std::string WithoutRelation(std::string text, const CaseResult& result) {
  const std::size_t dot = result.subject.rfind('.');
  if (dot == std::string::npos) return text;  // "database", for example
  ReplaceName(text, result.subject);
  ReplaceName(text, result.subject.substr(dot + 1));
  return text;
}

std::string TodoOf(const CaseError& error) {
  if (error.sqlstate != "57014") return "";
  return "statement_timeout_ms in the plan's \"limits\" says how long a statement may take";
}

// Returns what stands in the text between the two, if it has both.
std::optional<std::string> Between(const std::string& text, const std::string& begin,
                                   const std::string& end) {
  const std::size_t at = text.find(begin);
  if (at == std::string::npos) return std::nullopt;
  const std::size_t from = at + begin.size();
  const std::size_t to = text.find(end, from);
  if (to == std::string::npos) return std::nullopt;
  return text.substr(from, to - from);
}

// Returns the side of an error: "target" of "target: ERROR:  ...".
std::string SideOf(const std::string& message) { return message.substr(0, message.find(':')); }

// A privilege that the role lacks, in the words of the server or of gonogo.
std::optional<Cause> CauseOfMissingPrivilege(const CaseResult& result, const CaseError& error) {
  if (error.sqlstate != "42501") return std::nullopt;
  const std::string& message = error.message;
  auto object = Between(message, ": permission denied for ", " (SQLSTATE");
  if (!object) object = Between(message, ":  permission denied for ", " (SQLSTATE");
  if (!object) object = Between(message, ": this role can't read ", ";");
  if (!object) return std::nullopt;
  const std::string side = SideOf(message);
  const std::string todo = "sql/grants/gonogo.sql grants what it needs";
  return Cause{.key = "no right " + side,
               .text = message.substr(0, message.find("; " + todo)),
               .pattern = side + ": this role can't read them",
               .member = result.name(),
               .object = *object,
               .todo = todo};
}

// An object that only one side has.
Cause CauseOfAbsence(bool is_missing, const std::string& side, const std::string& object,
                     const std::string& member) {
  const std::string text = is_missing ? "missing on the " + side : "only on the " + side;
  return {.key = text, .text = text, .pattern = text, .member = member, .object = object};
}

std::optional<Cause> CauseOfMissingRelation(const CaseResult& result, const CaseError& error) {
  if (error.sqlstate != "42P01") return std::nullopt;
  const auto relation = Between(error.message + "\n", ": relation ", " does not exist\n");
  if (!relation) return std::nullopt;
  return CauseOfAbsence(true, SideOf(error.message), *relation, result.name());
}

std::optional<Cause> CauseOfAbsence(const Finding& finding) {
  const std::string& have = finding.have;
  for (const std::string side : {"target", "source"}) {
    const bool is_missing =
        (have == "none on the " + side && finding.want.starts_with(kOneAsOnTheSource)) ||
        (have == "no such table on the " + side && finding.want == "the table");
    const bool is_extra = have == "one on the " + side && finding.want == "none, as on the source";
    if (is_missing || is_extra)
      return CauseOfAbsence(is_missing, side, finding.subject, finding.subject);
  }
  return std::nullopt;
}

std::optional<ContentDifference> DifferenceIn(const CaseResult& result) {
  const Json& measured = result.outcome.measured;
  if (!measured.contains("contents")) return std::nullopt;
  const Json& contents = measured.at("contents");
  return ContentDifference{
      contents.at("relation"), contents.at("what"),
      contents.at("extra").get<std::int64_t>() - contents.at("missing").get<std::int64_t>()};
}

// Returns the different contents that explain the case's finding, if there are any: rows of that
// relation, or a number of rows that follows from them.
std::optional<ContentDifference> ExplanationOf(const CaseResult& result, const Finding& finding,
                                               const ContentDifferences& differences) {
  const auto is_of = [&](const std::string& relation) {
    return finding.subject == relation || finding.subject.starts_with(relation + " (");
  };
  if (auto own = DifferenceIn(result)) return is_of(own->relation) ? own : std::nullopt;
  const Json& measured = result.outcome.measured;
  if (!measured.contains("source_rows")) return std::nullopt;
  const std::int64_t more = measured.at("target_rows").get<std::int64_t>() -
                            measured.at("source_rows").get<std::int64_t>();
  const auto found =
      std::find_if(differences.begin(), differences.end(), [&](const ContentDifference& one) {
        return is_of(one.relation) && measured.at("relation") == one.relation &&
               more == one.balance;
      });
  return found == differences.end() ? std::nullopt : std::optional(*found);
}

Cause CauseOf(const CaseResult& result, const Finding& finding,
              const ContentDifferences& differences) {
  if (const auto difference = ExplanationOf(result, finding, differences)) {
    const auto& [relation, what, balance] = *difference;
    return {.key = fmt::format("contents {} {}", relation, what),
            .text = what,
            .pattern = what,
            .member = finding.subject,
            .relation = relation};
  }
  if (auto absence = CauseOfAbsence(finding)) return *absence;
  const auto words = [](const std::string& have, const std::string& want) {
    return fmt::format("have {}, want {}", have, want);
  };
  std::string pattern = words(finding.have, finding.want);
  ReplaceName(pattern, finding.subject);
  pattern = WithoutRelation(std::move(pattern), result);
  return {.key = fmt::format("FAIL {} {}", result.check, pattern),
          .text = words(finding.have, finding.want),
          .pattern = pattern,
          .member = finding.subject};
}

Cause CauseOfError(const CaseResult& result) {
  if (!result.error) {
    return {"ERROR examined nothing", "examined nothing", "examined nothing", result.name()};
  }
  if (auto missing = CauseOfMissingPrivilege(result, *result.error)) return *missing;
  if (auto missing = CauseOfMissingRelation(result, *result.error)) return *missing;
  const std::string& message = result.error->message;
  // A lock or a lost connection is the same for all relations, also for the one that is named.
  const bool is_of_all = result.error->sqlstate == "55P03" ||
                         result.error->sqlstate.starts_with("08") ||
                         result.error->sqlstate.starts_with("57");
  const std::string pattern = is_of_all ? message : WithoutRelation(message, result);
  return {.key = "ERROR " + pattern,
          .text = message,
          .pattern = pattern,
          .member = result.name(),
          .todo = TodoOf(*result.error)};
}

}  // namespace

ContentDifferences DifferencesIn(const Evidence& evidence) {
  ContentDifferences differences;
  for (const CaseResult& result : evidence.cases) {
    if (StatusOf(result, evidence.run) != Status::kFail) continue;
    if (const auto difference = DifferenceIn(result)) differences.push_back(*difference);
  }
  return differences;
}

std::vector<Cause> CausesOf(const CaseResult& result, Severity severity, const RunHeader& run,
                            const ContentDifferences& differences) {
  const Status status = StatusOf(result, run);
  std::vector<Cause> causes;
  if (status == Status::kError) causes.push_back(CauseOfError(result));
  if (status == Status::kNotRun) {
    const std::string& why = result.outcome.not_run;
    std::string pattern = why;
    ReplaceName(pattern, result.subject, "ITEM");
    causes.push_back({"NOT RUN " + pattern, why, pattern, result.name()});
  }
  if (status == Status::kFail || status == Status::kPass) {
    for (const Finding& finding : AcceptanceOf(result, run).open) {
      causes.push_back(CauseOf(result, finding, differences));
      causes.back().decides = Decides(finding.severity, run.strict);
    }
  }
  for (Cause& cause : causes) {
    cause.decides = cause.decides && Decides(severity, run.strict);
    if (!cause.decides) cause.key += " (advisory)";
  }
  return causes;
}

}  // namespace gonogo
