// Changes the statements of sql/ one place at a time, and runs the cases in tests/cases that send
// the statement: a change that no case notices shows a condition that nobody has proved, or nobody
// needs.
//   sql_mutants [STATEMENT...]                 mutates these; without names, all
//   sql_mutants --part 1/4 [--most-cases 40]   every fourth statement; at most so many cases for
//   each
// Prints survivors that tests/mutations/equivalent.txt doesn't name. Exit status: 0 none, 1 some, 2
// usage.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <pqxx/pqxx>
#include <set>

#include "core/text/text.h"
#include "fixtures/messages/statement_names.h"
#include "gates/cases/case_run.h"
#include "gates/cases/gate_case.h"
#include "tests/support/servers/pair_environment.h"
#include "tests/support/servers/sent_statements.h"
#include "tests/support/sql_mutants.h"

namespace gonogo::testing_support {
namespace {

struct Selection {
  std::set<std::string> names;
  std::size_t part = 0;
  std::size_t parts = 1;
  std::size_t most_cases = 40;
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
    } else if (word == "--most-cases" && has_value) {
      selection.most_cases = std::stoul(argv[++i]);
    } else if (word.starts_with("-")) {
      return {};
    } else {
      selection.names.insert(word);
    }
  }
  return selection;
}

// "STATEMENT | KIND | PLACE" of the mutants that equivalent.txt names.
std::set<std::string> ReadEquivalent() {
  std::ifstream file(GONOGO_SOURCE_DIR "/tests/mutations/equivalent.txt");
  std::set<std::string> keys;
  for (std::string line; std::getline(file, line);) {
    const std::size_t reason = line.rfind(" | ");
    if (!line.empty() && line[0] != '#' && reason != std::string::npos)
      keys.insert(line.substr(0, reason));
  }
  return keys;
}

bool CanRepeat(const GateCase& gate_case) {
  return gate_case.kind != "must-refuse" && gate_case.source_later_sql.empty() &&
         gate_case.target_later_sql.empty() && gate_case.services.empty() &&
         TestPairHas(static_cast<int>(gate_case.from_major));
}

// Returns the cases that send each statement. If only some are wanted, leaves out gates whose first
// cases send none of them.
std::map<std::string, std::vector<GateCase>> CasesByStatement(const std::set<std::string>& wanted) {
  constexpr std::size_t kFirstCases = 3;
  std::map<std::string, std::vector<GateCase>> cases;
  std::map<std::string, std::size_t> ran;
  std::set<std::string> sending;
  for (const auto& folder : CaseFolders(GONOGO_SOURCE_DIR "/tests/cases")) {
    const GateCase gate_case = ReadGateCase(folder, GONOGO_SOURCE_DIR);
    if (!CanRepeat(gate_case)) continue;
    const bool is_known = ran[gate_case.gate]++ >= kFirstCases && !wanted.empty();
    if (is_known && !sending.contains(gate_case.gate)) continue;
    const SentStatements sent;
    const std::vector<std::string> mismatches = RunGateCase(gate_case, TestPair(), {});
    if (!mismatches.empty()) {
      std::cerr << folder.string() << " fails without a change: " << mismatches.front() << "\n";
      continue;
    }
    for (const std::string& name : NamesOfSent()) {
      cases[name].push_back(gate_case);
      if (wanted.contains(name)) sending.insert(gate_case.gate);
    }
  }
  return cases;
}

// Returns whether the server accepts the statement. One that it doesn't would be noticed at once.
class Preparation {
 public:
  explicit Preparation(const std::string& url) : connection_(url) {}

  bool Accepts(const std::string& statement) {
    try {
      pqxx::nontransaction(connection_).exec("PREPARE mutant AS " + statement);
      pqxx::nontransaction(connection_).exec("DEALLOCATE mutant");
      return true;
    } catch (const std::exception&) {
      return false;
    }
  }

 private:
  pqxx::connection connection_;
};

struct Counts {
  std::size_t killed = 0;
  std::size_t invalid = 0;
  std::size_t equivalent = 0;
  std::size_t survivors = 0;
};

