// Waivers in a plan: violations that somebody accepts, with reason and owner.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "core/values/parameter.h"
#include "gates/migrations/review/rules/rules.h"

namespace gonogo {

// Returns the parameters of one waiver.
std::vector<Parameter> WaiverParameters();

// Throws PlanError (without place) if a waiver isn't complete, or its service isn't in `services`.
void RequireValidWaivers(const Json& waivers, const std::vector<std::string>& services);

// The waivers of one service, and which of them were used.
class MigrationWaivers {
 public:
  MigrationWaivers(const Json& waivers, const std::string& service);

  // Returns why the violation in that file is accepted, or "" if it isn't.
  std::string Reason(const std::string& file, const Violation& violation);
  // Returns a note for each waiver that matched nothing.
  std::vector<std::string> Unused() const;

 private:
  const Json& waivers_;
  std::set<std::size_t> active_;
  std::set<std::size_t> used_;
};

}  // namespace gonogo
