// Changes the statements of sql/ one place at a time, and runs the cases in tests/cases that send
// the statement: a change that no case notices shows a condition that nobody has proved, or nobody
// needs.
//   sql_mutants [STATEMENT...]     mutates these; without names, all but those in
//                                  elsewhere.txt
//   sql_mutants --part 1/4         every fourth statement
//   sql_mutants --gate NAME        tries the cases of these gates only
//   sql_mutants --case GATE/CA      tries the cases only whose folders begin so
//   sql_mutants --most-cases 9     tries at most so many cases for each statement
//   sql_mutants --in-tests         mutates those in elsewhere.txt, and runs the test of each
//   sql_mutants --count            how many mutants there are of each statement
// Prints survivors, but doesn't try the mutants that tests/mutations/equivalent.txt names. Exit
// status: 0 there are none, 1 some, or a list names what isn't so, 2 usage.
#include <fmt/format.h>

#include <chrono>
#include <iostream>
#include <optional>

#include "core/text/text.h"
#include "tests/mutations/known_mutants.h"
#include "tests/mutations/test_trials.h"
#include "tests/mutations/trials.h"

namespace gonogo::testing_support {
namespace {

struct Selection {
  std::set<std::string> names;
  std::set<std::string> gates;
  std::string only_case;  // empty: all
  std::size_t part = 0;
  std::size_t parts = 1;
  TrialLimits limits;
  bool in_tests = false;
  bool only_counts = false;
};

std::optional<Selection> ReadArguments(int argc, char** argv) {
  Selection selection;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    const bool has_value = i + 1 < argc;
    if (word == "--part" && has_value) {
      const std::vector<std::string> numbers = Split(argv[++i], '/');
      if (numbers.size() != 2) return {};
      selection.part = std::stoul(numbers[0]) - 1;
      selection.parts = std::stoul(numbers[1]);
    } else if (word == "--gate" && has_value) {
      selection.gates.insert(argv[++i]);
    } else if (word == "--case" && has_value) {
      selection.only_case = "/" + std::string(argv[++i]);
    } else if (word == "--most-cases" && has_value) {
      selection.limits.most_cases = std::stoul(argv[++i]);
    } else if (word == "--in-tests") {
      selection.in_tests = true;
    } else if (word == "--count") {
      selection.only_counts = true;
    } else if (word.starts_with("-")) {
      return {};
    } else {
      selection.names.insert(word);
    }
  }
  return selection;
}

bool IsWanted(const Selection& selection, const KnownMutants& known, const std::string& name) {
  const bool is_elsewhere = known.elsewhere.contains(name);
  if (selection.in_tests && !is_elsewhere) return false;
  if (!selection.names.empty()) return selection.names.contains(name);
  return selection.in_tests || !is_elsewhere;
}

std::vector<Trial> TrialsOf(const Selection& selection, KnownMutants& known) {
  std::vector<Trial> trials;
  std::size_t number = 0;
  for (const NamedStatement& statement : AllStatements()) {
    const std::string name(statement.name);
    if (IsWanted(selection, known, name) && number++ % selection.parts == selection.part)
      trials.push_back(TrialOf(statement, known.equivalent));
  }
  return trials;
}

std::vector<GateCase> CasesOf(const Selection& selection) {
  std::vector<GateCase> cases;
  for (const auto& folder : CaseFolders(GONOGO_SOURCE_DIR "/tests/cases")) {
    if (folder.string().find(selection.only_case) == std::string::npos) continue;
    GateCase gate_case = ReadGateCase(folder, GONOGO_SOURCE_DIR);
    if (selection.gates.empty() || selection.gates.contains(gate_case.gate))
      cases.push_back(std::move(gate_case));
  }
  return CasesToTry(std::move(cases));
}

std::size_t Left(const std::vector<Trial>& trials) {
  std::size_t left = 0;
  for (const Trial& trial : trials) left += trial.left.size();
  return left;
}

// Says on standard error, now and then, how far it has come.
class Progress {
 public:
  void Show(std::size_t done, std::size_t of, const std::vector<Trial>& trials) {
    const auto now = std::chrono::steady_clock::now();
    if (now - shown_ < std::chrono::seconds(20) && done != of) return;
    shown_ = now;
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(now - begin_);
    std::cerr << fmt::format("{} s: {} of {} cases, {} mutants left\n", passed.count(), done, of,
                             Left(trials));
  }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point shown_ = begin_;
};

struct Sum {
  std::size_t killed = 0;
  std::size_t invalid = 0;
  std::size_t equivalent = 0;
  std::size_t survivors = 0;
  std::size_t wrong_lines = 0;
};

// Prints a line for each survivor, and for each line of a list that isn't so.
void Report(const Trial& trial, const KnownMutants& known, Sum& sum) {
  const std::string name(trial.statement.name);
  const std::size_t survivors = trial.cases == 0 ? 0 : trial.left.size();
  for (std::size_t i = 0; i < survivors; ++i)
    std::cout << KeyOf(trial.statement, trial.left[i]) << "\n";
  std::cout << fmt::format(
      "# {}: {} killed, {} invalid, {} equivalent, {} survivors, {} cases of {}\n", name,
      trial.killed, trial.invalid, trial.equivalent, survivors, trial.cases,
      trial.gates.size() > 3 ? "many gates" : fmt::to_string(fmt::join(trial.gates, ", ")));
  sum.killed += trial.killed;
  sum.invalid += trial.invalid;
  sum.equivalent += trial.equivalent;
  sum.survivors += survivors;
  const auto wrong = [&](const std::string& what) {
    std::cout << name << ": " << what << "\n";
    ++sum.wrong_lines;
  };
  const bool has_mutants = trial.killed + trial.left.size() > 0;
  if (known.unsent.contains(name) && trial.cases > 0) wrong("take it out of unsent.txt");
  if (!known.unsent.contains(name) && trial.cases == 0 && has_mutants)
    wrong("no case sends it: write one, or add it to unsent.txt");
  for (const std::string& key : known.equivalent) {
    if (key.starts_with(name + " | "))
      wrong("no such mutant, take it out of equivalent.txt: " + key);
  }
}

void TryCases(const Selection& selection, std::vector<Trial>& trials) {
  const std::vector<GateCase> cases = CasesOf(selection);
  Progress progress;
  for (std::size_t i = 0; i < cases.size() && Left(trials) > 0; ++i) {
    progress.Show(i, cases.size(), trials);
    TryCase(cases[i], trials, selection.limits);
  }
}

int Run(const Selection& selection) {
  KnownMutants known = ReadKnownMutants();
  std::vector<Trial> trials = TrialsOf(selection, known);
  if (selection.only_counts) {
    for (const Trial& trial : trials)
      std::cout << trial.left.size() << " " << trial.statement.name << "\n";
    return 0;
  }
  if (selection.in_tests) {
    for (Trial& trial : trials)
      TryTest(known.elsewhere.at(std::string(trial.statement.name)), trial);
  } else {
    TryCases(selection, trials);
  }
  Sum sum;
  for (const Trial& trial : trials) Report(trial, known, sum);
  std::cout << fmt::format("# all: {} killed, {} invalid, {} equivalent, {} survivors\n",
                           sum.killed, sum.invalid, sum.equivalent, sum.survivors);
  const bool has_done = sum.killed > 0 || (trials.empty() && selection.parts > 1);
  return sum.survivors == 0 && sum.wrong_lines == 0 && has_done ? 0 : 1;
}

}  // namespace
}  // namespace gonogo::testing_support

int main(int argc, char** argv) {
  try {
    const auto selection = gonogo::testing_support::ReadArguments(argc, argv);
    if (selection) return gonogo::testing_support::Run(*selection);
  } catch (const std::exception& error) {
    std::cerr << "sql_mutants: " << error.what() << "\n";
    return 2;
  }
  std::cerr << "usage: sql_mutants [--part N/M] [--gate NAME] [--case GATE/CA] [--most-cases N] "
               "[--in-tests] [--count] [STATEMENT...]\n";
  return 2;
}
