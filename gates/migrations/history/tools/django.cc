// Django: django_migrations(app, name). The files are in the folder migrations of each app; those
// of installed packages aren't in the project.
#include "gates/migrations/history/tools/django.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "fixtures/system/text_file.h"
#include "gates/migrations/history/tool_files.h"
#include "gates/migrations/history/tools/python_file.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

AppliedHistory AppliedByDjango(const std::vector<Json>& rows) {
  AppliedHistory history;
  for (const Json& row : rows) {
    history.migrations.push_back(
        {.name = RequiredMember(row, "app") + "." + RequiredMember(row, "name")});
  }
  return history;
}

// Returns the app's label: the name of its folder, unless its apps.py sets another one.
std::string AppLabel(const fs::path& app) {
  if (fs::exists(app / "apps.py")) {
    const auto values = PythonAssignments(ReadTextFile(app / "apps.py"), {"label"});
    const auto label = values.find("label");
    if (label != values.end() && label->second.texts.size() == 1) {
      return label->second.texts.front();
    }
  }
  return app.filename().string();
}

bool IsDjangoMigration(const FolderFile& file, const std::string& text) {
  const std::string stem = file.path.stem().string();
  return file.path.parent_path().filename() == "migrations" && !stem.starts_with("_") &&
         !stem.starts_with("~") && text.find("class Migration") != std::string::npos;
}

// `replaces` is a list of pairs: app and name.
std::vector<std::string> ReplacedBy(const std::string& text) {
  const auto values = PythonAssignments(text, {"replaces"});
  std::vector<std::string> replaced;
  const auto found = values.find("replaces");
  if (found == values.end()) return replaced;
  const auto& texts = found->second.texts;
  for (std::size_t i = 0; i + 1 < texts.size(); i += 2) {
    replaced.push_back(texts[i] + "." + texts[i + 1]);
  }
  return replaced;
}

CommittedHistory CommittedForDjango(const Folders& folders) {
  CommittedHistory history;
  for (const fs::path& folder : folders) {
    for (const FolderFile& file : FilesBelow({fs::canonical(folder)}, {".py"})) {
      const std::string text = ReadTextFile(file.path);
      if (!IsDjangoMigration(file, text)) continue;
      const std::string name =
          AppLabel(file.path.parent_path().parent_path()) + "." + file.path.stem().string();
      history.migrations.push_back(
          {.name = name, .label = name, .file = file.name, .implies = ReplacedBy(text)});
    }
  }
  return history;
}

std::string AppOf(const std::string& name) { return name.substr(0, name.find('.')); }

using NameSet = std::set<std::string>;

// A squashed migration counts as applied once all that it replaces are, and they once it is.
void ApplySquashed(const CommittedHistory& committed, AppliedHistory& applied, NameSet& names) {
  for (const CommittedMigration& file : committed.migrations) {
    const auto& replaced = file.implies;
    if (replaced.empty()) continue;
    const bool is_applied =
        names.contains(file.name) ||
        std::ranges::all_of(replaced, [&](const auto& one) { return names.contains(one); });
    if (is_applied && names.insert(file.name).second)
      applied.migrations.push_back({.name = file.name});
    for (const std::string& one : replaced) {
      const bool is_file =
          std::ranges::find(committed.migrations, one, &CommittedMigration::name) !=
          committed.migrations.end();
      if (is_applied && is_file && names.insert(one).second)
        applied.migrations.push_back({.name = one});
    }
  }
}

// On a new database only one of both ways runs: the squashed migration, if nothing of it is
// applied.
void ChooseSquashed(CommittedHistory& committed, const NameSet& names) {
  std::map<std::string, std::string> not_wanted;
  for (const CommittedMigration& file : committed.migrations) {
    if (file.implies.empty() || names.contains(file.name)) continue;
    const bool has_begun =
        std::ranges::any_of(file.implies, [&](const auto& one) { return names.contains(one); });
    if (has_begun) {
      not_wanted[file.name] = "what they replace is applied in part";
    } else {
      for (const std::string& one : file.implies) not_wanted[one] = file.name + " replaces them";
    }
  }
  for (CommittedMigration& file : committed.migrations) {
    const auto found = not_wanted.find(file.name);
    if (found != not_wanted.end()) file.not_wanted = found->second;
  }
}

// Returns why the row may have no file in the folder, or "".
std::string WhyWithoutFile(const std::string& name, const CommittedHistory& committed) {
  bool has_app = false;
  for (const CommittedMigration& file : committed.migrations) {
    has_app = has_app || AppOf(file.name) == AppOf(name);
    if (std::ranges::find(file.implies, name) != file.implies.end()) {
      return file.name + " replaces them";
    }
    // 0001_squashed_0010_mail, after its list was removed, stands for 0001 to 0010.
    const std::string stem = file.name.substr(AppOf(file.name).size() + 1);
    const std::size_t squashed = stem.find("_squashed_");
    if (squashed == std::string::npos || AppOf(file.name) != AppOf(name)) continue;
    const std::string number = LeadingDigits(name.substr(AppOf(name).size() + 1));
    const bool is_within = number >= LeadingDigits(stem) &&
                           number <= LeadingDigits(std::string_view(stem).substr(squashed + 10));
    if (is_within && number.size() == LeadingDigits(stem).size()) {
      return file.name + " replaces them";
    }
  }
  return has_app ? "" : "their apps aren't in the folder";
}

void SettleDjango(AppliedHistory& applied, CommittedHistory& committed) {
  NameSet names;
  for (const AppliedMigration& row : applied.migrations) names.insert(row.name);
  ApplySquashed(committed, applied, names);
  ChooseSquashed(committed, names);
  for (AppliedMigration& row : applied.migrations) {
    row.without_file = WhyWithoutFile(row.name, committed);
  }
}

}  // namespace

MigrationTool DjangoTool() {
  return {.name = "django",
          .table = "public.django_migrations",
          .applied = AppliedByDjango,
          .committed = CommittedForDjango,
          .settle = SettleDjango};
}

}  // namespace gonogo
