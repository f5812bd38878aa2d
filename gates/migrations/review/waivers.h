// What a plan accepts in the migrations of its services, each with its reason and its owner.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/text/json.h"
#include "core/values/parameter.h"
#include "gates/migrations/review/rules.h"

namespace gonogo {

// The parameters of one waiver.
std::vector<Parameter> WaiverParameters();

// Throws PlanError (without place) for a waiver that is not complete, or names a service that is
// not among `services`.
void RequireWaivers(const Json& waivers, const std::vector<std::string>& services);

// The waivers that hold for one service, and which of them were of use.
class MigrationWaivers {
 public:
  MigrationWaivers(const Json& waivers, const std::string& service);

  // Why the breach in that file is accepted; empty: it is not.
  std::string Reason(const std::string& file, const Breach& breach);
  // A note for each waiver that was not needed.
  std::vector<std::string> Unused() const;

 private:
  const Json& waivers_;
  std::set<std::size_t> held_;
  std::set<std::size_t> used_;
};

}  // namespace gonogo
