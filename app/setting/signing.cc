// Who signs is who they say they are: the file is the release's, and kept with it.
#include "app/setting/signing.h"

#include <algorithm>

#include "core/error.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "gates/records/record_files.h"
#include "stages/ledger/record_file.h"

namespace gonogo {
namespace {

void RequireItems(const Plan& plan, const std::vector<std::string>& items) {
  std::vector<std::string> known;
  for (const SignoffItem& item : SignoffItemsOf(plan)) known.push_back(item.id);
  if (known.empty()) throw PlanError(plan.file + ": the plan has nothing to sign");
  for (const std::string& item : items) {
    if (std::find(known.begin(), known.end(), item) != known.end()) continue;
    throw PlanError("the plan has no item \"" + item + "\"" + Suggestion(item, known));
  }
}

}  // namespace

std::vector<Signoff> Sign(const Plan& plan, const std::string& path,
                          const std::vector<std::string>& items, const std::string& by,
                          const std::string& note) {
  RequireItems(plan, items);
  if (Trim(by).empty()) throw PlanError("--by needs a name: somebody answers for it");
  ReadSignoffs(path);  // what is appended to a broken file would be read by nobody
  std::vector<Signoff> signoffs;
  std::vector<Json> lines;
  for (const std::string& item : items) {
    signoffs.push_back({.item = item,
                        .by = std::string(Trim(by)),
                        .note = note,
                        .at = UtcNow(),
                        .plan = plan.name,
                        .plan_digest = plan.digest});
    lines.push_back(ToJson(signoffs.back()));
  }
  AppendRecords(path, lines);
  return signoffs;
}

}  // namespace gonogo
