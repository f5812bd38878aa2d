// Whatever is switched off is switched off in this transaction only, so that a process that is
// killed leaves nothing behind: nobody else ever sees it.
#include "stages/copy/unit_copy.h"

#include <set>

#include "core/error.h"
#include "core/text/text.h"
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

std::string WordsThatEnable(const std::string& enabled) {
  if (enabled == "O") return "ENABLE";
  if (enabled == "A") return "ENABLE ALWAYS";
  if (enabled == "R") return "ENABLE REPLICA";
  throw DatabaseError("a trigger is enabled in a way that gonogo does not know: " + enabled, "");
}

std::string Deferral(const Reference& key) {
  if (!key.deferrable) return "NOT DEFERRABLE";
  return key.deferred ? "DEFERRABLE INITIALLY DEFERRED" : "DEFERRABLE INITIALLY IMMEDIATE";
}

class UnitCopy {
 public:
  UnitCopy(const UnitToCopy& work, SnapshotReader& reader, WritingSession& writer)
      : work_(work), reader_(reader), writer_(writer) {
    for (const std::size_t index : work.unit.relations) {
      const RelationToCopy& relation = work.relations[index];
      tables_.push_back(relation.target_rows);
      names_.push_back(relation.name);
      targets_.push_back(relation.target_name);
    }
  }

  std::vector<CopiedRelation> Run() {
    try {
      return InTransaction();
    } catch (const DatabaseError& error) {
      const std::string words = streaming_.empty() ? Join(names_, ", ") : streaming_;
      throw DatabaseError("relation " + words + ": " + error.what(), error.sqlstate());
    }
  }

 private:
  std::vector<CopiedRelation> InTransaction() {
    Transaction transaction(writer_);
    writer_.Execute("LOCK TABLE " + Join(tables_, ", ") + " IN SHARE ROW EXCLUSIVE MODE");
    const bool filled = RequireNoForeignRows();
    const std::string number = TransactionNumber(writer_);
    for (const std::size_t index : work_.unit.relations) {
      work_.begun(work_.relations[index], number);
    }
    const std::set<Trigger> triggers = UserTriggers();
    DisableTriggers(triggers);
    for (const Reference& key : work_.unit.inner) Alter(key, "DEFERRABLE INITIALLY DEFERRED");
    if (filled) Empty();
    const auto copied = StreamAll();
    // No table can be altered while a check of its rows is still to come.
    writer_.Execute("SET CONSTRAINTS ALL IMMEDIATE");
    for (const Reference& key : work_.unit.inner) Alter(key, Deferral(key));
    EnableTriggers(triggers);
    transaction.Commit();
    return copied;
  }

  // Whether any relation holds rows; throws where they are not ours.
  bool RequireNoForeignRows() {
    bool filled = false;
    for (const std::size_t index : work_.unit.relations) {
      const RelationToCopy& relation = work_.relations[index];
      if (!HoldsRows(relation.target_rows)) continue;
      filled = true;
      if (work_.is_ours(relation)) continue;
      throw DatabaseError("target: " + relation.target +
                              " already holds rows, none of this backfill: empty it, or compare "
                              "it with gonogo diff",
                          "");
    }
    return filled;
  }

  bool HoldsRows(const std::string& table) {
    return writer_.Query("SELECT EXISTS (SELECT FROM " + table + ") AS filled", {})
        .Only()
        .Boolean("filled");
  }

  std::set<Trigger> UserTriggers() {
    std::set<Trigger> triggers;
    const Rows rows = writer_.Query(sql::kUserTriggers, {JsonListOf(targets_)});
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Row row = rows[i];
      triggers.insert({row.Text("on_table"), row.Text("name"), row.Text("enabled")});
    }
    return triggers;
  }

  // Each by itself: a partition's trigger may be enabled in another way than its table's.
  void DisableTriggers(const std::set<Trigger>& triggers) {
    if (triggers.empty()) return;
    for (const Trigger& trigger : triggers) {
      writer_.Execute("ALTER TABLE ONLY " + trigger.on_table + " DISABLE TRIGGER " + trigger.name);
    }
    if (!UserTriggers().empty()) throw DatabaseError("target: a trigger stays enabled", "");
  }

  void EnableTriggers(const std::set<Trigger>& triggers) {
    if (triggers.empty()) return;
    for (const Trigger& trigger : triggers) {
      writer_.Execute("ALTER TABLE ONLY " + trigger.on_table + " " +
                      WordsThatEnable(trigger.enabled) + " TRIGGER " + trigger.name);
    }
    if (UserTriggers() != triggers) {
      throw DatabaseError("target: the triggers are not enabled as they were", "");
    }
  }

  void Alter(const Reference& key, const std::string& deferral) {
    writer_.Execute("ALTER TABLE " + key.on_child + " ALTER CONSTRAINT " + key.name + " " +
                    deferral);
  }

  // An earlier run was killed before it could note that it had committed.
  void Empty() {
    if (work_.unit.referrers.empty()) {
      writer_.Execute("TRUNCATE " + Join(tables_, ", "));
      return;
    }
    for (const std::string& referrer : work_.unit.referrers) {
      if (!HoldsRows(referrer)) continue;
      throw DatabaseError("target: it has to be emptied and copied again, but " + referrer +
                              ", which refers to it, holds rows: empty that first",
                          "");
    }
    // In one statement: not even ON DELETE RESTRICT looks before its end.
    std::vector<std::string> first;
    for (std::size_t i = 0; i + 1 < tables_.size(); ++i) {
      first.push_back("d" + std::to_string(i) + " AS (DELETE FROM " + tables_[i] + ")");
    }
    const std::string statement = "DELETE FROM " + tables_.back();
    writer_.Execute(first.empty() ? statement : "WITH " + Join(first, ", ") + " " + statement);
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
