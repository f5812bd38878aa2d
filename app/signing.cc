// Signs items of a plan. Names aren't verified: whoever can write the file can sign.
#include "app/signing.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace {

// Throws PlanError if the plan has no item of that id.
void RequireItem(const std::vector<SignoffItem>& items, const std::string& id) {
  std::vector<std::string> known;
  for (const SignoffItem& item : items) known.push_back(item.id);
  if (std::find(known.begin(), known.end(), id) != known.end()) return;
  throw PlanError(UnknownName("item", id, known));
}

bool IsAmong(const std::vector<Signoff>& signoffs, const std::string& item) {
  return std::any_of(signoffs.begin(), signoffs.end(),
                     [&](const Signoff& one) { return one.item == item; });
}

// Throws PlanError if, with these signatures, the rules of an item refuse that of the item.
void RequireAllowed(const SignoffItem& item, const std::vector<Signoff>& signoffs,
                    const SignoffStatus& status) {
  const bool is_refused =
      (status.state == SignoffState::kWithoutTicket && IsAmong(signoffs, item.id)) ||
      (status.state == SignoffState::kOfSamePerson &&
       (IsAmong(signoffs, item.id) || IsAmong(signoffs, item.not_by)));
  if (!is_refused) return;
  throw PlanError(fmt::format("nothing is signed: {} would have signed item {} {}",
                              status.signoff.by, item.id, WhyRefused(item, status.state)));
}

}  // namespace

std::vector<Signoff> Sign(const Plan& plan, const MigrationFolder& migration,
                          std::vector<Signoff> signoffs) {
  const std::vector<SignoffItem> items = SignoffItemsOf(plan);
  if (items.empty()) {
    throw PlanError(plan.file + ": the plan has no items to sign; add a check with gate signoff");
  }
  // Throws if the file is broken: a line appended to it would be lost.
  std::vector<Signoff> all = ReadSignoffs(migration);
  const std::string now = UtcNow();
  std::vector<Json> lines;
  for (Signoff& one : signoffs) {
    RequireItem(items, one.item);
    one.by = Trim(one.by);
    if (one.by.empty()) throw PlanError("--by must name the person who signs");
    one.at = now;
    one.plan = plan.name;
    one.plan_digest = plan.digest;
    one.files = plan.FileDigests();
    all.push_back(one);
    lines.push_back(ToJson(one));
  }
  for (const SignoffItem& item : items) {
    RequireAllowed(item, signoffs, SignoffStatusOf(item, all, plan.digest, now));
  }
  AppendRecords(migration.signoffs, lines);
  return signoffs;
}

}  // namespace gonogo
