// Each round takes new snapshots. One that is held for hours would keep VACUUM from removing dead
// rows.
#include "stages/watch/watch.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "core/error.h"
#include "core/plan/declared_case.h"
#include "core/text/text.h"
#include "fixtures/pair.h"
#include "fixtures/session/pin.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "gates/contents/content_comparison.h"

namespace gonogo {
namespace {

using Clock = std::chrono::steady_clock;

// Returns the relations whose rows differed in the round, or lagged.
std::set<std::string> RelationsWithDifferences(const WatchRound& round) {
  std::set<std::string> relations;
  for (const RelationDrift& drift : round.relations) {
    if (drift.counts.sum() > 0 || drift.converged > 0) relations.insert(drift.relation);
  }
  return relations;
}

class Watcher {
 public:
  Watcher(const ConnectionString& source, const ConnectionString& target, const Limits& limits,
          const std::vector<ComparedRelation>& relations, const WatchOptions& options)
      : source_(source),
        target_(target),
        limits_(limits),
        relations_(relations),
        options_(options) {}

  WatchResult Run(const std::function<void(const WatchRound&)>& each) {
    const auto end = Clock::now() + options_.duration;
    WatchResult watched;
    for (auto next = Clock::now();; next = std::max(next + options_.every, Clock::now())) {
      watched.last = Round(++watched.rounds, RelationsWithDifferences(watched.last));
      ThrowIfInterrupted();
      watched.green_in_a_row = watched.last.green() ? watched.green_in_a_row + 1 : 0;
      for (const RelationDrift& drift : watched.last.relations) watched.lagged += drift.converged;
      each(watched.last);
      if (options_.until_green > 0 && watched.green_in_a_row >= options_.until_green) break;
      if (!watched.last.green()) ++watched.red_rounds;
      if (std::max(next + options_.every, Clock::now()) > end) break;
      SleepUntil(next + options_.every);
    }
    return watched;
  }

 private:
  // `expected`: the relations that probably differ.
  WatchRound Round(std::int64_t number, std::set<std::string> expected) const {
    WatchRound round{.number = number, .at = UtcNow(), .took = {}, .relations = {}};
    const auto start = Clock::now();
    bool is_open = false;
    try {
      PerSide<Side> sides = OpenSides(source_, target_, limits_);
      RequireOpen(sides.source);
      RequireOpen(sides.target);
      is_open = true;
      Pair pair(std::move(sides));
      const OnInterrupt cancel([&pair] { pair.Cancel(); });
      Comparer comparer(pair, relations_, options_.effort);
      comparer.ExpectDifferencesIn(std::move(expected));
      for (const ComparedRelation& relation : relations_) {
        ThrowIfInterrupted();
        round.relations.push_back(RelationDriftOf(comparer, relation));
      }
    } catch (const Interrupted&) {
      throw;
    } catch (const WrongDatabase&) {
      throw;  // no later round would find another
    } catch (const std::exception& error) {
      if (number == 1 && !is_open) throw;  // a wrong password is no lag
      round.relations.push_back({.relation = "all relations", .counts = {}, .error = error.what()});
    }
    round.took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
    return round;
  }

  static RelationDrift RelationDriftOf(Comparer& comparer, const ComparedRelation& relation) {
    RelationDrift drift{.relation = relation.source, .counts = {}, .error = ""};
    try {
      const Comparison comparison = comparer.Compare(relation, {.limit = 0});
      drift.counts = comparison.counts;
      drift.converged = comparison.converged;
      if (comparison.selects_nothing) {
        drift.error = "\"where\" selects none of its rows";
      } else if (drift.counts.sum() == 0 && !comparison.equal()) {
        drift.error = "its columns differ";
      }
    } catch (const std::exception& error) {
      drift.error = error.what();
    }
    return drift;
  }

