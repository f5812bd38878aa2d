// Other hosts may have other clocks, so that somebody holds the snapshots is told by a beat that
// changes, not by its time.
#include "app/shard/held_snapshots.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>

#include "app/operator.h"
#include "app/progress.h"
#include "app/shard/attempt.h"
#include "core/error.h"
#include "core/json/json.h"
#include "core/json/json_error.h"
#include "core/text/text.h"
#include "fixtures/pair.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kHoldFile = "hold.json";
constexpr std::chrono::seconds kBeat{1};
constexpr std::chrono::seconds kMostSilence{10};  // of a process that holds snapshots
constexpr std::chrono::seconds kMostWait{60};     // for one that may start later than the shards

struct Hold {
  std::string set;
  PerSide<std::string> snapshots;
  std::string beat;  // UTC
};

// Removes the file when the snapshots end, so that no shard waits for them.
class HoldFile {
 public:
  explicit HoldFile(const SetFolder& in) : path_(in.folder / kHoldFile), set_(in.id) {}
  HoldFile(const HoldFile&) = delete;
  HoldFile& operator=(const HoldFile&) = delete;
  ~HoldFile() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }

  void Beat(const PerSide<std::string>& snapshots) {
    WriteTextFile(path_, ToText({{"set", set_},
                                 {"source", snapshots.source},
                                 {"target", snapshots.target},
                                 {"host", HostName()},
                                 {"beat", UtcNow()}},
                                1) +
                             "\n");
  }

 private:
  fs::path path_;
  std::string set_;
};

// Returns nothing if nobody has written it.
std::optional<Hold> ReadHold(const fs::path& file) {
  if (!fs::exists(file)) return std::nullopt;
  try {
    const Json json = ParseRecord(ReadTextFile(file));
    return Hold{.set = json.at("set"),
                .snapshots = {json.at("source"), json.at("target")},
                .beat = json.at("beat")};
  } catch (const std::exception& error) {
    if (!fs::exists(file)) return std::nullopt;  // removed meanwhile
    throw PlanError(fmt::format("{}: {}", file.string(), WhatIsWrong(error)));
  }
}

// Returns the shards that have an attempt which is through.
std::set<std::int64_t> FinishedShards(const fs::path& folder) {
  std::set<std::int64_t> shards;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const auto name = ParseAttemptName(entry.path().filename().string());
    if (name && name->is_finished && fs::exists(entry.path() / kDoneFile)) {
      shards.insert(name->shard);
    }
  }
  return shards;
}

PerSide<std::string> Exported(Pair& pair, const Plan& plan) {
  PerSide<std::string> snapshots;
  for (const SideName side : kBothSides) RequireOpen(pair.Of(side));
  pair.RequireComparable();
  if (plan.has_source()) snapshots.source = pair.Source().ExportSnapshot();
  snapshots.target = pair.Target().ExportSnapshot();
  return snapshots;
}

// A statement shows whether the sessions are still there.
void RequireAlive(Pair& pair, const Plan& plan) {
  if (plan.has_source()) pair.Source().QueryOnce("SELECT 1 AS one", {});
  pair.Target().QueryOnce("SELECT 1 AS one", {});
}

}  // namespace

void HoldSnapshots(const RunContext& context, const SetFolder& in) {
  if (in.set.state != OneState::kHeld) {
    throw PlanError(fmt::format(
        "{} says that nobody writes, so no snapshot is needed: gonogo shard plan --hold makes a set "
        "whose shards join one",
        (in.folder / kShardSetFile).string()));
  }
  Pair pair = OpenPair(context);
  const OnInterrupt cancel([&] { pair.Cancel(); });
  const PerSide<std::string> snapshots = Exported(pair, context.plan);
  HoldFile file(in);
  auto next = Clock::now();
  for (;;) {
    file.Beat(snapshots);
    const auto finished = static_cast<std::int64_t>(FinishedShards(in.folder).size());
    if (finished >= in.set.shards) return;
    ShowProgressLine(fmt::format("  ...    holding a snapshot of each side; {} of {} are through",
                                 finished, Counted(in.set.shards, "shard")));
    SleepUntil(next += kBeat);
    RequireAlive(pair, context.plan);
  }
}

PerSide<std::string> HeldSnapshots(const SetFolder& in) {
  const fs::path file = in.folder / kHoldFile;
  const auto began = Clock::now();
  std::optional<Hold> first;
  for (auto next = began;; SleepUntil(next += std::chrono::milliseconds(200))) {
    const auto hold = ReadHold(file);
    if (hold && hold->set == in.id) {
      if (first && first->beat != hold->beat) return hold->snapshots;
      if (!first) first = hold;
      if (Clock::now() - began > kMostSilence) {
        throw std::runtime_error(fmt::format(
            "{}: who held the snapshots hasn't written for {} s. Share the run out anew",
            file.string(), kMostSilence.count()));
      }
      continue;
    }
    ShowProgressLine("  ...    waiting for gonogo shard hold");
    if (Clock::now() - began > kMostWait) {
      throw std::runtime_error(fmt::format(
          "nobody holds snapshots for this run: gonogo shard hold --set {} does, and must run "
          "until all shards are through",
          in.folder.string()));
    }
  }
}

}  // namespace gonogo
