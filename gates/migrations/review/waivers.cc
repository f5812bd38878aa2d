// A pattern's * stands for / too, so that "0007_*" covers a folder of that name.
#include "gates/migrations/review/waivers.h"

#include <algorithm>

#include "core/error.h"
#include "core/text/glob.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"

namespace gonogo {

std::vector<Parameter> WaiverParameters() {
  return {TextParameter("rule", "what is accepted").Required().OneOf(WaivableRules()).Literal(),
          TextParameter("file", "the file, relative to its service's folder, or a pattern with *")
              .Required()
              .Literal(),
          TextParameter("reason", "why it is accepted").Required().Literal(),
          TextParameter("owner", "who answers for it").Required().Literal(),
          TextParameter("service", "the only service that it holds for").Literal()};
}

void RequireWaivers(const Json& waivers, const std::vector<std::string>& services) {
  for (std::size_t i = 0; i < waivers.size(); ++i) {
    const std::string which = "waiver " + std::to_string(i + 1);
    for (const char* key : {"file", "reason", "owner"}) {
      if (Trim(waivers[i].at(key).get<std::string>()).empty()) {
        throw PlanError(which + " needs its \"" + key + "\"");
      }
    }
    const std::string service = waivers[i].value("service", "");
    const bool is_known = std::find(services.begin(), services.end(), service) != services.end();
    if (waivers[i].contains("service") && !is_known) {
      throw PlanError(which + ": service \"" + service + "\" is unknown" +
                      Suggestion(service, services));
    }
  }
}

MigrationWaivers::MigrationWaivers(const Json& waivers, const std::string& service)
    : waivers_(waivers) {
  for (std::size_t i = 0; i < waivers.size(); ++i) {
    if (waivers[i].value("service", service) == service) held_.insert(i);
  }
}

std::string MigrationWaivers::Reason(const std::string& file, const Breach& breach) {
  std::string reason;
  for (const std::size_t i : held_) {
    const Json& waiver = waivers_[i];
    const std::string pattern = waiver.at("file");
    if (waiver.at("rule") != breach.rule) continue;
    if (!MatchesGlob(pattern, file)) continue;
    used_.insert(i);
    if (reason.empty()) {
      reason = waiver.at("reason").get<std::string>() + " (" +
               waiver.at("owner").get<std::string>() + ")";
    }
  }
  return reason;
}

std::vector<std::string> MigrationWaivers::Unused() const {
  std::vector<std::string> notes;
  for (const std::size_t i : held_) {
    if (used_.contains(i)) continue;
    notes.push_back("the waiver of " + waivers_[i].at("rule").get<std::string>() + " in " +
                    waivers_[i].at("file").get<std::string>() + " matches nothing");
  }
  return notes;
}

}  // namespace gonogo