  const ConnectionString& source_;
  const ConnectionString& target_;
  const Limits& limits_;
  const std::vector<ComparedRelation>& relations_;
  const WatchOptions& options_;
};

}  // namespace

bool WatchRound::could_tell() const {
  return !relations.empty() &&
         std::all_of(relations.begin(), relations.end(),
                     [](const RelationDrift& drift) { return drift.error.empty(); });
}

bool WatchRound::green() const {
  return could_tell() &&
         std::all_of(relations.begin(), relations.end(),
                     [](const RelationDrift& drift) { return drift.counts.sum() == 0; });
}

Json ToJson(const WatchRound& round) {
  Json drifts = Json::object();
  for (const RelationDrift& drift : round.relations) {
    if (drift.counts.sum() == 0 && drift.converged == 0 && drift.error.empty()) continue;
    Json& one = drifts[drift.relation];
    one = {{"missing", drift.counts.missing},
           {"extra", drift.counts.extra},
           {"different", drift.counts.different},
           {"lagged", drift.converged}};
    if (!drift.error.empty()) one["error"] = drift.error;
  }
  return {{"round", round.number},
          {"at", round.at},
          {"took_ms", round.took.count()},
          {"green", round.green()},
          {"compared", round.relations.size()},
          {"drift", std::move(drifts)}};
}

std::string Describe(const WatchRound& round) {
  std::int64_t equal = 0;
  std::int64_t lagged = 0;
  std::string drifts;
  for (const RelationDrift& drift : round.relations) {
    lagged += drift.converged;
    if (!drift.error.empty()) {
      drifts += fmt::format("\n    {}: couldn't compare: {}", drift.relation, drift.error);
    } else if (drift.counts.sum() > 0) {
      drifts += fmt::format("\n    {}: {}", drift.relation, Describe(drift.counts));
    } else {
      ++equal;
    }
  }
  return fmt::format("round {}: {} equal, {} lagged{}", round.number, Counted(equal, "relation"),
                     Counted(lagged, "row"), drifts);
}

std::string WatchResult::ReasonForNoGo(const WatchOptions& options) const {
  if (!last.green()) return "drift persists: " + Describe(last);
  if (options.until_green == 0 && red_rounds > 0) {
    return fmt::format("drift persisted in {} of {}", Counted(red_rounds, "round"), rounds);
  }
  if (green_in_a_row < options.until_green) {
    const std::string reason =
        fmt::format("{} in a row at the end, want {}", Counted(green_in_a_row, "green round"),
                    options.until_green);
    if (rounds >= options.until_green) return reason;
    constexpr double kSecond = 1000;
    return fmt::format(
        "{}: time was up (for_s, {} s) after {}, the last of which took {:.1f} s; set a longer for_s",
        reason, static_cast<double>(options.duration.count()) / kSecond, Counted(rounds, "round"),
        static_cast<double>(last.took.count()) / kSecond);
  }
  return "";
}

std::vector<ComparedRelation> WatchedRelations(const Plan& plan,
                                               std::chrono::milliseconds recheck) {
  std::vector<ComparedRelation> watched;
  std::vector<ComparedRelation> planned = PlannedComparisons(plan, DeclaredCases(plan, {}, {}));
  for (const Relation& relation : plan.relations) {
    const auto found = std::find_if(
        planned.begin(), planned.end(),
        [&](const ComparedRelation& compared) { return compared.source == relation.source; });
    watched.push_back(found != planned.end() ? *found
                                             : ComparedRelation{.source = relation.source,
                                                                .target = relation.target,
                                                                .key = relation.key});
    watched.back().recheck = recheck;
  }
  return watched;
}

Parameter RecheckParameter() {
  return IntegerParameter("recheck_s",
                          "seconds for which a row that differs is read again, since it may only "
                          "lag")
      .Default(10)
      .AtLeast(0);
}

WatchResult Watch(const ConnectionString& source, const ConnectionString& target,
                  const Limits& limits, const std::vector<ComparedRelation>& relations,
                  const WatchOptions& options, const std::function<void(const WatchRound&)>& each) {
  return Watcher(source, target, limits, relations, options).Run(each);
}

}  // namespace gonogo
