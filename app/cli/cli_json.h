// The command line for other programs: what `gonogo docs cli-json` prints.
#pragma once

#include "app/cli/command_tree.h"
#include "core/json/json.h"

namespace gonogo {

Json ToJson(const CommandFacts& command);

}  // namespace gonogo
