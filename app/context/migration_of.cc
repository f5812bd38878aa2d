// What people waived and signed decides, so nobody should have to guess from where it was read.
#include "app/context/migration_of.h"

#include <fmt/format.h>

#include <iostream>

#include "core/text/text.h"

namespace gonogo {
namespace {

void Note(const std::string& words, const std::filesystem::path& folder) {
  std::cerr << Printable(fmt::format("gonogo: {}: {}\n", words, folder.string()));
}

}  // namespace

MigrationFolder MigrationOf(const Plan& plan, const Environment& environment) {
  MigrationFolder migration = MigrationFolderOf(environment, plan.name);
  if (migration.is_above) Note("the migration's folder is", migration.folder);
  if (!migration.passed_by.empty()) {
    Note("not used, because another user owns it (GONOGO_MIGRATION or --out can name it)",
         migration.passed_by);
  }
  const auto other = OtherFolderOf(migration, plan.name, plan.file);
  if (!other.empty() && other != migration.passed_by) {
    Note(
        "not used, because it is the plan's but not this folder's (GONOGO_MIGRATION or --out can "
        "name it)",
        other);
  }
  return migration;
}

}  // namespace gonogo
