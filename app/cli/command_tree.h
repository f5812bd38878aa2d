// The command line as plain values: what the help pages, manual pages, completion and
// `gonogo docs cli-json` are made of.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace gonogo {

struct OptionFacts {
  std::vector<std::string> names;    // "-h", "--help"; of a positional: "PHASE"
  std::string value;                 // "FILE"; "": a flag
  std::vector<std::string> choices;  // the only values; empty: any
  std::string variable;              // the environment variable that replaces it, or ""
  std::string description;
  bool positional = false;
  bool required = false;
  bool repeatable = false;
};

struct CommandFacts {
  std::string name;  // "gonogo evidence show"
  std::string description;
  std::string footer;
  std::vector<OptionFacts> options;  // positionals, too
  std::vector<CommandFacts> commands;
};

// Returns the command and those below it.
CommandFacts FactsOf(const CLI::App& command);

// Returns the command and all below it, in the order of the help pages.
std::vector<const CommandFacts*> AllCommands(const CommandFacts& command);

}  // namespace gonogo
