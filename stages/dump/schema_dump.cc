// Runs pg_dump, and lets pg_restore write the SQL of the entries that the target can restore.
#include "stages/dump/schema_dump.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <set>
#include <stdexcept>

#include "core/error.h"
#include "core/json/json.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "fixtures/pair.h"
#include "fixtures/programs/client_program.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/text_file.h"
#include "gates/catalogue/role_mapping.h"
#include "gates/objects/extension_moves.h"
#include "gates/objects/renaming.h"
#include "gates/reading/provider_of.h"
#include "sql/dump.h"
#include "stages/copy/absent_readers.h"
#include "stages/dump/reader_grants.h"
#include "stages/dump/replaced_roles.h"
#include "stages/dump/restorable_entries.h"
#include "stages/dump/schema_privileges.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

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

namespace {

// The target that gets the dump, and where its extensions are.
struct Receiver {
  DumpTarget target;
  Renaming renaming;
  std::vector<std::string> absent_readers;
  bool needs_all_quotes = false;
};

std::set<std::string> NamesIn(const Rows& rows, const char* column) {
  return ParseJson(rows.Only().Text(column)).get<std::set<std::string>>();
}

// A dump quotes the names that are words of the source's SQL. The target's may have others. All
// quotes aren't the default, because pg_dump then writes a comment that only the owner of schema
// public may.
bool NeedsAllQuotes(const Side& source, const Side& target) {
  if (source.identity->major() >= target.identity->major()) return false;
  const auto words_of = [](const Side& side) {
    return NamesIn(side.session->Query(sql::kReservedWords, {}), "words");
  };
  const std::set<std::string> known = words_of(source);
  std::set<std::string> added = words_of(target);
  std::erase_if(added, [&](const std::string& word) { return known.contains(word); });
  return !source.session->Query(sql::kNamesAmong, {ToParameter(Json(added))}).empty();
}

Receiver ReceiverOf(const StageRun& run) {
  const auto [source, target] = OpenSides(run.source, run.target, run.plan.limits);
  RequireOpen(source);
  RequireOpen(target);
  Receiver receiver{.target = {},
                    .renaming = Renaming(run.plan),
                    .absent_readers = AbsentReaders(run.plan, *target.session),
                    .needs_all_quotes = NeedsAllQuotes(source, target)};
  const Rows limits = target.session->Query(sql::kTargetLimits, {});
  const Rows of_source = source.session->Query(sql::kSourceNames, {});
  receiver.target = {.is_superuser = limits.Only().Boolean("is_superuser"),
                     .provider = ProviderOf(run.plan, SideName::kTarget, *target.session),
                     .schemas = NamesIn(limits, "schemas"),
                     .event_triggers = NamesIn(limits, "event_triggers"),
                     .source_names = NamesIn(of_source, "names")};
  AddExtensionMoves(*source.session, *target.session, run.plan.extensions, receiver.renaming);
  return receiver;
}

// Lets the statements create extensions where the plan wants them.
std::string WithExtensionsMoved(std::string sql, const Plan& plan) {
  for (const auto& [name, schema] : plan.extensions) {
    for (const std::string& spelled : {name, QuoteIdentifier(name)}) {
      const std::string create = "\nCREATE EXTENSION IF NOT EXISTS " + spelled + " WITH SCHEMA ";
      const std::size_t at = sql.find(create);
      if (at == std::string::npos) continue;
      const std::size_t from = at + create.size();
      sql.replace(from, sql.find(';', from) - from, QuoteIdentifier(schema));
    }
  }
  return sql;
}

std::string NameOf(SchemaSection section) {
  return section == SchemaSection::kPreData ? "pre-data" : "post-data";
}

// The archives that this process has made, which are as new as the rows that it copies.
std::set<fs::path>& MadeArchives() {
  static std::set<fs::path> made;
  return made;
}

// Returns an archive with the section. Stage schema dumps both, so that `stage all` asks the source
// once. Later, the source may have got other indexes.
fs::path ArchiveOf(const StageRun& run, const Receiver& receiver, SchemaSection section,
                   const fs::path& folder) {
  const fs::path both = folder / "schema.dump";
  const bool is_first = section == SchemaSection::kPreData;
  if (!is_first && MadeArchives().contains(both)) return both;
  const fs::path archive = is_first ? both : folder / "post-data.dump";
  std::vector<std::string> words = {"--format=custom", "--section=post-data",
                                    "--file=" + archive.string()};
  if (receiver.needs_all_quotes) words.emplace_back("--quote-all-identifiers");
  if (is_first) words.emplace_back("--section=pre-data");
  const auto exclusions = ExclusionOptions(run.plan);
  words.insert(words.end(), exclusions.begin(), exclusions.end());
  RunDump(run.source, words, run.plan.limits.lock_timeout, WasInterrupted);
  if (is_first) MadeArchives().insert(both);
  return archive;
}

// Turns a section of the archive into SQL, without what the target can't restore.
std::string ScriptOf(const StageRun& run, const Receiver& receiver, SchemaSection section,
                     const fs::path& archive) {
  const std::string chosen = "--section=" + NameOf(section);
  const std::string list =
      RunClientWithoutDatabase("pg_restore", {"--list", chosen, archive.string()});
  const RestorableEntries entries = EntriesFor(receiver.target, Split(list, '\n'));
  std::string comments;
  for (const std::string& reason : entries.left_out) {
    run.output.print_line("  left out: " + reason);
    comments += "-- left out: " + Printable(reason) + "\n";
  }
  const std::string list_file = archive.string() + ".list";
  WriteTextFile(list_file, Join(entries.lines, "\n") + "\n");
  // With --section, pg_restore would leave out the privileges on schema public.
  std::vector<std::string> words = {"--file=-", "--use-list=" + list_file};
  const Arguments& schema = run.plan.stages.at(Phase::kSchema);
  if (!schema.Boolean("owners")) words.emplace_back("--no-owner");
  if (!schema.Boolean("privileges")) words.emplace_back("--no-privileges");
  words.push_back(archive.string());
  const ScriptWithoutGrants script = WithoutGrantsTo(
      receiver.absent_readers, ExecutableScript(RunClientWithoutDatabase("pg_restore", words)));
  if (script.left_out > 0) {
    run.output.print_line(fmt::format("  left out: {} to {}: the target has no such role",
                                      Counted(script.left_out, "grant"),
                                      Join(receiver.absent_readers, ", ")));
  }
  std::string sql = WithRolesReplaced(RoleMapping(schema), script.sql);
  if (schema.Boolean("owners") && !receiver.target.is_superuser) {
    sql = WithSchemaPrivilegesFirst(sql);
  }
  return comments + receiver.renaming.OnTarget(WithExtensionsMoved(sql, run.plan));
}

}  // namespace

SqlStep DumpedStep(const StageRun& run, SchemaSection section) {
  for (const Relation& relation : run.plan.relations) {
    if (relation.source == relation.target) continue;
    throw PlanError(
        fmt::format("method dump keeps every name, but {} goes to {}: give the schema as files",
                    relation.source, relation.target));
  }
  const std::string part = NameOf(section);
  const DumpFolder folder(run);
  const fs::path path = folder.path() / (part + ".sql");
  const Receiver receiver = ReceiverOf(run);
  const fs::path archive = ArchiveOf(run, receiver, section, folder.path());
  const std::string sql = ScriptOf(run, receiver, section, archive);
  WriteTextFile(path, sql);
  return {.name = part, .file = path.string(), .text = sql, .is_dumped = true};
}

}  // namespace gonogo
