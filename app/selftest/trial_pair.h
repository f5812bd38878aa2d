// The throw-away pair of a selftest: a source, and an undamaged target, of which each trial has a
// copy.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/context/plan_options.h"
#include "app/context/rehearsal.h"
#include "app/context/run_context.h"
#include "app/selftest/excerpt.h"
#include "app/selftest/trial_servers.h"

namespace gonogo {

class TrialPair {
 public:
  // Starts a pair and fills it: with the plan's sample database or, if the plan has none, with an
  // excerpt of its source; without a plan with gonogo's own, for which it writes a plan. A pair
  // that `is_kept` outlives this object once Keep is called. Throws PlanError if the plan can't be
  // used, DatabaseError or std::runtime_error if the pair can't be made.
  TrialPair(const PlanOptions& plan, const PairPrograms& programs, bool is_kept);

  // The plan and the undamaged pair.
  const RunContext& context() const { return context_; }

  // Returns the plan with every check that fits the source.
  std::string DiscoveredPlan() const;

  // Returns what was copied of the plan's source; nothing if it wasn't asked.
  const std::optional<Excerpt>& excerpt() const { return excerpt_; }

  // Keeps the pair under the name "selftest".
  void Keep();

 private:
  RunContext Filled(const PlanOptions& plan);
  RunContext FillWithOwnSample();
  std::string OwnPlan() const;
  RunContext FillWithSampleOf(const PlanOptions& plan);
  void FillWithExcerptOf(const Rehearsal& rehearsal);

  const ThrowAwayPair& pair() const { return servers_.pair(); }

  std::filesystem::path folder_;
  TrialServers servers_;
  std::optional<Excerpt> excerpt_;  // before context_, whose making sets it
  RunContext context_;
};

}  // namespace gonogo
