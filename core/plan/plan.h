// A plan: the description of one migration. Plain values, read once and never changed.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/json/located_json.h"
#include "core/plan/window_terms.h"
#include "core/values/arguments.h"
#include "core/values/outcome.h"
#include "core/values/phase.h"
#include "core/values/pin.h"
#include "core/values/waiver.h"
#include "core/values/window.h"

namespace gonogo {

struct Gate;

// A connection's URL: from an environment variable, or a text without a password (`service=prod`).
struct Connection {
  std::string variable;  // empty if `url` is given
  std::string url;
  Pin pin{};
  std::string provider{};  // of the managed server, or "none"; empty: gonogo finds out
};

// A table's name on the source and on the target, as the plan spells them. In a migration inside
// one database the two are the same.
struct Relation {
  std::string source;
  std::string target;
  std::vector<std::string> key;
  std::vector<std::string> columns{};  // when gonogo wrote the plan; empty: not recorded
};

// A relation, or a schema with everything in it, that the plan excludes.
struct Exclusion {
  std::string relation;  // empty if `schema` is given
  std::string schema;
  std::string reason;
};

// What one case examines. `relation` is the source name of its relation, or empty.
struct Subject {
  std::string name;
  std::string relation;
};

struct Check {
  std::string id;
  const Gate* gate = nullptr;
  std::vector<Phase> phases;
  Severity severity = Severity::kRequired;
  std::string owner{};  // who acts on its findings; "": the plan doesn't say
  std::string after{};  // the id of the check that must have passed before this one reads; or ""
  std::chrono::minutes max_age{0};  // for which its result counts; 0: as long as the run's
  Arguments arguments;
  std::vector<Subject> subjects;
  Location location;

  bool BelongsTo(Phase phase) const;
};

// The timeouts of a session. Zero means no limit, as in PostgreSQL.
struct Limits {
  std::chrono::milliseconds statement_timeout{300'000};
  std::chrono::milliseconds lock_timeout{5'000};
  std::chrono::seconds connect_timeout{10};
};

// When a baseline may replace the source: see core/record/baseline.h.
struct BaselineTerms {
  std::chrono::hours max_age{24};  // how old the baseline may be when a case compares with it
  // Of an object that the baseline lacks: what the migration has created, as a rule.
  Severity additions = Severity::kRequired;
};

// A file or folder that a check or a stage names, as it was when the plan was read.
struct PlanFile {
  std::string by;      // "check inventory", "stage schema"
  std::string name;    // relative to the plan's folder: "steps/tables.sql"
  std::string path;    // relative to the current folder
  std::string sha256;  // of its contents; of a folder: of the names and contents of its files
};

struct Plan {
  std::string file;
  std::string env_file{};  // path of the env file that the environment was read from; "": none
  // Hexadecimal sha256 of its text and the texts of the plans that it extends, and of those and
  // all `files`.
  std::string text_digest{};
  std::string digest;
  std::vector<PlanFile> files{};
  std::string name;
  std::string summary;
  std::map<std::string, Connection> connections;  // source, target, pooler
  std::int64_t max_age_hours = 24;                // of what was checked; 0: without limit
  std::optional<BaselineTerms> baseline;          // only of a migration inside one database
  std::optional<Window> window{};                 // nothing if none is booked
  std::optional<WindowTerms> window_terms{};      // also if none is booked
  Limits limits;
  std::vector<Relation> relations;
  std::vector<Exclusion> exclusions;
  std::map<std::string, std::string> extensions{};  // their schemas on the target, if others
  // The roles as which gonogo reads: their rights to read aren't compared.
  std::vector<std::string> reading_roles{};
  // Other objects that the source had when gonogo wrote the plan, by kind; empty: not recorded.
  std::map<std::string, std::vector<std::string>> recorded{};
  std::vector<Check> checks;
  std::vector<Waiver> waivers;
  std::map<Phase, Arguments> stages;  // the plan's stages, with their parameters
  std::string flag_file;              // of the application's flags; empty: none
  std::string fixture;                // folder of the sample database; empty: none

  // Returns whether the plan moves data from a source to a target. If not, it changes one database
  // in place, and a baseline has its state before the migration.
  bool has_source() const { return !baseline; }

  // Returns the digests of `files` by name, as records keep them.
  Json FileDigests() const;
  // Returns the files that differ from those of a record, sorted: empty if it has none.
  std::vector<std::string> ChangedFiles(const Json& before) const;

  // Returns the relation with that source name. Throws std::out_of_range if there isn't one.
  const Relation& RelationNamed(const std::string& source) const;
  // Returns the check with that id. Throws std::out_of_range if there isn't one.
  const Check& CheckNamed(const std::string& id) const;
};

}  // namespace gonogo
