// Signs items of a plan. Names aren't verified: whoever can write the file can sign.
#include "app/signing.h"

#include <algorithm>

#include "core/error.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace {

void RequireItems(const Plan& plan, const std::vector<std::string>& items) {
  std::vector<std::string> known;
  for (const SignoffItem& item : SignoffItemsOf(plan)) known.push_back(item.id);
  if (known.empty()) {
    throw PlanError(plan.file + ": the plan has no items to sign; add a check with gate signoff");
  }
  for (const std::string& item : items) {
    if (std::find(known.begin(), known.end(), item) != known.end()) continue;
    throw PlanError(UnknownName("item", item, known));
  }
}

}  // namespace

std::vector<Signoff> Sign(const Plan& plan, const MigrationFolder& migration,
                          const std::vector<std::string>& items, const std::string& by,
                          const std::string& note) {
  RequireItems(plan, items);
  if (Trim(by).empty()) throw PlanError("--by must name the person who signs");
  ReadSignoffs(migration);  // throws if the file is broken: a line appended to it would be lost
  std::vector<Signoff> signoffs;
  std::vector<Json> lines;
  for (const std::string& item : items) {
    signoffs.push_back({.item = item,
                        .by = std::string(Trim(by)),
                        .note = note,
                        .at = UtcNow(),
                        .plan = plan.name,
                        .plan_digest = plan.digest,
                        .files = plan.FileDigests()});
    lines.push_back(ToJson(signoffs.back()));
  }
  AppendRecords(migration.signoffs, lines);
  return signoffs;
}

}  // namespace gonogo
