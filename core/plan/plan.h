// A plan: one migration, described. Plain values, read once and never changed.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/text/located_json.h"
#include "core/values/arguments.h"
#include "core/values/outcome.h"
#include "core/values/phase.h"
#include "core/values/waiver.h"

namespace gonogo {

struct Gate;

// Where a connection's URL comes from: an environment variable, or a text without a password
// (`service=prod`).
struct Connection {
  std::string variable;  // empty where `url` is given
  std::string url;
};

// A table and where it goes; both names are spelled as in the plan. A plan for a migration inside
// one database gives the same name twice.
struct Relation {
  std::string source;
  std::string target;
  std::vector<std::string> key;
};

// What the plan leaves out, with the reason: one relation, or a schema with all that is in it.
struct Exclusion {
  std::string relation;  // empty where `schema` is given
  std::string schema;
  std::string reason;
};

// What one case is about. `relation` is the source name of the relation that it looks at, or empty.
struct Subject {
  std::string name;
  std::string relation;
};

struct Check {
  std::string id;
  const Gate* gate = nullptr;
  std::vector<Phase> phases;
  Severity severity = Severity::kRequired;
  Arguments arguments;
  std::vector<Subject> subjects;
  Location location;

  bool BelongsTo(Phase phase) const;
};

// What a session may take. Zero means no limit, as in PostgreSQL.
struct Limits {
  std::chrono::milliseconds statement_timeout{300'000};
  std::chrono::milliseconds lock_timeout{5'000};
  std::chrono::seconds connect_timeout{10};
};

// The terms on which a baseline stands where the source would: see core/record/baseline.h.
struct BaselineTerms {
  std::chrono::hours max_age{24};  // of the baseline, when a case compares with it
};

struct Plan {
  std::string file;
  std::string digest;  // sha256 of the text, of what it extends included; hexadecimal
  std::string name;
  std::string summary;
  std::map<std::string, Connection> connections;  // source, target, pooler
  std::optional<BaselineTerms> baseline;          // of a migration inside one database
  Limits limits;
  std::vector<Relation> relations;
  std::vector<Exclusion> exclusions;
  std::vector<Check> checks;
  std::vector<Waiver> waivers;
  std::map<Phase, Arguments> stages;  // those that the plan has, with their parameters
  std::string flag_file;              // of the application's flags; empty: none
  std::string fixture;                // folder of the sample database; empty: none

  // Whether it moves a database; else it changes one in place, which a baseline tells of as it was.
  bool has_source() const { return !baseline; }

  // The relation with that source name. Throws std::out_of_range: cases are made of known ones.
  const Relation& RelationNamed(const std::string& source) const;
  // The check with that id. Throws std::out_of_range.
  const Check& CheckNamed(const std::string& id) const;
};

}  // namespace gonogo
