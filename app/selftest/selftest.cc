// Each trial has a copy of its own, so that no damage meets another one; the pair without damage is
// GO before the first and after the last, or nothing is claimed.
#include "app/selftest/selftest.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <future>
#include <iterator>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "app/progress.h"
#include "app/selftest/answers.h"
#include "app/selftest/damage_kinds.h"
#include "app/selftest/damaged_copy.h"
#include "app/selftest/known_source.h"
#include "app/selftest/scored_plan.h"
#include "app/selftest/selected_kinds.h"
#include "app/selftest/surrounding_kinds.h"
#include "app/selftest/surrounding_trials.h"
#include "app/selftest/trial_pair.h"
#include "core/json/located_json.h"
#include "core/plan/gate.h"
#include "core/record/verdict.h"
#include "core/text/text.h"
#include "fixtures/session/writing_session.h"
#include "fixtures/system/interrupt.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostCandidates = 50;  // objects that a kind is tried on until one works

// What one thread tries kinds with.
struct Worker {
  Worker(const RunContext& context, std::size_t number)
      : copy(fmt::format("damaged_{}", number)),
        source(context),
        // template1 is a database that nobody damages.
        server(Beside(context.endpoints.target, "template1"), "target", context.plan.limits) {}

  std::string copy;  // the name of its copies
  KnownSource source;
  WritingSession server;
};

class Trials {
 public:
  explicit Trials(const SelftestOptions& options)
      : options_(options),
        seed_(options.seed ? *options.seed : std::random_device{}()),
        pair_(options.plan, options.programs, options.keep),
        context_(pair_.context()),
        gates_(GatesOf(context_.plan)) {
    kinds_ = Selected();
  }

  const std::vector<DamageKind>& kinds() const { return kinds_; }

  Selftest Run() {
    Selftest selftest{.seed = seed_,
                      .full = options_.full,
                      .trials = {},
                      .unfit = {},
                      .checks_to_add = {},
                      .of_plan = !options_.plan.plan.empty()};
    if (const auto& excerpt = pair_.excerpt()) {
      selftest.copied = Describe(*excerpt);
      if (options_.plan.env_file.empty()) selftest.url_variable = UrlVariableOf(context_.plan);
      selftest.left_out = LeaveOutRed();
    }
    selftest.unfit = RedWithoutDamage();
    if (!selftest.unfit.empty()) return selftest;
    selftest.trials.resize(kinds_.size());
    // One that tries a kind at a time tries them last.
    auto beside = std::async(options_.jobs > 1 ? std::launch::async : std::launch::deferred,
                             [&] { return TryBeside(selftest); });
    selftest.unfit = TryInDatabases(selftest);
    std::ranges::move(beside.get(), std::back_inserter(selftest.unfit));
    if (selftest.of_plan) selftest.checks_to_add = ChecksToAdd();
    if (options_.keep) pair_.Keep();
    return selftest;
  }

 private:
  // Returns the checks that fit the source, by gate, without those of gates that the plan uses.
  std::map<std::string, std::string> ChecksToAdd() const {
    const LocatedJson plan = ParseLocated(pair_.DiscoveredPlan(), "plan");
    std::map<std::string, std::string> checks;
    for (const Json& check : plan.value.at("checks")) {
      checks.emplace(check.at("gate"), ToText(check));
    }
    for (const auto& [check, gate] : gates_) checks.erase(gate);
    return checks;
  }

  std::vector<DamageKind> Selected() const {
    WritingSession target(context_.endpoints.target, "target", context_.plan.limits);
    std::vector<DamageKind> kinds = DamageKindsOf(target, context_.plan);
    // Beside the databases a user's plan isn't tried: its services aren't here.
    if (options_.plan.plan.empty())
      std::ranges::move(SurroundingKinds(), std::back_inserter(kinds));
    kinds = KindsNamed(options_.only, options_.gates, std::move(kinds));
    return options_.sample ? SampleOf(std::move(kinds), *options_.sample, seed_) : kinds;
  }

