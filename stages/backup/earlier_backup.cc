// The ledger has all that is needed but the files.
#include "stages/backup/earlier_backup.h"

#include <chrono>

#include "core/text/digest.h"
#include "fixtures/system/clock.h"

namespace gonogo {
namespace {

bool IsFresh(const BackupFacts& backup, std::int64_t hours, const std::string& now) {
  if (backup.taken_at.empty()) return false;
  const auto age = TimeBetween(backup.taken_at, now);
  return age >= std::chrono::milliseconds(0) && age <= std::chrono::hours(hours);
}

bool RolledBackSince(const Ledger& ledger, const BackupFacts& backup) {
  const LedgerLine* const rollback = ledger.Last(LedgerEvent::kStageBegan, Phase::kRollback);
  return rollback != nullptr && rollback->at >= backup.taken_at;
}

}  // namespace

std::optional<BackupFacts> EarlierBackup(const StageRun& run, const Ledger& ledger,
                                         const std::string& database, const std::string& now) {
  const std::int64_t hours = run.arguments.Integer("reuse_backup_hours");
  if (hours == 0 || !run.plan.has_source()) return std::nullopt;
  const std::optional<BackupFacts> backup = ledger.LastBackup();
  if (!backup || backup->database != database || !IsFresh(*backup, hours, now)) return {};
  if (backup->different > 0 || RolledBackSince(ledger, *backup)) return {};
  const bool must_be_tried = run.arguments.Has("restore_on");
  if (must_be_tried && backup->compared_digest != ComparedDigest(run.plan)) return {};
  return backup;
}

std::string ComparedDigest(const Plan& plan) {
  std::string names;
  for (const Relation& relation : plan.relations) names += relation.source + "\n";
  return Sha256(names);
}

}  // namespace gonogo
