// The files and folders that a plan names. The only place that decides which these are.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/plan/declared_case.h"
#include "core/plan/plan.h"
#include "core/plan/stage.h"
#include "core/text/environment.h"

namespace gonogo {

struct NamedPath {
  std::string by;           // "check inventory", "stage schema"
  std::string path;         // as the arguments have it
  bool is_guess = false;    // a word of a program, which may be anything
  std::string word = {};    // of a guess: as the plan has it
  std::string folder = {};  // of a guess: in which the program runs
};

// Return the paths among the arguments, by the kinds of the parameters: a new gate or stage needs
// nothing else. Leave out those that are Written(). A program's words may have variables, which
// `environment` gives.
std::vector<NamedPath> PathsNamedBy(const Check& check, const Environment& environment);
std::vector<NamedPath> PathsNamedBy(const Stage& stage, const Arguments& arguments,
                                    const Environment& environment);

// Returns the first variable of a shell in the text, "$DIR" or "${DIR}", or "".
std::string VariableIn(const std::string& text);

// Return the arguments as they are wherever the plan lies and gonogo was started: a path that is
// input is left out, because its contents count.
Json PortableArguments(const Check& check, const std::string& plan_file);
Json PortableArguments(const Stage& stage, const Arguments& arguments,
                       const std::string& plan_file);

// Returns a sha256 of what the checks' parameters are, with the values of the environment.
std::string ArgumentsDigest(const Plan& plan, std::span<const DeclaredCase> declared);

// Returns the words of a shell's command line, except those to which it redirects output.
std::vector<std::string> WordsRead(const std::string& command);

}  // namespace gonogo
