// Both sides are settled with the folder first, so that what one history says with other names than
// the other, or only implies, is no difference.
#include "gates/migrations/history/history_comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/text/text.h"
#include "gates/migrations/history/tool_history.h"

namespace gonogo {
namespace {

const std::string& LabelOf(const AppliedMigration& migration) {
  return migration.label.empty() ? migration.name : migration.label;
}

const AppliedMigration* Find(const AppliedHistory& history, const std::string& name) {
  const auto found = std::ranges::find(history.migrations, name, &AppliedMigration::name);
  return found == history.migrations.end() ? nullptr : &*found;
}

// Counts migrations by the reason for which they count as nothing amiss.
class Reasons {
 public:
  void Add(const std::string& reason) { ++counts_[reason]; }
  void AddTo(std::vector<std::string>& notes, const std::string& what) const {
    for (const auto& [reason, count] : counts_) {
      notes.push_back(fmt::format("{}: {}, because {}", what, count, reason));
    }
  }

 private:
  std::map<std::string, std::int64_t> counts_;
};

class HistoryComparison {
 public:
  explicit HistoryComparison(Histories histories)
      : tool_(histories.tool),
        target_(std::move(histories.target)),
        source_(std::move(histories.source)),
        committed_(std::move(histories.committed)) {}

  Outcome Run() {
    outcome_.examined = 1;
    NoteCounts();
    SettleBoth();
    RequireComplete();
    if (source_) CompareSides();
    if (committed_) CompareWithFolder();
    return std::move(outcome_);
  }

 private:
  void AddFinding(const std::string& subject, const std::string& have, const std::string& want) {
    outcome_.findings.push_back({subject, have, want});
  }

  void NoteCounts() {
    const std::size_t count = target_.migrations.size();
    outcome_.notes.push_back(
        source_ ? fmt::format("source {}, target {} applied", source_->migrations.size(), count)
                : fmt::format("{} applied", count));
  }

  void SettleBoth() {
    if (source_ && tool_.is_known_by_checksum) TakeNamesOfTheSource();
    if (!committed_) return;
    if (source_) {
      CommittedHistory of_source = *committed_;
      Settle(tool_, *source_, of_source);
    }
    Settle(tool_, target_, *committed_);
  }

  // Gives the same texts the same names, where only one side has the name.
  void TakeNamesOfTheSource() {
    for (AppliedMigration& row : target_.migrations) {
      if (Find(*source_, row.name) != nullptr) continue;
      const auto same = std::ranges::find_if(source_->migrations, [&](const auto& other) {
        return other.checksum == row.checksum && Find(target_, other.name) == nullptr;
      });
      if (same != source_->migrations.end()) row.name = same->name;
    }
  }

  void RequireComplete() {
    for (const AppliedMigration& migration : target_.migrations) {
      ++outcome_.examined;
      if (!migration.problem.empty()) AddFinding(LabelOf(migration), migration.problem, "applied");
    }
  }

  bool IsCovered(const AppliedHistory& history, const std::string& name) const {
    return tool_.covers != nullptr && tool_.covers(history, name);
  }

  bool HaveSameText(const AppliedMigration& one, const AppliedMigration& other) const {
    return tool_.same_checksum == nullptr ? one.checksum == other.checksum
                                          : tool_.same_checksum(one.checksum, other.checksum);
  }

  void CompareSides() {
    Reasons covered;
    for (const AppliedMigration& migration : source_->migrations) {
      const AppliedMigration* const there = Find(target_, migration.name);
      if (there != nullptr) {
        if (!HaveSameText(migration, *there)) {
          AddFinding(LabelOf(migration), "a different text was applied on the target",
                     "the text that was applied on the source");
        }
      } else if (IsCovered(target_, migration.name)) {
        covered.Add("the target's history makes up for them");
      } else {
        AddFinding(LabelOf(migration), "not applied on the target", "applied, as on the source");
      }
    }
    for (const AppliedMigration& migration : target_.migrations) {
      if (Find(*source_, migration.name) != nullptr) continue;
      if (IsCovered(*source_, migration.name)) {
        covered.Add("the source's history makes up for them");
      } else {
        AddFinding(LabelOf(migration), "applied only on the target", "applied on both sides");
      }
    }
    covered.AddTo(outcome_.notes, "in the history of only one side");
  }

  void CompareWithFolder() {
    if (committed_->migrations.empty() && committed_->notes.empty())
      AddFinding("folder", "no migrations", "the committed migrations");
    for (const std::string& problem : committed_->problems)
      AddFinding("folder", problem, "a folder that the tool accepts");
    std::set<std::string> known;
    Reasons not_wanted;
    for (const CommittedMigration& migration : committed_->migrations) {
      ++outcome_.examined;
      known.insert(migration.name);
      CompareWithFile(migration, not_wanted);
    }
    Reasons without_file;
    for (const AppliedMigration& migration : target_.migrations) {
      if (known.contains(migration.name)) continue;
      if (migration.without_file.empty()) {
        AddFinding(LabelOf(migration), "applied, but not in the folder", "its file in the folder");
      } else {
        without_file.Add(migration.without_file);
      }
    }
    std::ranges::copy(committed_->notes, std::back_inserter(outcome_.notes));
    not_wanted.AddTo(outcome_.notes, "not applied, rightly");
    without_file.AddTo(outcome_.notes, "applied, and without a file");
  }

  void CompareWithFile(const CommittedMigration& file, Reasons& not_wanted) {
    const auto times = std::ranges::count(target_.migrations, file.name, &AppliedMigration::name);
    if (times == 0) {
      if (file.not_wanted.empty()) {
        AddFinding(file.label, "not applied" + file.remark, "applied");
      } else {
        not_wanted.Add(file.not_wanted);
      }
      return;
    }
    if (times > 1) AddFinding(file.label, fmt::format("applied {} times", times), "applied once");
    const Value& checksum = Find(target_, file.name)->checksum;
    const auto& known = file.checksums;
    if (checksum && !known.empty() && std::ranges::find(known, *checksum) == known.end()) {
      AddFinding(file.label, "changed after it was applied", "the file that was applied");
    }
    if (!file.warning.empty()) AddFinding(file.label, file.warning, "a time in the past");
  }

  const MigrationTool& tool_;
  AppliedHistory target_;
  std::optional<AppliedHistory> source_;
  std::optional<CommittedHistory> committed_;
  Outcome outcome_;
};

}  // namespace

Outcome CompareHistories(Histories histories) {
  return HistoryComparison(std::move(histories)).Run();
}

}  // namespace gonogo
