// Each trial has a copy of its own, so that no damage meets another one; the pair without damage is
// GO before the first and after the last, or nothing is claimed.
#include "app/selftest/selftest.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <thread>
#include <tuple>

#include "app/progress.h"
#include "app/run/asked.h"
#include "app/run/runner.h"
#include "app/selftest/damage_kinds.h"
#include "app/selftest/damaged_copy.h"
#include "app/selftest/trial_pair.h"
#include "core/error.h"
#include "core/json/located_json.h"
#include "core/plan/gate.h"
#include "core/record/verdict.h"
#include "core/text/glob.h"
#include "core/text/text.h"
#include "fixtures/session/writing_session.h"
#include "fixtures/system/interrupt.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostCandidates = 5;  // objects that a kind is tried on until one works

class Trials {
 public:
  explicit Trials(const SelftestOptions& options)
      : options_(options),
        pair_(options.plan, options.programs, options.keep),
        context_(pair_.context()) {
    for (const Check& check : context_.plan.checks) gates_[check.id] = check.gate->name;
    kinds_ = Selected();
  }

  const std::vector<DamageKind>& kinds() const { return kinds_; }

  Selftest Run() {
    Selftest selftest{.seed = options_.seed ? *options_.seed : std::random_device{}(),
                      .full = options_.full,
                      .trials = std::vector<Trial>(kinds_.size()),
                      .unfit = RedWithoutDamage(),
                      .checks_to_add = {}};
    if (!selftest.unfit.empty()) return selftest;
    TryAll(selftest);
    selftest.unfit = RedWithoutDamage();
    if (!options_.plan.plan.empty()) selftest.checks_to_add = ChecksToAdd();
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
    std::vector<DamageKind> kinds = DamageKindsOf(target);
    std::erase_if(kinds, [&](const DamageKind& kind) { return !IsSelected(kind.first()); });
    if (kinds.empty()) throw PlanError("no kind of damage is selected; --list prints all of them");
    return kinds;
  }

  bool IsSelected(const Damage& damage) const {
    const auto& [only, gates] = std::tie(options_.only, options_.gates);
    const bool by_kind =
        only.empty() || std::any_of(only.begin(), only.end(), [&](const std::string& pattern) {
          return MatchesGlob(pattern, damage.kind);
        });
    return by_kind &&
           (gates.empty() || std::find(gates.begin(), gates.end(), damage.gate) != gates.end());
  }

  // The cases that look at the databases, and not at who is connected or at what people did.
  std::vector<DeclaredCase> CasesFor(const std::function<bool(const std::string&)>& wants) const {
    std::vector<DeclaredCase> cases = DeclaredCases(context_.plan, {}, {});
    std::erase_if(cases, [&](const DeclaredCase& one) {
      const Gate& gate = *context_.plan.CheckNamed(one.check).gate;
      return gate.needs == Needs::kNothing || gate.family == "records" ||
             gate.family == "sessions" || !wants(gate.name);
    });
    return cases;
  }

  std::vector<DeclaredCase> CasesFor(const Damage& damage) const {
    return CasesFor([&](const std::string& gate) {
      return options_.full || damage.IsHarmless() || gate == damage.gate;
    });
  }

  std::vector<CaseResult> ResultsOn(const ConnectionString& target,
                                    const std::vector<DeclaredCase>& cases) const {
    RunContext damaged = context_;
    damaged.endpoints.target = target;
    Asked asked(damaged, cases, Effort{.jobs = 1});
    std::vector<CaseResult> results;
    for (const Case& one : CasesOf(damaged.plan, cases)) {
      ThrowIfInterrupted();
      results.push_back(asked.Run(one));
    }
    return results;
  }

