// The words of a command line: which command they name, and which of them gonogo doesn't know.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

namespace gonogo {

// Returns the command below `app` with this name. Throws PlanError if there is none.
const CLI::App& CommandNamed(const CLI::App& app, const std::string& name);

// Returns the whole name: `gonogo plan discover`.
std::string NameOf(const CLI::App& command);

// Returns the help page that the words ask for: `help`, or `help COMMAND...`. Throws PlanError if
// there is no such command.
std::optional<std::string> HelpAskedFor(const CLI::App& app, const std::vector<std::string>& words);

// Throws PlanError if a word isn't a command, or an option isn't one of its command. The message
// names the word and the nearest one that gonogo knows. The library would first ask for what is
// missing.
void RequireKnownWords(const CLI::App& app, const std::vector<std::string>& words);

// Returns what is wrong with the command line, which command it is about, and what to do.
std::string Describe(const CLI::App& app, const CLI::ParseError& error,
                     const std::vector<std::string>& words);

}  // namespace gonogo
