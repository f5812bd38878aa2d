// Shows the plan's text, never the answer's.
#include "gates/services/wanted_texts.h"

#include <fmt/format.h>

#include "core/error.h"

namespace gonogo {

void RequireTexts(const WantedTexts& wanted, const Arguments& given) {
  for (const char* name : {wanted.has, wanted.lacks}) {
    if (given.Has(name) && given.Text(name).empty()) {
      throw PlanError(fmt::format("\"{}\" is empty", name));
    }
  }
}

std::vector<Finding> TextFindings(const WantedTexts& wanted, const Arguments& given,
                                  const std::string& subject, const std::string& text,
                                  const std::string& have) {
  const auto is_in_text = [&](const char* name) {
    return text.find(given.Text(name)) != std::string::npos;
  };
  const auto with = [&](const char* name) {
    return fmt::format("{} with \"{}\"", wanted.in, given.Shown(name));
  };
  std::vector<Finding> findings;
  if (given.Has(wanted.has) && !is_in_text(wanted.has)) {
    findings.push_back({subject, have, with(wanted.has)});
  }
  if (given.Has(wanted.lacks) && is_in_text(wanted.lacks)) {
    findings.push_back({subject, with(wanted.lacks), fmt::format("{} without it", wanted.in)});
  }
  return findings;
}

}  // namespace gonogo
