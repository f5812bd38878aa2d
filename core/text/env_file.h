// Env files: KEY=value lines. They are parsed, never executed.
#pragma once

#include <string>
#include <string_view>

#include "core/text/environment.h"

namespace gonogo {

// Parses lines of the forms `KEY=value`, `export KEY=value`, `# comment` and blank. In double
// quotes, \n, \t, \", \\ and \$ are escapes; single quotes have none. Outside of quotes, a blank
// followed by # starts a comment. Variables aren't expanded: $HOME stays $HOME. Throws PlanError
// with `file` and line; the message never shows the value.
Environment ParseEnvFile(std::string_view text, const std::string& file);

}  // namespace gonogo
