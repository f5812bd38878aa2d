// Writes the same descriptions of the stages in two formats.
#include "reporters/pages/stages_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "reporters/pages/parameter_text.h"

namespace gonogo {
namespace {

// Turns "compare what arrived" into "Compare what arrived."
std::string Sentence(std::string summary) {
  summary[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(summary[0])));
  return summary + ".";
}

}  // namespace

std::string StagesText(std::span<const Stage> stages) {
  std::size_t width = 0;
  for (const Stage& stage : stages) width = std::max(width, PhaseName(stage.phase).size());
  std::string text;
  for (const Stage& stage : stages) {
    text += fmt::format("{:<{}}  {}\n", PhaseName(stage.phase), width, Sentence(stage.summary));
  }
  return text;
}

std::string StageText(const Stage& stage, const std::vector<Parameter>& common) {
  return fmt::format("{}: {}\nparameters:\n{}{}", PhaseName(stage.phase), Sentence(stage.summary),
                     ParametersText(stage.parameters, 2), ParametersText(common, 2));
}

std::string StagesMarkdown(std::span<const Stage> stages, const std::vector<Parameter>& common) {
  std::string text =
      "# Stages\n\nWritten by `gonogo docs pages`; change the stages, not this page. "
      "How to run them: [runbook.md](runbook.md).\n\nParameters of every stage:\n\n" +
      ParametersMarkdown(common);
  for (const Stage& stage : stages) {
    text += fmt::format("\n## {}\n\n{}\n", PhaseName(stage.phase), Sentence(stage.summary));
    if (stage.needs_checks) text += "The plan must have at least one check of this phase.\n";
    if (!stage.parameters.empty()) text += "\n" + ParametersMarkdown(stage.parameters);
  }
  return text;
}

}  // namespace gonogo
