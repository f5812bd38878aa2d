// Lines of evidence: what was read is judged, and means the same when gonogo writes it.
#include "core/record/evidence.h"

#include <algorithm>
#include <string>

#include "app/proof/own_lines.h"
#include "core/record/evidence_lines.h"
#include "core/record/verdict.h"
#include "core/text/text.h"
#include "tests/fuzz/refusal.h"
#include "tests/fuzz/targets/chained.h"
#include "tests/fuzz/targets/targets.h"

namespace gonogo::fuzz {
namespace {

constexpr const char* kEvidenceFile = "evidence.jsonl";

std::string WrittenLines(const Evidence& evidence) {
  std::vector<Json> lines = {ToJson(evidence.run)};
  for (const CaseResult& one : evidence.cases) lines.push_back(ToJson(one, evidence.run));
  for (const std::string& one : evidence.contradictions) lines.push_back(ContradictionJson(one));
  return ChainOf(lines);
}

void RequireSound(const Evidence& evidence) {
  const Verdict verdict = Judge(evidence);
  const bool is_go = verdict.decision == Decision::kGo;
  Require(is_go == verdict.reasons.empty(),
          "a verdict other than GO must have reasons, and GO none");
  Require(!is_go || !evidence.cases.empty(), "GO without a case");
  Require(!is_go || evidence.contradictions.empty(), "GO with a contradiction");
  const std::string written = WrittenLines(evidence);
  const Evidence again = ParseEvidence(written, kEvidenceFile);
  Require(WrittenLines(again) == written, "written and read again, it is another");
  Require(Judge(again).decision == verdict.decision,
          "written and read again, it is judged otherwise");
  Require(FirstForeignLine(written, ParseWritten(written, kEvidenceFile)) == 0,
          "gonogo doesn't know the lines that it wrote");
}

void ReadEvidence(const std::string& lines) {
  const ReadableEvidence readable = ReadWhatIsReadable(lines, kEvidenceFile);
  Evidence evidence;
  if (!IsTaken([&] { evidence = ParseEvidence(lines, kEvidenceFile); })) return;
  Require(readable.unreadable.empty(),
          "what is read is called unreadable: " + Join(readable.unreadable, "; "));
  RequireSound(evidence);
  FirstForeignLine(lines, ParseWritten(lines, kEvidenceFile));
}

}  // namespace

void FeedEvidence(std::string_view input) {
  ReadEvidence(std::string(input));
  ReadEvidence(ChainedAnew(input));
  CaseIn(std::string(input.substr(0, input.find('\n'))));
}

}  // namespace gonogo::fuzz
