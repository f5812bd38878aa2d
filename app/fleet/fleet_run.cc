// Threads wait for children; what a child found is read from its files.
#include "app/fleet/fleet_run.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "app/fleet/database_evidence.h"
#include "core/text/text.h"
#include "fixtures/programs/program_secrets.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/process.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

// Returns the last line, which says why a run ended without a verdict.
std::string LastLine(const std::string& output) {
  const std::vector<std::string> lines = Split(std::string(Trim(output)), '\n');
  return lines.back().starts_with("gonogo: ") ? lines.back().substr(8) : lines.back();
}

class FleetRun {
 public:
  FleetRun(const std::string& plan_file, std::span<const PreparedDatabase> databases,
           const fs::path& folder, const RunOptions& options, const DatabaseEnded& ended)
      : plan_file_(plan_file),
        databases_(databases),
        folder_(folder),
        options_(options),
        ended_(ended) {}

  void Run(std::size_t at_once) {
    {
      std::vector<std::jthread> threads;
      for (std::size_t i = 0; i < std::min(at_once, databases_.size()); ++i) {
        threads.emplace_back([this] { Work(); });
      }
    }
    ThrowIfInterrupted();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void Work() {
    try {
      for (std::size_t i = next_++; i < databases_.size() && !MustStop(); i = next_++) {
        RunOne(databases_[i]);
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      stopped_ = true;
    }
  }

  bool MustStop() const { return stopped_ || WasInterrupted(); }

  void RunOne(const PreparedDatabase& database) {
    const fs::path evidence = folder_ / kDatabasesFolder / database.member.name;
    RunOptions of_child = options_;
    of_child.out = evidence.string();
    of_child.json = false;
    of_child.quiet = true;
    std::vector<std::string> words = {"/proc/self/exe", "run", "--plan", plan_file_};
    const std::vector<std::string> arguments = ArgumentsOf(of_child, "none");
    words.insert(words.end(), arguments.begin(), arguments.end());
    const ProcessResult child =
        RunCommand({.words = words, .environment = database.environment},
                   {.folder = fs::current_path().string(),
                    .whole_environment = false,
                    .bounds = Bounds{.interrupted = [this] { return MustStop(); }}});
    if (child.ending != Ending::kExited) return;
    DatabaseResult result{.database = database.member.name,
                          .exit_status = child.status,
                          .evidence = DatabaseEvidenceIn(evidence)};
    if (!result.evidence.doubts.empty()) {
      result.message = MaskedOutput(LastLine(child.output), database.own);
    }
    const std::lock_guard lock(mutex_);
    if (!stopped_) ended_(std::move(result));
  }

  const std::string& plan_file_;
  std::span<const PreparedDatabase> databases_;
  const fs::path& folder_;
  const RunOptions& options_;
  const DatabaseEnded& ended_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;  // guards the calls of ended_, and the next
  std::exception_ptr failure_;
};

}  // namespace

void RunDatabases(const std::string& plan_file, std::span<const PreparedDatabase> databases,
                  const fs::path& folder, const RunOptions& options, std::size_t at_once,
                  const DatabaseEnded& ended) {
  FleetRun(plan_file, databases, folder, options, ended).Run(at_once);
}

}  // namespace gonogo
