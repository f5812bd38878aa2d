// Compares the results of a gate case with its expectations. A mismatch shows both as JSON.
#include "gates/cases/gate_case_mismatches.h"

#include <algorithm>
#include <set>

#include "core/record/verdict.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

Expectation WithFacts(Expectation expectation, const std::map<std::string, std::string>& facts) {
  for (Finding& finding : expectation.findings) {
    for (std::string* text : {&finding.subject, &finding.have, &finding.want}) {
      *text = Substituted(*text, facts);
    }
  }
  if (expectation.error) expectation.error = Substituted(*expectation.error, facts);
  if (expectation.notes) {
    for (std::string& note : *expectation.notes) note = Substituted(note, facts);
  }
  return expectation;
}

// Returns whether the texts are equal. ${number} in the expected text matches any digits.
bool Matches(const std::string& wanted, const std::string& seen) {
  constexpr std::string_view kNumber = "${number}";
  std::size_t at = 0;
  for (std::size_t i = 0; i < wanted.size();) {
    if (wanted.compare(i, kNumber.size(), kNumber) == 0) {
      const std::size_t end = std::min(seen.find_first_not_of("0123456789", at), seen.size());
      if (end == at) return false;
      at = end;
      i += kNumber.size();
    } else if (at == seen.size() || wanted[i++] != seen[at++]) {
      return false;
    }
  }
  return at == seen.size();
}

bool Matches(const std::vector<Finding>& wanted, const std::vector<Finding>& seen) {
  return std::equal(wanted.begin(), wanted.end(), seen.begin(), seen.end(),
                    [](const Finding& one, const Finding& other) {
                      return one.severity == other.severity &&
                             Matches(one.subject, other.subject) && Matches(one.have, other.have) &&
                             Matches(one.want, other.want);
                    });
}

bool Matches(const Expectation& wanted, const CaseResult& result, bool strict) {
  const bool error_matches =
      wanted.error.has_value() == result.error.has_value() &&
      (!wanted.error || (result.error->message.find(*wanted.error) != std::string::npos &&
                         result.error->sqlstate == wanted.sqlstate));
  return StatusName(StatusOf(result, strict)) == wanted.status && error_matches &&
         wanted.not_run == result.outcome.not_run &&
         Matches(wanted.findings, result.outcome.findings) &&
         (!wanted.examined || *wanted.examined == result.outcome.examined) &&
         (!wanted.notes || *wanted.notes == result.outcome.notes);
}

std::string Describe(const Expectation& wanted) {
  Json findings = Json::array();
  for (const Finding& finding : wanted.findings) findings.push_back(ToJson(finding));
  Json words = {{"status", wanted.status}, {"findings", findings}};
  if (wanted.error) words["error"] = {{"part", *wanted.error}, {"sqlstate", wanted.sqlstate}};
  if (!wanted.not_run.empty()) words["not_run"] = wanted.not_run;
  if (wanted.examined) words["examined"] = *wanted.examined;
  if (wanted.notes) words["notes"] = *wanted.notes;
  return words.dump(2);
}

std::vector<std::string> TextsOf(const std::vector<Finding>& findings) {
  std::vector<std::string> texts;
  for (const Finding& finding : findings) {
    texts.insert(texts.end(), {finding.subject, finding.have, finding.want});
  }
  return texts;
}

bool AnyContains(const std::vector<std::string>& texts, const std::string& secret) {
  return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
    return text.find(secret) != std::string::npos;
  });
}

// Returns the secret and the parts of it between a URL's punctuation. Leaves out short texts, which
// occur by chance.
std::set<std::string> PartsOf(const std::string& secret) {
  constexpr std::size_t kLongestIgnored = 5;
  std::set<std::string> parts = {secret};
  std::string separated = secret;
  for (char& c : separated) {
    if (std::string_view("/:@?&").find(c) != std::string_view::npos) c = '\n';
  }
  for (std::string& part : Split(separated, '\n')) parts.insert(std::move(part));
  std::erase_if(parts, [](const std::string& part) { return part.size() <= kLongestIgnored; });
  return parts;
}

}  // namespace

std::vector<std::string> Mismatches(const GateCase& expected, std::span<const CaseResult> results,
                                    const std::map<std::string, std::string>& facts) {
  std::vector<std::string> mismatches;
  std::set<std::string> unseen;
  for (const auto& [subject, wanted] : expected.expected) unseen.insert(subject);
  for (const CaseResult& result : results) {
    unseen.erase(result.subject);
    const auto found = expected.expected.find(result.subject);
    if (found == expected.expected.end() && !expected.others_pass) {
      mismatches.push_back(result.subject + ": \"expect\" doesn't list it");
      continue;
    }
    const Expectation wanted = found == expected.expected.end() ? Expectation{.status = "PASS"}
                                                                : WithFacts(found->second, facts);
    if (Matches(wanted, result, expected.strict)) continue;
    mismatches.push_back(result.subject + "\nexpected " + Describe(wanted) + "\nsaw " +
                         ToJson(result, RunHeader{.strict = expected.strict}).dump(2));
  }
  for (const std::string& subject : unseen) {
    mismatches.push_back(subject + ": \"expect\" lists it, but the check has no such subject");
  }
  return mismatches;
}

std::vector<std::string> Leaks(const GateCase& expected, std::span<const CaseResult> results,
                               std::span<const std::string> secrets) {
  std::vector<std::string> shown;
  for (const CaseResult& result : results) {
    const auto findings = TextsOf(result.outcome.findings);
    shown.insert(shown.end(), findings.begin(), findings.end());
    shown.insert(shown.end(), result.outcome.notes.begin(), result.outcome.notes.end());
    shown.push_back(result.outcome.not_run);
    if (result.error) shown.push_back(result.error->message);
  }
  std::vector<std::string> on_purpose;
  for (const auto& [subject, wanted] : expected.expected) {
    const auto findings = TextsOf(wanted.findings);
    on_purpose.insert(on_purpose.end(), findings.begin(), findings.end());
  }
  std::vector<std::string> leaks;
  for (const std::string& secret : secrets) {
    for (const std::string& part : PartsOf(secret)) {
      if (AnyContains(shown, part) && !AnyContains(on_purpose, part))
        leaks.push_back("shows " + part);
    }
  }
  return leaks;
}

}  // namespace gonogo
