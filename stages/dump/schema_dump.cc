// pg_dump writes to a file, which stays as part of what the migration leaves.
#include "stages/dump/schema_dump.h"

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

// psql's own commands (\restrict, \unrestrict) guard a script against itself; no server knows them.
std::string WithoutMetaCommands(const std::string& script) {
  std::string sql;
  for (const std::string& line : Split(script, '\n')) {
    const bool meta = line.starts_with("\\restrict ") || line.starts_with("\\unrestrict ");
    sql += (meta ? "" : line) + "\n";
  }
  return sql;
}

// Within quotes no character of a pattern means anything but itself.
std::string Quoted(const std::string& name) {
  std::string quoted = "\"";
  for (const char c : name) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

// Where the dump is written: it stays, but of a dry run, which leaves nothing.
class DumpFolder {
 public:
  explicit DumpFolder(const StageRun& run) : temporary_(run.dry()), path_(run.folder / "schema") {
    if (!temporary_) {
      fs::create_directories(path_);
      return;
    }
    std::string made = (fs::temp_directory_path() / "gonogo-schema-XXXXXX").string();
    if (mkdtemp(made.data()) == nullptr) throw std::runtime_error("no folder " + made);
    path_ = made;
  }
  DumpFolder(const DumpFolder&) = delete;
  DumpFolder& operator=(const DumpFolder&) = delete;
  ~DumpFolder() {
    std::error_code ignored;  // a destructor has nobody to tell
    if (temporary_) fs::remove_all(path_, ignored);
  }

  const fs::path& path() const { return path_; }

 private:
  bool temporary_;
  fs::path path_;
};

}  // namespace

std::vector<std::string> ExclusionWords(const Plan& plan) {
  std::vector<std::string> words;
  for (const Exclusion& exclusion : plan.exclusions) {
    const RelationName name = ParseRelationName(exclusion.relation);
    words.push_back(exclusion.schema.empty()
                        ? "--exclude-table=" + Quoted(name.schema) + "." + Quoted(name.name)
                        : "--exclude-schema=" + Quoted(exclusion.schema));
  }
  return words;
}

SqlStep DumpedStep(const StageRun& run, SchemaSection section) {
  for (const Relation& relation : run.plan.relations) {
    if (relation.source != relation.target) {
      throw PlanError("method dump keeps every name, but " + relation.source + " goes to " +
                      relation.target + ": give the schema as files");
    }
  }
  const std::string part = section == SchemaSection::kPreData ? "pre-data" : "post-data";
  const DumpFolder folder(run);
  const fs::path path = folder.path() / (part + ".sql");
  std::vector<std::string> words = {"--section=" + part, "--no-owner", "--no-privileges",
                                    "--file=" + path.string()};
  const auto exclusions = ExclusionWords(run.plan);
  words.insert(words.end(), exclusions.begin(), exclusions.end());
  RunClient("pg_dump", run.source, words, WasInterrupted);
  const std::string sql = WithoutMetaCommands(ReadTextFile(path));
  WriteTextFile(path, sql);
  return {.name = part, .file = path.string(), .text = sql};
}

}  // namespace gonogo
