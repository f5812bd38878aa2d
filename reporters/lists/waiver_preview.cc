// What a waiver would accept of a run.
#include "reporters/lists/waiver_preview.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/record/verdict.h"
#include "core/text/text.h"
#include "reporters/model/shown_text.h"

namespace gonogo {
namespace {

constexpr std::size_t kShownLines = 10;

std::string Lines(const std::string& title, const std::vector<std::string>& lines) {
  if (lines.empty()) return "";
  std::string text = title + "\n";
  for (std::size_t i = 0; i < lines.size() && i < kShownLines; ++i) {
    text += "  " + LogLine(lines[i]) + "\n";
  }
  if (lines.size() > kShownLines) {
    text += fmt::format("  and {} more\n", lines.size() - kShownLines);
  }
  return text;
}

// Why no waiver of this kind can accept anything of the case, or "".
std::string ReasonRefused(const Waiver& waiver, const CaseResult& result, bool strict) {
  if (StatusOf(result, strict) == Status::kError) return "is an ERROR, which can't be waived";
  const bool is_of_run = waiver.finding.empty();
  if (result.outcome.has_more && is_of_run) {
    return "has more differences than it lists: accept them with --finding";
  }
  return "";
}

}  // namespace

std::string WaiverPreview::Text() const {
  const std::string title = "accepts " + Counted(accepted.size(), "finding");
  return (accepted.empty() ? title + "\n" : Lines(title + ":", accepted)) +
         Lines(fmt::format("doesn't accept {}:", Counted(left.size(), "finding")), left) +
         Lines("can't accept:", refused);
}

WaiverPreview PreviewOf(const Waiver& waiver, const Evidence& evidence) {
  WaiverPreview preview;
  const bool strict = evidence.run.strict;
  for (const CaseResult& result : evidence.cases) {
    if (!Covers(waiver, result.check, result.subject)) continue;
    const std::string refused = ReasonRefused(waiver, result, strict);
    if (!refused.empty()) preview.refused.push_back(result.name() + " " + refused);
    for (const std::string& text : TextsToAccept(result, strict)) {
      const bool accepts = refused.empty() && Accepts(waiver, result.check, result.subject, text);
      (accepts ? preview.accepted : preview.left).push_back(result.name() + ": " + text);
    }
  }
  return preview;
}

Waiver AsSeen(Waiver waiver, const Evidence& evidence) {
  waiver.finding = "";
  waiver.seen_in = evidence.run.run;
  waiver.seen.clear();
  for (const CaseResult& result : evidence.cases) {
    if (!Covers(waiver, result.check, result.subject)) continue;
    if (!ReasonRefused(waiver, result, evidence.run.strict).empty()) continue;
    for (const std::string& text : TextsToAccept(result, evidence.run.strict)) {
      waiver.seen.push_back(FindingDigest(result.check, result.subject, text));
    }
  }
  std::sort(waiver.seen.begin(), waiver.seen.end());
  waiver.seen.erase(std::unique(waiver.seen.begin(), waiver.seen.end()), waiver.seen.end());
  return waiver;
}

bool AcceptsEverything(const Waiver& waiver) {
  return !waiver.finding.empty() && waiver.finding.find_first_not_of('*') == std::string::npos;
}

}  // namespace gonogo
