// Finds the programs as the stages do.
#include "app/doctor/host.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/programs/postgres_programs.h"
#include "fixtures/system/process.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

Health Lacking(bool needed) { return needed ? Health::kProblem : Health::kWarn; }

Examined ExamineClient(const std::string& program, const BackedUp& database, bool needed) {
  try {
    const ClientProgram found = FindClient(program);
    const std::string have = fmt::format("PostgreSQL {}, {}", found.major, found.path.string());
    if (found.major >= database.major) return {Health::kOk, program, have, ""};
    return {Lacking(needed), program,
            fmt::format("{}, but the {} is {}", have, database.side, database.major),
            fmt::format("apt-get install postgresql-client-{}", database.major)};
  } catch (const PlanError&) {
    const std::string package = database.major > 0
                                    ? fmt::format("postgresql-client-{}", database.major)
                                    : "postgresql-client";
    return {Lacking(needed), program, "isn't installed", "apt-get install " + package};
  }
}

// Only rehearsals start servers.
Examined ExamineServerPrograms() {
  try {
    const ServerPrograms found = FindServer("");
    return {Health::kOk, "server programs",
            fmt::format("PostgreSQL {}, {}", found.major, found.folder.string()), ""};
  } catch (const PlanError&) {
    return {Health::kWarn, "server programs", "aren't installed",
            "only gonogo rehearse and gonogo pair need them: apt-get install postgresql"};
  }
}

// Of the folder, or of the nearest one above that exists.
fs::path Existing(fs::path folder) {
  while (!fs::exists(folder) && folder.has_parent_path() && folder != folder.root_path()) {
    folder = folder.parent_path();
  }
  return folder;
}

}  // namespace

Examinations ExaminePrograms(const BackedUp& database, bool needed) {
  Examinations lines;
  for (const char* program : {"pg_dump", "pg_restore", "psql"}) {
    lines.push_back(ExamineClient(program, database, needed));
  }
  lines.push_back(ExamineServerPrograms());
  if (FindProgram("sha256sum").empty()) {
    lines.push_back({Lacking(needed), "sha256sum", "isn't installed", "apt-get install coreutils"});
  }
  return lines;
}

Examined ExamineDisk(const fs::path& folder, const BackedUp& database, std::int64_t percent,
                     bool needed) {
  const fs::path there = Existing(fs::absolute(folder));
  const auto free = static_cast<std::int64_t>(fs::space(there).available);
  const std::int64_t wanted = database.bytes / 100 * percent;
  const std::string have = fmt::format("{} free at {}", DataSize(free), there.string());
  if (free >= wanted) return {Health::kOk, "disk", have, ""};
  return {Lacking(needed), "disk", have,
          fmt::format("a backup of the {} ({}) may need {}: free some, or give a folder elsewhere "
                      "with --out",
                      database.side, DataSize(database.bytes), DataSize(wanted))};
}

}  // namespace gonogo