  // The cases that look at the databases, and not at who is connected or at what people did.
  std::vector<DeclaredCase> CasesFor(const std::function<bool(const std::string&)>& wants) const {
    std::vector<DeclaredCase> cases = DeclaredCases(context_.plan, {}, {});
    std::erase_if(cases, [&](const DeclaredCase& one) {
      const Gate& gate = *context_.plan.CheckNamed(one.check).gate;
      return gate.needs == Needs::kNothing || gate.family == "records" ||
             gate.family == "sessions" || !wants(gate.name) || left_out_.contains(one.name());
    });
    return cases;
  }

  std::vector<DeclaredCase> CasesFor(const Damage& damage) const {
    return CasesFor([&](const std::string& gate) {
      return options_.full || damage.IsHarmless() || gate == damage.gate;
    });
  }

  std::vector<CaseResult> ResultsOn(const DamagedCopy& copy, SideName side, const Worker& worker,
                                    const std::vector<DeclaredCase>& cases) const {
    // Without damage both sides are equal, so a copy may stand where the source does.
    return AnswersOn(side == SideName::kTarget ? worker.source.With(copy.endpoint())
                                               : worker.source.After(copy.endpoint()),
                     context_, cases);
  }

  std::vector<CaseResult> ResultsWithoutDamage() const {
    ShowProgressLine("  ...    all gates, without damage");
    Worker worker(context_, 0);
    const DamagedCopy copy = CopyFor(worker);
    const auto cases = CasesFor([](const std::string&) { return true; });
    return ResultsOn(copy, SideName::kTarget, worker, cases);
  }

  // Returns what is red on a copy that has no damage.
  std::vector<std::string> RedWithoutDamage() const {
    const std::vector<CaseResult> results = ResultsWithoutDamage();
    const Trial trial = Judge(Damage{}, results, gates_);
    std::vector<std::string> red;
    for (const auto& [gate, words] : trial.red) red.push_back(gate + ": " + words);
    if (results.empty()) red.emplace_back("no check of the plan can be tried");
    return red;
  }

  // An excerpt isn't the server that the plan was written for: what is red there without damage
  // isn't tried, nor what only those cases could see. Returns them, each with the reason.
  std::vector<std::string> LeaveOutRed() {
    std::set<std::string> lost;
    std::set<std::string> tried;
    std::vector<std::string> names;
    for (const CaseResult& result : ResultsWithoutDamage()) {
      const Trial trial = Judge(Damage{}, {result}, gates_);
      (trial.red.empty() ? tried : lost).insert(gates_.at(result.check));
      if (trial.red.empty()) continue;
      left_out_.insert(result.name());
      names.push_back(fmt::format("{} ({})", result.name(), trial.red.begin()->second));
    }
    std::erase_if(kinds_, [&](const DamageKind& kind) {
      return lost.contains(kind.first().gate) && !tried.contains(kind.first().gate);
    });
    return names;
  }

