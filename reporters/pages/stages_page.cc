// What a stage has beside the parameters of every stage may be nothing.
#include "reporters/pages/stages_page.h"

#include <algorithm>

#include "reporters/pages/parameter_text.h"

namespace gonogo {
namespace {

// "compare what arrived" -> "Compare what arrived."
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
    const std::string& name = PhaseName(stage.phase);
    text += name + std::string(width + 2 - name.size(), ' ') + Sentence(stage.summary) + "\n";
  }
  return text;
}

std::string StageText(const Stage& stage, const std::vector<Parameter>& common) {
  return PhaseName(stage.phase) + ": " + Sentence(stage.summary) + "\nparameters:\n" +
         ParametersText(stage.parameters, 2) + ParametersText(common, 2);
}

std::string StagesMarkdown(std::span<const Stage> stages, const std::vector<Parameter>& common) {
  std::string text =
      "# Stages\n\nWritten by `gonogo stages --markdown`; change the stages, not this page. How "
      "they "
      "are done: [runbook.md](runbook.md).\n\nEvery stage may have:\n\n" +
      ParametersMarkdown(common);
  for (const Stage& stage : stages) {
    text += "\n## " + PhaseName(stage.phase) + "\n\n" + Sentence(stage.summary) + "\n";
    if (stage.needs_checks)
      text += "Its checks decide, so the plan must have some of this phase.\n";
    if (!stage.parameters.empty()) text += "\n" + ParametersMarkdown(stage.parameters);
  }
  return text;
}

}  // namespace gonogo
