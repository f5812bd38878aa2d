// Prisma: _prisma_migrations. A migration that failed or was rolled back stays in the table, and
// may have another row.
#include "gates/migrations/history/prisma.h"

#include "core/text/digest.h"
#include "gates/migrations/history/tool_files.h"

namespace gonogo {
namespace {

AppliedMigration AppliedByPrisma(const Json& row) {
  const bool is_rolled_back = Member(row, "rolled_back_at").has_value();
  const bool is_finished = Member(row, "finished_at").has_value();
  return {is_rolled_back ? "" : RequiredMember(row, "migration_name"),
          RequiredMember(row, "checksum"), is_finished ? "" : "failed and wasn't resolved"};
}

// Old versions printed each byte with %x, without its leading zero.
std::string Unpadded(const std::string& digest) {
  std::string unpadded;
  for (std::size_t i = 0; i + 1 < digest.size(); i += 2) {
    unpadded += digest[i] == '0' ? digest.substr(i + 1, 1) : digest.substr(i, 2);
  }
  return unpadded;
}

// Line ends may have changed since, for example by a checkout on Windows.
std::vector<std::string> Checksums(const std::string& text) {
  std::vector<std::string> checksums;
  for (const std::string& variant : {text, WithLineEnds(text, "\n"), WithLineEnds(text, "\r\n")}) {
    const std::string digest = Sha256(variant);
    checksums.push_back(digest);
    checksums.push_back(Unpadded(digest));
  }
  return checksums;
}

}  // namespace

MigrationTool PrismaTool() {
  return {.name = "prisma",
          .table = "public._prisma_migrations",
          .applied = AppliedByPrisma,
          .committed = [](const std::filesystem::path& folder) {
            return MigrationFolders(folder, Checksums);
          }};
}

}  // namespace gonogo
