// Sign-offs, waivers and baselines: what was read means the same when gonogo writes it.
#include <string>
#include <vector>

#include "core/json/json.h"
#include "core/record/baseline.h"
#include "core/record/signoff.h"
#include "core/values/waiver.h"
#include "tests/fuzz/refusal.h"
#include "tests/fuzz/targets/targets.h"

namespace gonogo::fuzz {
namespace {

template <typename Record>
std::string LinesOfRecords(const std::vector<Record>& records) {
  std::string lines;
  for (const Record& record : records) lines += ToText(ToJson(record)) + "\n";
  return lines;
}

template <typename Parse>
void RequireSameRecords(const std::string& text, const Parse& parse) {
  decltype(parse(text, "file")) records;
  if (!IsTaken([&] { records = parse(text, "file"); })) return;
  const std::string written = LinesOfRecords(records);
  Require(LinesOfRecords(parse(written, "file")) == written,
          "written and read again, it is another");
}

}  // namespace

void FeedRecords(std::string_view input) {
  const std::string text(input);
  RequireSameRecords(text, ParseSignoffs);
  RequireSameRecords(text, ParseWaivers);
  Baseline baseline;
  if (!IsTaken([&] { baseline = ParseBaseline(text, "baseline.json"); })) return;
  const std::string written = ToText(ToJson(baseline));
  Require(ToText(ToJson(ParseBaseline(written, "baseline.json"))) == written,
          "written and read again, it is another baseline");
  Require(DifferentAnswers(baseline, baseline).empty(), "a baseline differs from itself");
}

}  // namespace gonogo::fuzz
