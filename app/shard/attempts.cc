#include "app/shard/attempts.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/plan/shown_command.h"
#include "core/text/digest.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

std::vector<std::string> NamesIn(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// hold.json belongs to gonogo shard hold, verdict.* to earlier merges.
bool IsOfRun(const std::string& name) {
  return name == kShardSetFile || name.starts_with("hold.json") || name.starts_with("verdict.");
}

class Reading {
 public:
  Reading(const SetFolder& in, const std::string& lines, const std::string& more)
      : in_(in), lines_(lines), more_(more) {}

  Attempts All() && {
    for (const std::string& name : NamesIn(in_.folder)) {
      if (const auto attempt = ParseAttemptName(name)) {
        Add(name, *attempt);
      } else if (!IsOfRun(name)) {
        attempts_.unknown.push_back(name);
      }
    }
    for (const auto& [shard, attempts] : attempts_.finished) attempts_.broken_off.erase(shard);
    return std::move(attempts_);
  }

 private:
  void Add(const std::string& name, const AttemptName& attempt) {
    const fs::path folder = in_.folder / name;
    const auto done = attempt.is_finished ? ReadDone(folder) : std::nullopt;
    if (!done) {
      attempts_.broken_off.insert(attempt.shard);
      return;
    }
    Require(folder, attempt, *done);
    for (const std::string& file : NamesIn(folder)) {
      if (file == kDoneFile || file == lines_ || (file == more_ && !more_.empty())) continue;
      attempts_.unknown.push_back(fmt::format("{}/{}", name, file));
    }
    attempts_.finished[attempt.shard].push_back({attempt.attempt, folder, *done});
  }

  void Require(const fs::path& folder, const AttemptName& attempt, const Done& done) const {
    const auto require = [&](bool is_met, const std::string& what) {
      if (!is_met) throw PlanError(fmt::format("{} {}", folder.string(), what));
    };
    require(done.set == in_.id, "is of another set of shards than " + std::string(kShardSetFile));
    require(done.shard == attempt.shard && done.shard >= 1 && done.shard <= in_.set.shards,
            fmt::format("is of shard {} by its {}", done.shard, kDoneFile));
    require(done.evidence == Sha256(ReadTextFile(folder / lines_)),
            fmt::format("has other evidence than its {} says", kDoneFile));
  }

  const SetFolder& in_;
  const std::string& lines_;
  const std::string& more_;
  Attempts attempts_;
};

}  // namespace

Attempts ReadAttempts(const SetFolder& in, const std::string& lines, const std::string& more) {
  return Reading(in, lines, more).All();
}

std::vector<std::string> MissingShards(const SetFolder& in, const Attempts& attempts,
                                       const Plan& plan) {
  std::vector<std::string> missing;
  for (std::int64_t shard = 1; shard <= in.set.shards; ++shard) {
    if (attempts.finished.contains(shard)) continue;
    missing.push_back(
        fmt::format("shard {} of {} {}: {}", shard, in.set.shards,
                    attempts.broken_off.contains(shard) ? "isn't through" : "didn't run",
                    ShardCommand(in, fmt::format("run --shard {}", shard),
                                 PlanOptionWords(plan.file, plan.env_file))));
  }
  return missing;
}

}  // namespace gonogo