  // Returns what is red on a copy that has no damage.
  std::vector<std::string> RedWithoutDamage() const {
    ShowProgressLine("  ...    all gates, without damage");
    const DamagedCopy copy(context_.endpoints.target, "damaged_0", context_.plan.limits);
    const auto cases = CasesFor([](const std::string&) { return true; });
    const Trial trial = Judge(Damage{}, ResultsOn(copy.endpoint(), cases), gates_);
    std::vector<std::string> red;
    for (const auto& [gate, words] : trial.red) red.push_back(gate + ": " + words);
    if (cases.empty()) red.emplace_back("the plan has no check of databases");
    return red;
  }

  void TryAll(Selftest& selftest) {
    std::vector<std::size_t> order;  // of kinds inside the database; the others run alone
    std::vector<std::size_t> alone;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      (kinds_[i].first().undo.empty() ? order : alone).push_back(i);
    }
    std::shuffle(order.begin(), order.end(), std::mt19937_64(selftest.seed));
    TryInParallel(order, std::max<std::size_t>(1, options_.jobs), selftest);
    TryInParallel(alone, 1, selftest);
  }

  void TryInParallel(const std::vector<std::size_t>& order, std::size_t jobs, Selftest& selftest) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr error;
    std::mutex mutex;  // guards error and done_
    const auto work = [&](std::size_t worker) {
      try {
        for (std::size_t i = next++; i < order.size(); i = next++) {
          selftest.trials[order[i]] = Try(kinds_[order[i]], worker);
          const std::lock_guard lock(mutex);
          ShowDone(selftest.trials[order[i]]);
        }
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!error) error = std::current_exception();
        next = order.size();
      }
    };
    std::vector<std::thread> workers;
    for (std::size_t i = 1; i < jobs; ++i) workers.emplace_back(work, i + 1);
    work(1);
    for (std::thread& worker : workers) worker.join();
    if (error) std::rethrow_exception(error);
  }

  void ShowDone(const Trial& trial) {
    ++done_;
    const auto elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - began_);
    const double left =
        elapsed.count() / static_cast<double>(done_) * static_cast<double>(kinds_.size() - done_);
    ShowProgressLine(fmt::format("  ...    {} of {} kinds  {} %  about {:.0f} s left  {}", done_,
                                 kinds_.size(), 100 * done_ / kinds_.size(), left,
                                 trial.damage.kind));
  }

  Trial Try(const DamageKind& kind, std::size_t worker) const {
    const auto start = std::chrono::steady_clock::now();
    Trial trial = TryCandidates(kind, fmt::format("damaged_{}", worker));
    trial.took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - start);
    return trial;
  }

  Trial TryCandidates(const DamageKind& kind, const std::string& copy_name) const {
    std::string why;
    for (std::size_t i = 0; i < std::min(kMostCandidates, kind.candidates.size()); ++i) {
      ThrowIfInterrupted();
      const Damage& damage = kind.candidates[i];
      DamagedCopy copy(context_.endpoints.target, copy_name, context_.plan.limits);
      const std::string reason = copy.Plant(damage);
      if (!reason.empty()) {
        if (why.empty()) why = fmt::format("{}: {}", damage.object, reason);
        continue;
      }
      Trial trial = Judge(damage, ResultsOn(copy.endpoint(), CasesFor(damage)), gates_);
      copy.Undo(damage);
      if (options_.keep) copy.Keep();
      return trial;
    }
    return {.damage = kind.first(), .fate = Fate::kUnviable, .why = why, .red = {}, .asked = {}};
  }

  const SelftestOptions& options_;
  TrialPair pair_;
  const RunContext& context_;
  std::map<std::string, std::string> gates_;  // by check
  std::vector<DamageKind> kinds_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  std::size_t done_ = 0;
};

}  // namespace

std::vector<Damage> PlannedDamage(const SelftestOptions& options) {
  const Trials trials(options);
  std::vector<Damage> damage;
  for (const DamageKind& kind : trials.kinds()) damage.push_back(kind.first());
  return damage;
}

Selftest RunSelftest(const SelftestOptions& options) { return Trials(options).Run(); }

}  // namespace gonogo
