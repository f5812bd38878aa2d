// Alembic: alembic_version contains only the heads. The revisions below a head are applied, and so
// are those that it depends on.
#include "gates/migrations/history/tools/alembic.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "fixtures/system/text_file.h"
#include "gates/migrations/history/tool_files.h"
#include "gates/migrations/history/tools/python_file.h"

namespace gonogo {
namespace {

AppliedHistory AppliedByAlembic(const std::vector<Json>& rows) {
  AppliedHistory history;
  for (const Json& row : rows) {
    history.migrations.push_back({.name = RequiredMember(row, "version_num")});
  }
  return history;
}

// The revisions of all files, while they are read.
class Revisions {
 public:
  void Add(const FolderFile& file) {
    auto values = PythonAssignments(ReadTextFile(file.path),
                                    {"revision", "down_revision", "depends_on", "branch_labels"});
    const auto revision = values.find("revision");
    if (revision == values.end() || !values.contains("down_revision")) return;  // no migration
    if (revision->second.texts.size() != 1) {
      history_.problems.push_back(file.name + ": its revision isn't one text");
      return;
    }
    const std::string name = revision->second.texts.front();
    for (const char* const variable : {"down_revision", "depends_on"}) {
      if (!values[variable].has_names) continue;
      history_.problems.push_back(
          fmt::format("{}: its {} isn't written out, so it can't be read", file.name, variable));
    }
    CommittedMigration migration{.name = name, .label = name, .file = file.name};
    migration.implies = values["down_revision"].texts;
    std::ranges::copy(values["depends_on"].texts, std::back_inserter(migration.implies));
    for (const std::string& label : values["branch_labels"].texts) labels_[label].push_back(name);
    if (!names_.insert(name).second) {
      history_.problems.push_back(
          fmt::format("{}: another file has its revision {}, too", file.name, name));
      return;
    }
    history_.migrations.push_back(std::move(migration));
  }

  CommittedHistory History() {
    for (CommittedMigration& migration : history_.migrations) {
      std::vector<std::string> implied;
      for (const std::string& name : migration.implies) {
        std::ranges::move(Resolved(migration, name), std::back_inserter(implied));
      }
      migration.implies = std::move(implied);
    }
    return std::move(history_);
  }

 private:
  // Returns the revisions that a text in depends_on or down_revision means: a name, a label, or the
  // beginning of one name.
  std::vector<std::string> Resolved(const CommittedMigration& migration, const std::string& text) {
    if (names_.contains(text)) return {text};
    if (const auto label = labels_.find(text); label != labels_.end()) return label->second;
    std::vector<std::string> found;
    std::ranges::copy_if(names_, std::back_inserter(found),
                         [&](const std::string& name) { return name.starts_with(text); });
    if (found.size() == 1) return found;
    history_.problems.push_back(
        fmt::format("{}: no file has the revision {} below it", migration.file, text));
    return {};
  }

  CommittedHistory history_;
  std::set<std::string> names_;
  std::map<std::string, std::vector<std::string>> labels_;
};

CommittedHistory CommittedForAlembic(const Folders& folders) {
  Revisions revisions;
  for (const FolderFile& file : FilesBelow(folders, {".py"})) revisions.Add(file);
  return revisions.History();
}

// Adds what the applied heads imply.
void SettleAlembic(AppliedHistory& applied, CommittedHistory& committed) {
  std::map<std::string, const CommittedMigration*> files;
  for (const CommittedMigration& file : committed.migrations) files[file.name] = &file;
  std::set<std::string> known;
  for (const AppliedMigration& head : applied.migrations) known.insert(head.name);
  for (std::size_t i = 0; i < applied.migrations.size(); ++i) {
    const auto file = files.find(applied.migrations[i].name);
    if (file == files.end()) continue;
    for (const std::string& implied : file->second->implies) {
      if (known.insert(implied).second) applied.migrations.push_back({.name = implied});
    }
  }
}

}  // namespace

MigrationTool AlembicTool() {
  return {.name = "alembic",
          .table = "public.alembic_version",
          .applied = AppliedByAlembic,
          .committed = CommittedForAlembic,
          .settle = SettleAlembic};
}

}  // namespace gonogo
