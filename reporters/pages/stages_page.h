// The stages as they describe themselves: for a terminal, and as docs/stages.md.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/plan/stage.h"

namespace gonogo {

// A stage a line.
std::string StagesText(std::span<const Stage> stages);
// One stage with its parameters; `common` are those of every stage.
std::string StageText(const Stage& stage, const std::vector<Parameter>& common);
std::string StagesMarkdown(std::span<const Stage> stages, const std::vector<Parameter>& common);

}  // namespace gonogo
