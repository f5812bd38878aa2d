// Flyway: flyway_schema_history. Only rows of type SQL are files; others, such as the creation of
// the schema, aren't migrations.
#include "gates/migrations/history/flyway.h"

#include <boost/crc.hpp>

#include "core/text/text.h"
#include "fixtures/system/text_file.h"
#include "gates/migrations/history/tool_files.h"

namespace gonogo {
namespace {

namespace fs = std::filesystem;

AppliedMigration AppliedByFlyway(const Json& row) {
  const bool is_file = Member(row, "type").value_or("SQL") == "SQL";
  return {is_file ? RequiredMember(row, "script") : "", Member(row, "checksum"),
          IsTrue(row, "success") ? "" : "failed"};
}

// CRC-32 of the lines without their ends, as a signed number.
std::string Checksum(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  boost::crc_32_type crc;
  for (const std::string& line : Split(WithLineEnds(text, "\n"), '\n')) {
    crc.process_bytes(line.data(), line.size());
  }
  return std::to_string(static_cast<std::int32_t>(crc.checksum()));
}

CommittedHistory CommittedForFlyway(const fs::path& folder) {
  CommittedHistory history;
  for (const fs::path& file : FilesEnding(folder, ".sql")) {
    const std::string name = file.filename().string();
    const bool is_migration = name.starts_with("V") || name.starts_with("R__");
    if (is_migration) history.migrations.push_back({name, name, {Checksum(ReadTextFile(file))}});
  }
  return history;
}

}  // namespace

MigrationTool FlywayTool() {
  return {.name = "flyway",
          .table = "public.flyway_schema_history",
          .applied = AppliedByFlyway,
          .committed = CommittedForFlyway};
}

}  // namespace gonogo
