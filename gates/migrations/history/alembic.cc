// Alembic: alembic_version contains only the heads; the revisions below a head are applied, too.
#include "gates/migrations/history/alembic.h"

#include <algorithm>
#include <set>

#include "core/text/text.h"
#include "fixtures/system/text_file.h"
#include "gates/migrations/history/tool_files.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

// Returns the quoted texts on the line that sets a Python variable: "ae10" of revision = "ae10".
std::vector<std::string> QuotedTexts(const std::string& text, const std::string& variable) {
  for (const std::string& line : Split(text, '\n')) {
    const std::size_t equals = line.find('=');
    if (!line.starts_with(variable) || equals == std::string::npos) continue;
    const char after = line[variable.size()];
    if (after != ' ' && after != ':' && after != '=') continue;
    std::string value = WithLineEnds(line.substr(equals + 1), "");
    std::replace(value.begin(), value.end(), '"', '\'');
    const std::vector<std::string> parts = Split(value, '\'');
    std::vector<std::string> quoted;
    for (std::size_t i = 1; i < parts.size(); i += 2) quoted.push_back(parts[i]);
    return quoted;
  }
  return {};
}

CommittedHistory CommittedForAlembic(const fs::path& folder) {
  std::set<std::string> revisions;
  std::set<std::string> parents;
  for (const fs::path& file : FilesEnding(folder, ".py")) {
    const std::string text = ReadTextFile(file);
    for (const std::string& revision : QuotedTexts(text, "revision")) revisions.insert(revision);
    for (const std::string& parent : QuotedTexts(text, "down_revision")) parents.insert(parent);
  }
  CommittedHistory history;
  for (const std::string& revision : revisions) {
    if (!parents.contains(revision)) history.migrations.push_back({revision, revision, {}});
  }
  return history;
}

}  // namespace

MigrationTool AlembicTool() {
  return {.name = "alembic",
          .table = "public.alembic_version",
          .applied = [](const Json& row) -> AppliedMigration {
            return {RequiredMember(row, "version_num"), {}, ""};
          },
          .committed = CommittedForAlembic};
}

}  // namespace gonogo
