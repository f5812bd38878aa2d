// The * of a pattern also matches /, so that "0007_*" covers a folder of that name.
#include "gates/migrations/review/review_waivers.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/text/glob.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"
#include "core/values/waiver.h"

namespace gonogo {

std::vector<Parameter> WaiverParameters() {
  std::vector<Parameter> parameters = {
      TextParameter("rule", "the rule whose violations are accepted")
          .Required()
          .OneOf(WaivableRules())
          .Literal(),
      TextParameter("file", "the file, relative to its service's folder; may have *")
          .Required()
          .Literal()};
  for (Parameter& shared : ReasonAndOwner()) parameters.push_back(std::move(shared));
  parameters.push_back(
      TextParameter("service", "the only service that the waiver is for").Literal());
  return parameters;
}

void RequireValidWaivers(const Json& waivers, const std::vector<std::string>& services) {
  for (std::size_t i = 0; i < waivers.size(); ++i) {
    const std::string waiver = fmt::format("waiver {}", i + 1);
    for (const char* key : {"file", "reason", "owner"}) {
      if (Trim(waivers[i].at(key).get<std::string>()).empty()) {
        throw PlanError(fmt::format("{} needs a \"{}\"", waiver, key));
      }
    }
    const std::string service = waivers[i].value("service", "");
    const bool is_known = std::find(services.begin(), services.end(), service) != services.end();
    if (waivers[i].contains("service") && !is_known) {
      throw PlanError(fmt::format("{}: {}", waiver, UnknownName("service", service, services)));
    }
  }
}

MigrationWaivers::MigrationWaivers(const Json& waivers, const std::string& service)
    : waivers_(waivers) {
  for (std::size_t i = 0; i < waivers.size(); ++i) {
    if (waivers[i].value("service", service) == service) active_.insert(i);
  }
}

std::string MigrationWaivers::Reason(const std::string& file, const Violation& violation) {
  std::string reason;
  for (const std::size_t i : active_) {
    const Json& waiver = waivers_[i];
    const std::string pattern = waiver.at("file");
    if (waiver.at("rule") != violation.rule) continue;
    if (!MatchesGlob(pattern, file)) continue;
    used_.insert(i);
    if (reason.empty()) {
      reason = fmt::format("{} ({})", waiver.at("reason").get<std::string>(),
                           waiver.at("owner").get<std::string>());
    }
  }
  return reason;
}

std::vector<std::string> MigrationWaivers::Unused() const {
  std::vector<std::string> notes;
  for (const std::size_t i : active_) {
    if (used_.contains(i)) continue;
    notes.push_back(fmt::format("the waiver for {} in {} matches nothing",
                                waivers_[i].at("rule").get<std::string>(),
                                waivers_[i].at("file").get<std::string>()));
  }
  return notes;
}

}  // namespace gonogo
