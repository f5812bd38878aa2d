// Runs pg_dump and removes psql's own commands from what it wrote.
#include "stages/dump/schema_dump.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "core/error.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "fixtures/programs/client_program.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// Removes \restrict and \unrestrict, which only psql understands.
std::string WithoutMetaCommands(const std::string& script) {
  std::string sql;
  for (const std::string& line : Split(script, '\n')) {
    const bool meta = line.starts_with("\\restrict ") || line.starts_with("\\unrestrict ");
    sql += (meta ? "" : line) + "\n";
  }
  return sql;
}

// The folder of the SQL files. In a dry run it is a temporary one.
class DumpFolder {
 public:
  explicit DumpFolder(const StageRun& run)
      : temporary_(run.dry()), path_(run.migration.folder / "schema") {
    if (!temporary_) {
      fs::create_directories(path_);
      return;
    }
    std::string made = (fs::temp_directory_path() / "gonogo-schema-XXXXXX").string();
    if (mkdtemp(made.data()) == nullptr) throw std::runtime_error("can't create " + made);
    path_ = made;
  }
  DumpFolder(const DumpFolder&) = delete;
  DumpFolder& operator=(const DumpFolder&) = delete;
  ~DumpFolder() {
    std::error_code ignored;  // a destructor must not throw
    if (temporary_) fs::remove_all(path_, ignored);
  }

  const fs::path& path() const { return path_; }

 private:
  bool temporary_;
  fs::path path_;
};

}  // namespace

std::vector<std::string> ExclusionOptions(const Plan& plan) {
  std::vector<std::string> options;
  for (const Exclusion& exclusion : plan.exclusions) {
    const RelationName name = ParseRelationName(exclusion.relation);
    // No character in a quoted name is special in a pattern of pg_dump.
    options.push_back(exclusion.schema.empty()
                          ? fmt::format("--exclude-table={}.{}", QuoteIdentifier(name.schema),
                                        QuoteIdentifier(name.name))
                          : "--exclude-schema=" + QuoteIdentifier(exclusion.schema));
  }
  return options;
}

SqlStep DumpedStep(const StageRun& run, SchemaSection section) {
  for (const Relation& relation : run.plan.relations) {
    if (relation.source == relation.target) continue;
    throw PlanError(
        fmt::format("method dump keeps every name, but {} goes to {}: give the schema as files",
                    relation.source, relation.target));
  }
  const std::string part = section == SchemaSection::kPreData ? "pre-data" : "post-data";
  const DumpFolder folder(run);
  const fs::path path = folder.path() / (part + ".sql");
  std::vector<std::string> words = {"--section=" + part, "--file=" + path.string()};
  const Arguments& schema = run.plan.stages.at(Phase::kSchema);
  if (!schema.Boolean("owners")) words.emplace_back("--no-owner");
  if (!schema.Boolean("privileges")) words.emplace_back("--no-privileges");
  const auto exclusions = ExclusionOptions(run.plan);
  words.insert(words.end(), exclusions.begin(), exclusions.end());
  RunClient("pg_dump", run.source, words, WasInterrupted);
  const std::string sql = WithoutMetaCommands(ReadTextFile(path));
  WriteTextFile(path, sql);
  return {.name = part, .file = path.string(), .text = sql};
}

}  // namespace gonogo
