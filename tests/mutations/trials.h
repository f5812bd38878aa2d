// Tries the mutants of statements on gate cases, until a case notices each or none is left to try.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "fixtures/messages/statement_names.h"
#include "gates/cases/gate_case.h"
#include "tests/support/sql_mutants.h"

namespace gonogo::testing_support {

// A statement, and what became of its mutants.
struct Trial {
  NamedStatement statement;
  std::vector<SqlMutant> left;  // no case has noticed them
  std::size_t killed = 0;
  std::size_t invalid = 0;      // the server doesn't accept them
  std::size_t equivalent = 0;   // known, and not tried
  std::size_t cases = 0;        // that send it, or the test that proves it
  std::set<std::string> gates;  // of these cases, or that test
};

// Returns a trial of the statement, with no case tried. Takes its equivalent mutants out of
// `known`. Starts the throw-away pair.
Trial TrialOf(const NamedStatement& statement, std::set<std::string>& known);

// Returns "STATEMENT | KIND | PLACE", which tells a mutant from all others.
std::string KeyOf(const NamedStatement& statement, const SqlMutant& mutant);

// Returns the cases in the order in which mutants meet their end soonest: by turns of each gate,
// red ones first. Leaves out those that send nothing, and those for newer servers.
std::vector<GateCase> CasesToTry(std::vector<GateCase> cases);

struct TrialLimits {
  std::size_t most_cases = 400;  // to try a statement on: some are sent by every case
};

// Runs the case, once unchanged and then with each mutant that is left of the statements that it
// sends. Prints on standard error what couldn't be tried.
void TryCase(const GateCase& gate_case, std::vector<Trial>& trials, const TrialLimits& limits);

}  // namespace gonogo::testing_support
