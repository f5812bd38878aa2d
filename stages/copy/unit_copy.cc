// Triggers and keys are changed and changed back in one transaction, so other sessions never see
// the changes, and a killed process leaves none.
#include "stages/copy/unit_copy.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/error.h"
#include "core/text/text.h"
#include "sql/compare.h"
#include "sql/copy.h"
#include "stages/ledger/transaction_outcome.h"

namespace gonogo {
namespace {

struct Trigger {
  std::string on_table;
  std::string name;
  std::string enabled;

  auto operator<=>(const Trigger&) const = default;  // NOLINT(modernize-use-nullptr)
};

// Returns the words of ALTER TABLE for a value of pg_trigger.tgenabled.
std::string EnableClause(const std::string& enabled) {
  if (enabled == "O") return "ENABLE";
  if (enabled == "A") return "ENABLE ALWAYS";
  if (enabled == "R") return "ENABLE REPLICA";
  throw DatabaseError("a trigger has an unknown tgenabled: " + enabled, "");
}

std::string DeferralClause(const Reference& key) {
  if (!key.deferrable) return "NOT DEFERRABLE";
  return key.deferred ? "DEFERRABLE INITIALLY DEFERRED" : "DEFERRABLE INITIALLY IMMEDIATE";
}

class UnitCopy {
 public:
  UnitCopy(const UnitToCopy& work, SnapshotReader& reader, WritingSession& writer)
      : work_(work), reader_(reader), writer_(writer) {
    for (const std::size_t index : work.unit.relations) {
      const RelationToCopy& relation = work.relations[index];
      for (const std::string& table : relation.target_tables) tables_.push_back(table);
      names_.push_back(relation.name);
      targets_.push_back(relation.target_name);
    }
  }

  std::vector<CopiedRelation> Run() {
    try {
      return InTransaction();
    } catch (const DatabaseError& error) {
      const std::string name = streaming_.empty() ? Join(names_, ", ") : streaming_;
      throw DatabaseError(error.Reworded(fmt::format("relation {}: {}", name, error.what())));
    }
  }

 private:
  std::vector<CopiedRelation> InTransaction() {
    Transaction transaction(writer_);
    if (!tables_.empty()) {
      writer_.Execute(
          fmt::format("LOCK TABLE {} IN SHARE ROW EXCLUSIVE MODE", Join(tables_, ", ")));
    }
    const bool has_rows = HasRowsOfEarlierRun();
    const std::string number = TransactionNumber(writer_);
    for (const std::size_t index : work_.unit.relations) {
      work_.begun(work_.relations[index], number);
    }
    const std::set<Trigger> triggers = UserTriggers();
    DisableTriggers(triggers);
    for (const Reference& key : work_.unit.inner) Alter(key, "DEFERRABLE INITIALLY DEFERRED");
    if (has_rows) Empty();
    const auto copied = StreamAll();
    // A table can't be altered while deferred checks of its rows are pending.
    writer_.Execute("SET CONSTRAINTS ALL IMMEDIATE");
    for (const Reference& key : work_.unit.inner) Alter(key, DeferralClause(key));
    EnableTriggers(triggers);
    transaction.Commit();
    return copied;
  }

  // Returns whether a relation has rows of an earlier run. Throws DatabaseError if it has others.
  bool HasRowsOfEarlierRun() {
    bool found = false;
    for (const std::size_t index : work_.unit.relations) {
      const RelationToCopy& relation = work_.relations[index];
      const auto& tables = relation.target_tables;
      const bool has_rows =
          std::any_of(tables.begin(), tables.end(),
                      [this](const std::string& table) { return HasRows(table); });
      if (!has_rows) continue;
      found = true;
      if (work_.is_ours(relation)) continue;
      throw DatabaseError(
          fmt::format("target: {} already has rows that aren't from this backfill: empty it, or "
                      "compare it with gonogo diff",
                      relation.target),
          "");
    }
    return found;
  }

