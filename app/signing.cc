// Who signs is who they say they are: the file is the release's, and kept with it.
#include "app/signing.h"

#include <algorithm>

#include "core/error.h"
#include "core/spelling.h"
#include "core/text.h"
#include "fixtures/clock.h"
#include "gates/record_files.h"
#include "stages/record_file.h"

namespace gonogo {
namespace {

void DemandItems(const Plan& plan, const std::vector<std::string>& items) {
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
  DemandItems(plan, items);
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
