// What the shell offers when somebody presses Tab. The scripts for the shells only ask the program,
// so that a new option or check is offered without a change.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/cli/command_tree.h"

namespace gonogo {

// The first word of the command line with which the scripts ask. No help page names it.
inline constexpr const char* kCompletionWord = "complete";

struct Candidate {
  std::string word;
  std::string description;  // may be ""

  bool operator==(const Candidate&) const = default;
};

enum class Paths { kNone, kFiles, kFolders };

struct Completion {
  std::vector<Candidate> candidates;  // that begin with what was typed
  Paths paths = Paths::kNone;         // what the shell offers itself
};

// Returns the names that exist for a kind of value, such as "CHECK", for the words of a command
// line.
using OfferNames = std::function<std::vector<Candidate>(const std::string& value,
                                                        const std::vector<std::string>&)>;

// Returns how the last of the words may go on; the words before it stand after `gonogo`. `names`
// gets all words, because the checks are those of the plan that they name.
Completion CompletionOf(const CommandFacts& gonogo, const std::vector<std::string>& words,
                        const OfferNames& names);

// Returns a candidate a line, with its description after a tab, and ":files" or ":folders" for
// paths: what the shells' scripts read.
std::string LinesOf(const Completion& completion);

// Returns "bash", "zsh" and "fish".
std::vector<std::string> CompletionShells();

// Returns the script for that shell. Throws std::out_of_range for another one.
std::string CompletionScript(const std::string& shell);

}  // namespace gonogo