  // Returns what is red in databases without damage, after all have been tried.
  std::vector<std::string> TryInDatabases(Selftest& selftest) try {
    std::vector<std::size_t> order;  // of kinds inside the database; the others run alone
    std::vector<std::size_t> alone;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      if (kinds_[i].first().medium != Medium::kCopy) continue;
      (kinds_[i].first().undo.empty() ? order : alone).push_back(i);
    }
    std::shuffle(order.begin(), order.end(), std::mt19937_64(selftest.seed));
    TryInParallel(order, std::max<std::size_t>(1, options_.jobs), selftest);
    TryInParallel(alone, 1, selftest);
    return is_over_ ? std::vector<std::string>{} : RedWithoutDamage();
  } catch (...) {
    is_over_ = true;
    throw;
  }

  // Returns what is red beside the databases without damage. Those trials mostly wait, for services
  // and sessions.
  std::vector<std::string> TryBeside(Selftest& selftest) try {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      if (kinds_[i].first().medium != Medium::kCopy) order.push_back(i);
    }
    if (order.empty()) return {};
    SurroundingTrials beside(options_.programs, options_.full);
    std::vector<std::string> red = beside.RedWithoutDamage();
    if (!red.empty()) {
      is_over_ = true;
      return red;
    }
    for (const std::size_t i : order) {
      if (is_over_) return {};
      selftest.trials[i] = beside.Try(kinds_[i].first());
      ShowDone(selftest.trials[i]);
    }
    return beside.RedWithoutDamage();
  } catch (...) {
    is_over_ = true;
    throw;
  }

  void TryInParallel(const std::vector<std::size_t>& order, std::size_t jobs, Selftest& selftest) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr error;
    std::mutex mutex;  // guards error
    const auto work = [&](std::size_t number) {
      try {
        Worker worker(context_, number);
        for (std::size_t i = next++; i < order.size() && !is_over_; i = next++) {
          selftest.trials[order[i]] = Try(kinds_[order[i]], worker);
          ShowDone(selftest.trials[order[i]]);
        }
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!error) error = std::current_exception();
        is_over_ = true;
      }
    };
    std::vector<std::thread> workers;
    for (std::size_t i = 1; i < jobs; ++i) workers.emplace_back(work, i + 1);
    work(1);
    for (std::thread& worker : workers) worker.join();
    if (error) std::rethrow_exception(error);
  }

  void ShowDone(const Trial& trial) {
    const std::size_t done = ++done_;
    const auto elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - began_);
    const double left =
        elapsed.count() / static_cast<double>(done) * static_cast<double>(kinds_.size() - done);
    ShowProgressLine(fmt::format("  ...    {} of {} kinds  {} %  about {:.0f} s left  {}", done,
                                 kinds_.size(), 100 * done / kinds_.size(), left,
                                 trial.damage.kind));
  }

  DamagedCopy CopyFor(Worker& worker) const {
    return {worker.server, context_.endpoints.target, worker.copy, context_.plan.limits};
  }

  Trial Try(const DamageKind& kind, Worker& worker) const {
    const auto start = std::chrono::steady_clock::now();
    Trial trial = TryCandidates(kind, worker);
    trial.took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - start);
    return trial;
  }

  Trial TryCandidates(const DamageKind& kind, Worker& worker) const {
    const bool of_plan = !options_.plan.plan.empty();
    DamagedCopy copy = CopyFor(worker);
    Fate fate = of_plan ? Fate::kImpossible : Fate::kUnviable;
    std::string why;
    for (std::size_t i = 0; i < std::min(kMostCandidates, kind.candidates.size()); ++i) {
      ThrowIfInterrupted();
      const Damage& damage = kind.candidates[i];
      if (const auto refusal = copy.Plant(damage)) {
        const bool is_worse = !refusal->is_impossible && fate == Fate::kImpossible;
        if (why.empty() || is_worse) why = fmt::format("{}: {}", damage.object, refusal->why);
        if (is_worse) fate = Fate::kUnviable;
        continue;
      }
      Trial trial = Judge(damage, ResultsOn(copy, damage.side, worker, CasesFor(damage)), gates_,
                          of_plan ? Wording::kAny : Wording::kExpected);
      copy.Undo(damage);
      if (options_.keep) copy.Keep();
      return trial;
    }
    return {.damage = kind.first(), .fate = fate, .why = why, .red = {}, .asked = {}};
  }

  const SelftestOptions& options_;
  std::uint64_t seed_;
  TrialPair pair_;
  const RunContext& context_;
  std::map<std::string, std::string> gates_;  // by check
  std::set<std::string> left_out_;            // names of cases
  std::vector<DamageKind> kinds_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  std::atomic<std::size_t> done_ = 0;
  std::atomic<bool> is_over_ = false;  // nothing can be claimed: the others needn't be tried
};

// Refuses a plan before any server is started.
Trials TrialsFor(const SelftestOptions& options) {
  if (!options.plan.plan.empty()) RequireScorable(options.plan);
  ShowProgressLine("  ...    starting a throw-away pair");
  return Trials(options);
}

}  // namespace

std::vector<Damage> PlannedDamage(const SelftestOptions& options) {
  const Trials trials = TrialsFor(options);
  std::vector<Damage> damage;
  for (const DamageKind& kind : trials.kinds()) damage.push_back(kind.first());
  return damage;
}

Selftest RunSelftest(const SelftestOptions& options) { return TrialsFor(options).Run(); }

}  // namespace gonogo
