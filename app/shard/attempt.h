// What one run of a shard leaves: a folder that gets its name when the shard is through, and
// _DONE.json in it last of all. An engine may run a shard twice, so each attempt has its own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/record/frozen_mark.h"

namespace gonogo {

inline constexpr const char* kDoneFile = "_DONE.json";

// The facts in _DONE.json.
struct Done {
  std::string set;  // SHA-256 of shards.json
  std::int64_t shard = 0;
  std::string run;
  std::int64_t units = 0;                   // that have a result
  std::string evidence;                     // SHA-256 of its lines
  std::map<std::string, FrozenMark> marks;  // of the sides, at the end; empty: snapshots are held
};

// The folder of an attempt that is under way: "shard-3.attempt-1.tmp".
class Attempt {
 public:
  // Creates the folder of the shard's next attempt. Throws std::runtime_error.
  Attempt(const std::filesystem::path& set_folder, std::int64_t shard);

  const std::filesystem::path& folder() const { return folder_; }

  // Gives the folder its name, and writes _DONE.json with the digest of the file `lines` in it.
  // Throws std::system_error.
  void Finish(Done done, const std::string& lines);

 private:
  std::filesystem::path folder_;
};

struct AttemptName {
  std::int64_t shard = 0;
  std::int64_t attempt = 0;
  bool is_finished = false;  // otherwise it is under way, or broke off
};

// Returns what the name of a folder says; nothing if it isn't one of an attempt.
std::optional<AttemptName> ParseAttemptName(const std::string& name);

// Reads _DONE.json. Returns nothing if there is none. Throws PlanError if it is damaged.
std::optional<Done> ReadDone(const std::filesystem::path& attempt);

}  // namespace gonogo
