// Env files: KEY=value lines that are parsed and never executed.
#pragma once

#include <string>
#include <string_view>

#include "core/text/environment.h"

namespace gonogo {

// Parses lines of `KEY=value`, `export KEY=value`, `# comment` and blanks. A value may stand in
// single quotes (taken as it is) or double quotes (\n, \t, \", \\ and \$ are understood); outside
// quotes, blank and # begin a comment. Nothing is expanded: $HOME stays $HOME.
// Throws PlanError that names `file` and the line, and never shows the value.
Environment ParseEnvFile(std::string_view text, const std::string& file);

}  // namespace gonogo
