// The descriptions of the stages: for a terminal, and as docs/stages.md.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/plan/stage.h"

namespace gonogo {

// Returns a line for each stage.
std::string StagesText(std::span<const Stage> stages);
// Returns one stage with its parameters. `common` are the parameters of every stage.
std::string StageText(const Stage& stage, const std::vector<Parameter>& common);
// Returns docs/stages.md.
std::string StagesMarkdown(std::span<const Stage> stages, const std::vector<Parameter>& common);

}  // namespace gonogo
