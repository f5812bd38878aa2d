// gonogo's own sample database is part of the program, so that an installed gonogo proves itself.
#include "app/selftest/trial_pair.h"

#include <algorithm>

#include "app/context/rehearsal.h"
#include "app/plan/new_plan.h"
#include "app/progress.h"
#include "app/selftest/demand_texts.h"
#include "core/json/located_json.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/text_file.h"
#include "fixtures/throwaway/kept_pair.h"
#include "fixtures/throwaway/sample_database.h"
#include "sql/sample.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr const char* kName = "selftest";

}  // namespace

TrialPair::TrialPair(const PlanOptions& plan, const PairPrograms& programs, bool is_kept)
    : folder_(is_kept ? MakeKeptPairFolder(kName) : MakePairFolder()),
      servers_(folder_, programs),
      context_(Filled(plan)) {
  ThrowIfInterrupted();
}

RunContext TrialPair::Filled(const PlanOptions& plan) {
  ThrowIfInterrupted();
  ShowProgressLine("  ...    filling it");
  return plan.plan.empty() ? FillWithOwnSample() : FillWithSampleOf(plan);
}

RunContext TrialPair::FillWithOwnSample() {
  // No folder of their own: the user who removes the pair could not empty one of another user.
  WriteTextFile(folder_ / "roles.sql", std::string(sql::kSampleRoles));
  WriteTextFile(folder_ / "schema.sql", std::string(sql::kSampleSchema));
  WriteTextFile(folder_ / "data.sql", std::string(sql::kSampleData));
  LoadRoles(pair().source, folder_);
  LoadRoles(pair().target, folder_);
  LoadSample(pair().source, folder_);
  CopyWhole(pair());
  for (const auto& [name, text] : DemandTexts()) WriteTextFile(folder_ / name, text);
  const fs::path file = folder_ / "plan.json";
  WriteTextFile(file, OwnPlan());
  return ContextOn(pair(), RehearsalOf({.plan = file.string(), .env_file = {}}));
}

// Every check that fits any source, and those that demand what this one has. One with the id of
// another replaces it.
std::string TrialPair::OwnPlan() const {
  Json plan = ParseLocated(DiscoveredPlan(), "plan").value;
  Json& checks = plan.at("checks");
  for (const Json& own : ParseJson(DemandTexts().at("checks.json"))) {
    const auto same = std::find_if(checks.begin(), checks.end(),
                                   [&](const Json& one) { return one.at("id") == own.at("id"); });
    if (same == checks.end()) {
      checks.push_back(own);
    } else {
      *same = own;
    }
  }
  return ToText(plan, 2);
}

RunContext TrialPair::FillWithSampleOf(const PlanOptions& plan) {
  Rehearsal rehearsal = RehearsalOf(plan);
  const bool has_sample = !rehearsal.plan.fixture.empty();
  if (has_sample) {
    LoadSampleIntoPair(pair(), rehearsal.plan.fixture);
  } else {
    FillWithExcerptOf(rehearsal);
  }
  RunContext context = ContextOn(pair(), std::move(rehearsal));
  if (!has_sample) {  // the pins are of the real databases
    context.endpoints.source.pin = {};
    context.endpoints.target.pin = {};
  }
  return context;
}

void TrialPair::FillWithExcerptOf(const Rehearsal& rehearsal) {
  const Plan& plan = rehearsal.plan;
  const ConnectionString source =
      ResolveEndpoint(plan, SideName::kSource, "", rehearsal.environment);
  excerpt_ = CopyExcerpt(source, plan.limits, pair());
}

std::string TrialPair::DiscoveredPlan() const {
  return WriteNewPlan({.source = pair().source.Url(),
                       .target = {},
                       .name = kName,
                       .schemas = {},
                       .maps = {},
                       .stages = "none"})
      .text;
}

void TrialPair::Keep() {
  SavePair(pair());
  servers_.Keep();
}

}  // namespace gonogo