  bool HasRows(const std::string& table) {
    return writer_.Query(fmt::format("SELECT EXISTS (SELECT FROM {}) AS has_rows", table), {})
        .Only()
        .Boolean("has_rows");
  }

  std::set<Trigger> UserTriggers() {
    std::set<Trigger> triggers;
    for (const Row row : writer_.Query(sql::kUserTriggers, {JsonListOf(targets_)})) {
      triggers.insert({row.Text("on_table"), row.Text("name"), row.Text("enabled")});
    }
    return triggers;
  }

  // Disables each trigger by itself, because a partition's trigger may be enabled in another way
  // than its table's.
  void DisableTriggers(const std::set<Trigger>& triggers) {
    if (triggers.empty()) return;
    for (const Trigger& trigger : triggers) {
      writer_.Execute(
          fmt::format("ALTER TABLE ONLY {} DISABLE TRIGGER {}", trigger.on_table, trigger.name));
    }
    if (!UserTriggers().empty()) throw DatabaseError("target: a trigger is still enabled", "");
  }

  void EnableTriggers(const std::set<Trigger>& triggers) {
    if (triggers.empty()) return;
    for (const Trigger& trigger : triggers) {
      writer_.Execute(fmt::format("ALTER TABLE ONLY {} {} TRIGGER {}", trigger.on_table,
                                  EnableClause(trigger.enabled), trigger.name));
    }
    if (UserTriggers() != triggers) {
      throw DatabaseError("target: the triggers aren't enabled as they were before", "");
    }
  }

  void Alter(const Reference& key, const std::string& deferral) {
    writer_.Execute(
        fmt::format("ALTER TABLE {} ALTER CONSTRAINT {} {}", key.on_child, key.name, deferral));
  }

  // Removes the rows of an earlier run that was killed before it noted its COMMIT.
  void Empty() {
    if (work_.unit.referrers.empty()) {
      writer_.Execute("TRUNCATE " + Join(tables_, ", "));
      return;
    }
    std::vector<std::string> targets;
    for (const RelationName& target : targets_) targets.push_back(QuotedName(target));
    for (const std::string& referrer : work_.unit.referrers) {
      if (!HasRows(referrer)) continue;
      throw DatabaseError(
          fmt::format(
              "target: relation {0} must be emptied and copied again, but {1} references it "
              "and has rows: empty {1} first",
              Join(targets, ", "), referrer),
          "");
    }
    // One statement for all tables: ON DELETE RESTRICT is checked at its end.
    std::vector<std::string> first;
    for (std::size_t i = 0; i + 1 < tables_.size(); ++i) {
      first.push_back(fmt::format("d{} AS (DELETE FROM {})", i, tables_[i]));
    }
    const std::string statement = "DELETE FROM " + tables_.back();
    writer_.Execute(first.empty() ? statement
                                  : fmt::format("WITH {} {}", Join(first, ", "), statement));
  }

  std::vector<CopiedRelation> StreamAll() {
    std::vector<CopiedRelation> copied;
    for (const std::size_t index : work_.unit.relations) {
      const RelationToCopy& relation = work_.relations[index];
      streaming_ = relation.name;
      const Streamed streamed =
          StreamRows(reader_, relation.copy_out, writer_, relation.copy_in,
                     [&](const Streamed& moved) { work_.moved(index, moved); });
      copied.push_back({relation.name, streamed.rows, streamed.bytes, relation.form});
    }
    streaming_.clear();
    return copied;
  }

  const UnitToCopy& work_;
  SnapshotReader& reader_;
  WritingSession& writer_;
  std::vector<std::string> tables_;  // for statements
  std::vector<std::string> names_;
  std::vector<RelationName> targets_;
  std::string streaming_;
};

}  // namespace

std::vector<CopiedRelation> CopyUnit(const UnitToCopy& work, SnapshotReader& reader,
                                     WritingSession& writer) {
  return UnitCopy(work, reader, writer).Run();
}

}  // namespace gonogo
