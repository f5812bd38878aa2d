// shards.json: how the cases of a run are shared out to shards. It is written before anything runs,
// so that nobody can lose a part of the run without somebody else noticing.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "core/record/frozen_mark.h"

namespace gonogo {

inline constexpr const char* kShardSetFile = "shards.json";

// How all shards see one state of the databases.
enum class OneState {
  kFrozen,  // nobody writes, which each shard proves at its end
  kHeld,    // gonogo shard hold keeps a snapshot of each side, which all shards join
};

// What one shard runs: a case or, of a fleet, a database.
struct ShardUnit {
  std::string name;        // "rows.public.users"
  std::int64_t cost = 0;   // bytes that it reads, about
  std::int64_t shard = 0;  // from 1
};

// A database that the shards read.
struct ShardedSide {
  std::string address;            // user@host:port/database
  std::string system_identifier;  // "": the role isn't allowed to read it
  std::string database_oid;
  FrozenMark mark;  // when the run was shared out
};

struct ShardSet {
  std::string run;
  std::string tool;  // "gonogo 0.1.0"
  std::string plan;
  std::string plan_digest;
  std::string arguments;  // digest of what the checks' parameters are
  bool strict = false;
  std::vector<std::string> phases;  // empty: all
  std::vector<std::string> checks;  // empty: all of the phases
  std::string created;              // UTC
  OneState state = OneState::kFrozen;
  std::int64_t shards = 0;
  std::map<std::string, ShardedSide> sides;  // "source", "target"
  std::vector<ShardUnit> units;
  std::string fleet{};  // the file as given; "": the units are cases

  // Returns the names of the shard's units.
  std::vector<std::string> UnitsOf(std::int64_t shard) const;
};

// Gives each unit its shard, so that the costs of the shards differ little: the large ones go to
// the shard with the least, the largest first; the small ones stay together in their order, because
// cases of one check share what they read of the catalogue. Throws PlanError if there are fewer
// units than shards. `called`: what a unit is.
void ShareOut(std::vector<ShardUnit>& units, std::int64_t shards,
              const std::string& called = "case");

Json ToJson(const ShardSet& set);

// Reads the text of shards.json. Throws PlanError with `file` if it isn't what gonogo writes: if a
// unit is there twice, a shard has none, or a unit's shard doesn't exist.
ShardSet ParseShardSet(const std::string& text, const std::string& file);

}  // namespace gonogo
