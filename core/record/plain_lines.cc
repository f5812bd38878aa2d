// Takes from the line, piece by piece, what gonogo would have written there.
#include "core/record/plain_lines.h"

#include <algorithm>
#include <charconv>

#include "core/values/phase.h"

namespace gonogo {
namespace {

// Escapes begin with a backslash; what isn't ASCII must be UTF-8, which nobody checks here.
bool IsPlain(char one) { return one >= ' ' && one <= '~' && one != '"' && one != '\\'; }

class Pieces {
 public:
  explicit Pieces(std::string_view rest) : rest_(rest) {}

  std::string_view rest() const { return rest_; }

  // Each returns whether that comes next, and then takes it.
  bool Take(std::string_view piece) {
    if (!rest_.starts_with(piece)) return false;
    rest_.remove_prefix(piece.size());
    return true;
  }

  bool TakeText(std::string_view& text) {
    if (!Take("\"")) return false;
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), IsPlain);
    text = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(text.size());
    return Take("\"");
  }

  bool TakeCount(std::int64_t& count) {
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), count);
    const std::string_view digits = rest_.substr(0, static_cast<std::size_t>(end - rest_.data()));
    if (error != std::errc() || digits[0] == '-' || (digits[0] == '0' && digits.size() > 1))
      return false;
    rest_.remove_prefix(digits.size());
    return true;
  }

  // Of texts, between brackets.
  bool TakeTexts(std::vector<std::string_view>& texts) {
    if (!Take("[")) return false;
    if (Take("]")) return true;
    do {
      std::string_view text;
      if (!TakeText(text)) return false;
      texts.push_back(text);
    } while (Take(","));
    return Take("]");
  }

  // An object of texts and counts, none of them named twice, and not empty.
  bool TakeFigures(std::string_view& figures) {
    const std::string_view before = rest_;
    std::vector<std::string_view> names;
    if (!Take("{")) return false;
    do {
      std::string_view name;
      if (!TakeText(name) || std::find(names.begin(), names.end(), name) != names.end()) {
        return false;
      }
      names.push_back(name);
      if (!Take(":") || !TakeFigure()) return false;
    } while (Take(","));
    if (!Take("}")) return false;
    figures = before.substr(0, before.size() - rest_.size());
    return true;
  }

  bool TakeSeverity(Severity& severity) {
    for (const Severity one : {Severity::kRequired, Severity::kAdvisory}) {
      if (!Take(SeverityName(one))) continue;
      severity = one;
      return true;
    }
    return false;
  }

 private:
  bool TakeFigure() {
    std::string_view text;
    std::int64_t count = 0;
    return rest_.starts_with('"') ? TakeText(text) : TakeCount(count);
  }

  std::string_view rest_;
};

// The texts are within the line.
struct CaseParts {
  std::string_view check;
  std::string_view subject;
  Severity severity = Severity::kRequired;
  std::int64_t examined = 0;
  std::vector<std::string_view> notes;
  std::string_view started;
  std::int64_t duration_ms = 0;
  std::string_view measured;
  std::string_view sees;
};

// Returns whether the line is a plain one.
bool Divide(std::string_view members, CaseParts& parts) {
  Pieces pieces(members);
  return pieces.Take(R"("type":"case","check":)") && pieces.TakeText(parts.check) &&
         pieces.Take(R"(,"subject":)") && pieces.TakeText(parts.subject) &&
         pieces.Take(R"(,"severity":")") && pieces.TakeSeverity(parts.severity) &&
         pieces.Take(R"(","status":"PASS","examined":)") && pieces.TakeCount(parts.examined) &&
         parts.examined > 0 && pieces.Take(R"(,"findings":[],"notes":)") &&
         pieces.TakeTexts(parts.notes) && pieces.Take(R"(,"started":)") &&
         pieces.TakeText(parts.started) && pieces.Take(R"(,"duration_ms":)") &&
         pieces.TakeCount(parts.duration_ms) &&
         (!pieces.Take(R"(,"measured":)") || pieces.TakeFigures(parts.measured)) &&
         (!pieces.Take(R"(,"sees":)") || (pieces.TakeText(parts.sees) && !parts.sees.empty())) &&
         pieces.Take("}") && pieces.rest().empty();
}

bool TakeDeclared(Pieces& pieces, DeclaredCase& declared) {
  std::string_view check;
  std::string_view subject;
  std::string_view phase;
  if (!pieces.Take(R"({"check":)") || !pieces.TakeText(check) || !pieces.Take(R"(,"subject":)") ||
      !pieces.TakeText(subject) || !pieces.Take(R"(,"phase":)") || !pieces.TakeText(phase) ||
      !pieces.Take(R"(,"severity":")") || !pieces.TakeSeverity(declared.severity) ||
      !pieces.Take("\"}")) {
    return false;
  }
  const std::optional<Phase> known = PhaseNamed(phase);
  if (!known) return false;
  declared.check = check;
  declared.subject = subject;
  declared.phase = *known;
  return true;
}

// Braces in texts count, too.
std::size_t MostObjectsIn(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '{'));
}

// Takes all up to the bracket at the end of the list.
bool TakeCases(Pieces& pieces, std::vector<DeclaredCase>& cases) {
  if (pieces.rest().starts_with("]")) return true;
  do {
    if (!TakeDeclared(pieces, cases.emplace_back())) return false;
  } while (pieces.Take(","));
  return pieces.rest().starts_with("]");
}

}  // namespace

bool AddPlainCase(std::string_view members, std::vector<CaseResult>& cases) {
  CaseParts parts;
  if (!Divide(members, parts)) return false;
  CaseResult& result = cases.emplace_back();
  result.check = parts.check;
  result.subject = parts.subject;
  result.severity = parts.severity;
  result.outcome.examined = parts.examined;
  result.outcome.notes.assign(parts.notes.begin(), parts.notes.end());
  if (!parts.measured.empty()) result.outcome.measured = ParseJson(parts.measured);
  result.started = parts.started;
  result.duration = std::chrono::milliseconds(parts.duration_ms);
  result.sees = parts.sees;
  return true;
}

// Within a text the quotes of the name would be escaped, so what is found is a member.
std::optional<PlainHeader> PlainHeaderOf(std::string_view members) {
  constexpr std::string_view kList = R"("declared":[)";
  const std::size_t at = members.find(kList);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view before = members.substr(0, at + kList.size());
  Pieces pieces(members.substr(before.size()));
  PlainHeader header;
  header.declared.reserve(MostObjectsIn(pieces.rest()));
  if (!TakeCases(pieces, header.declared)) return std::nullopt;
  const std::string_view after = pieces.rest();
  if (after.find(kList) != std::string_view::npos) return std::nullopt;
  header.rest.append(before).append(after);
  return header;
}

}  // namespace gonogo
