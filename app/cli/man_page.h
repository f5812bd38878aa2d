// The manual pages, from the command line itself.
#pragma once

#include <string>

#include "app/cli/command_tree.h"

namespace gonogo {

// Returns "gonogo-evidence-show", the name of the command's page in section 1.
std::string ManPageName(const CommandFacts& command);

// Returns the page, for man(1). `version` is "gonogo 0.1.0".
std::string ManPage(const CommandFacts& command, const std::string& version);

}  // namespace gonogo
