// Takes from the line, piece by piece, what gonogo would have written there.
#include "core/record/plain_lines.h"

#include <algorithm>

#include "core/json/line_pieces.h"
#include "core/values/phase.h"

namespace gonogo {
namespace {

bool TakeSeverity(LinePieces& pieces, Severity& severity) {
  for (const Severity one : {Severity::kRequired, Severity::kAdvisory}) {
    if (!pieces.Take(SeverityName(one))) continue;
    severity = one;
    return true;
  }
  return false;
}

bool TakeMeasured(LinePieces& pieces, Json& measured) {
  if (!pieces.Take(R"(,"measured":)")) return true;
  std::string_view figures;
  if (!pieces.TakeFigures(figures)) return false;
  measured = ParseJson(figures);
  return true;
}

bool TakeSees(LinePieces& pieces, std::string& sees) {
  return !pieces.Take(R"(,"sees":)") || (pieces.TakeText(sees) && !sees.empty());
}

bool TakeCase(LinePieces& pieces, CaseResult& result) {
  Outcome& outcome = result.outcome;
  std::int64_t duration_ms = 0;
  const bool is_taken = pieces.Take(R"("type":"case","check":)") && pieces.TakeText(result.check) &&
                        pieces.Take(R"(,"subject":)") && pieces.TakeText(result.subject) &&
                        pieces.Take(R"(,"severity":")") && TakeSeverity(pieces, result.severity) &&
                        pieces.Take(R"(","status":"PASS","examined":)") &&
                        pieces.TakeCount(outcome.examined) && outcome.examined > 0 &&
                        pieces.Take(R"(,"findings":[],"notes":)") &&
                        pieces.TakeTexts(outcome.notes) && pieces.Take(R"(,"started":)") &&
                        pieces.TakeText(result.started) && pieces.Take(R"(,"duration_ms":)") &&
                        pieces.TakeCount(duration_ms) && TakeMeasured(pieces, outcome.measured) &&
                        TakeSees(pieces, result.sees) && pieces.Take("}");
  result.duration = std::chrono::milliseconds(duration_ms);
  return is_taken;
}

bool TakePhase(LinePieces& pieces, Phase& phase) {
  std::string_view name;
  if (!pieces.TakeText(name)) return false;
  const std::optional<Phase> known = PhaseNamed(name);
  if (known) phase = *known;
  return known.has_value();
}

bool TakeDeclared(LinePieces& pieces, DeclaredCase& declared) {
  return pieces.Take(R"({"check":)") && pieces.TakeText(declared.check) &&
         pieces.Take(R"(,"subject":)") && pieces.TakeText(declared.subject) &&
         pieces.Take(R"(,"phase":)") && TakePhase(pieces, declared.phase) &&
         pieces.Take(R"(,"severity":")") && TakeSeverity(pieces, declared.severity) &&
         pieces.Take("\"}");
}

// Braces in texts count, too.
std::size_t MostObjectsIn(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '{'));
}

// Takes all up to the bracket at the end of the list.
bool TakeCases(LinePieces& pieces, std::vector<DeclaredCase>& cases) {
  if (pieces.rest().starts_with("]")) return true;
  do {
    if (!TakeDeclared(pieces, cases.emplace_back())) return false;
  } while (pieces.Take(","));
  return pieces.rest().starts_with("]");
}

}  // namespace

bool AddPlainCase(std::string_view members, std::vector<CaseResult>& cases) {
  LinePieces pieces(members);
  if (TakeCase(pieces, cases.emplace_back()) && pieces.rest().empty()) return true;
  cases.pop_back();
  return false;
}

// Within a text the quotes of the name would be escaped, so what is found is a member.
std::optional<PlainHeader> PlainHeaderOf(std::string_view members) {
  constexpr std::string_view kList = R"("declared":[)";
  const std::size_t at = members.find(kList);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view before = members.substr(0, at + kList.size());
  LinePieces pieces(members.substr(before.size()));
  PlainHeader header;
  header.declared.reserve(MostObjectsIn(pieces.rest()));
  if (!TakeCases(pieces, header.declared)) return std::nullopt;
  const std::string_view after = pieces.rest();
  if (after.find(kList) != std::string_view::npos) return std::nullopt;
  header.rest.append(before).append(after);
  return header;
}

}  // namespace gonogo