// Runs the mutants that are left on the databases of one case, and removes those that it notices.
void RunCase(const GateCase& gate_case, std::string_view statement, std::vector<SqlMutant>& left) {
  std::vector<SqlMutant> unnoticed;
  std::optional<ReplacedStatement> replaced;
  std::size_t next = 0;
  const auto again = [&](const std::vector<std::string>& mismatches) {
    if (replaced && mismatches.empty()) unnoticed.push_back(left[next - 1]);
    replaced.reset();
    if (next == left.size()) return false;
    replaced.emplace(statement, left[next++].text);
    return true;
  };
  try {
    CaseRunOptions options;
    options.again = again;
    RunGateCase(gate_case, TestPair(), options);
  } catch (const std::exception& error) {
    std::cerr << gate_case.file << ": " << error.what()
              << "\n";  // what comes after isn't tried here
    replaced.reset();
    unnoticed.insert(unnoticed.end(), left.begin() + static_cast<std::ptrdiff_t>(next), left.end());
  }
  left = std::move(unnoticed);
}

// Returns some of the cases, of as many gates as possible. Red ones come first: they notice most.
std::vector<GateCase> Chosen(std::vector<GateCase> cases, std::size_t most) {
  std::map<std::string, std::size_t> of_gate;
  std::vector<std::pair<std::size_t, GateCase>> ranked;
  const auto is_red = [](const GateCase& one) { return one.kind == "must-fail"; };
  std::stable_partition(cases.begin(), cases.end(), is_red);
  for (GateCase& one : cases) {
    const std::size_t rank = of_gate[one.gate]++;
    ranked.emplace_back(rank, std::move(one));
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& one, const auto& other) { return one.first < other.first; });
  cases.clear();
  for (auto& [rank, one] : ranked) {
    if (cases.size() < most) cases.push_back(std::move(one));
  }
  return cases;
}

Counts Mutate(const NamedStatement& statement, std::vector<GateCase> cases, std::size_t most_cases,
              const std::set<std::string>& equivalent) {
  Counts counts;
  Preparation server(UrlOf(TestPair().source, "postgres"));
  const bool is_checked = server.Accepts(std::string(statement.text));
  std::vector<SqlMutant> left;
  for (const SqlMutant& mutant : MutantsOf(statement.text)) {
    const bool is_valid = !is_checked || server.Accepts(mutant.text);
    if (is_valid) left.push_back(mutant);
    counts.invalid += is_valid ? 0 : 1;
  }
  const std::size_t all = left.size();
  cases = Chosen(std::move(cases), most_cases);
  for (const GateCase& gate_case : cases) {
    if (!left.empty()) RunCase(gate_case, statement.text, left);
  }
  counts.killed = all - left.size();
  for (const SqlMutant& mutant : left) {
    const std::string key = fmt::format("{} | {} | {}", statement.name, mutant.kind, mutant.place);
    const bool is_known = equivalent.contains(key);
    ++(is_known ? counts.equivalent : counts.survivors);
    if (!is_known) std::cout << key << "\n";
  }
  std::cout << fmt::format("# {}: {} killed, {} invalid, {} equivalent, {} survivors, {} cases\n",
                           statement.name, counts.killed, counts.invalid, counts.equivalent,
                           counts.survivors, cases.size())
            << std::flush;
  return counts;
}

int Run(const Selection& selection) {
  const std::set<std::string> equivalent = ReadEquivalent();
  const auto cases = CasesByStatement(selection.names);
  Counts sum;
  std::size_t number = 0;
  for (const NamedStatement& statement : AllStatements()) {
    const auto found = cases.find(std::string(statement.name));
    const bool is_wanted =
        selection.names.empty() || selection.names.contains(std::string(statement.name));
    if (found == cases.end() || !is_wanted || number++ % selection.parts != selection.part)
      continue;
    const Counts counts = Mutate(statement, found->second, selection.most_cases, equivalent);
    sum.killed += counts.killed;
    sum.invalid += counts.invalid;
    sum.equivalent += counts.equivalent;
    sum.survivors += counts.survivors;
  }
  std::cout << fmt::format("# all: {} killed, {} invalid, {} equivalent, {} survivors\n",
                           sum.killed, sum.invalid, sum.equivalent, sum.survivors);
  return sum.survivors == 0 && sum.killed > 0 ? 0 : 1;
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
  std::cerr << "usage: sql_mutants [--part N/M] [--most-cases N] [STATEMENT...]\n";
  return 2;
}
