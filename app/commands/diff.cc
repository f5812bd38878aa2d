// gonogo diff: shows the rows that differ, without a plan, and writes a patch that reconciles them.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/commands/difference_lines.h"
#include "app/context/plan_options.h"
#include "app/exit_status.h"
#include "app/given_url.h"
#include "app/progress.h"
#include "app/run/run_options.h"
#include "compare/comparable_tables.h"
#include "compare/comparison.h"
#include "compare/patch.h"
#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/pair.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/interrupt.h"
#include "fixtures/system/private_file.h"

namespace gonogo {
namespace {

struct DiffCommandLine {
  std::string source;
  std::string target;
  std::string env_file;
  std::vector<std::string> relations;
  std::vector<std::string> key;
  std::string method = "native";
  std::size_t limit = 100;
  std::int64_t recheck_seconds = 0;
  std::int64_t statement_seconds = 300;
  bool json = false;
  bool values = false;
  std::string patch;
  std::string towards = "target";
  EffortOptions effort;
};

Limits LimitsOf(const DiffCommandLine& line) {
  Limits limits;
  limits.statement_timeout = std::chrono::seconds(line.statement_seconds);
  return limits;
}

class Diff {
 public:
  explicit Diff(const DiffCommandLine& line)
      : line_(line),
        pair_(OpenSides(ParseGiven(line.source, "--source"), ParseGiven(line.target, "--target"),
                        LimitsOf(line))),
        patch_(patch_side()) {}

  int Run() {
    const OnInterrupt cancel([this] { pair_.Cancel(); });
    const auto relations = Relations();
    Comparer comparer(pair_, relations, line_.effort.ForScan());
    for (const ComparedRelation& relation : relations) {
      ThrowIfInterrupted();
      CompareOne(comparer, relation);
    }
    ClearProgressLine();
    ThrowIfInterrupted();
    if (!line_.patch.empty() && !undecided_) WritePatch();
    if (!line_.json) std::cout << Conclusion(relations.size()) << std::flush;
    return undecided_ ? kExitUndecided : different_ > 0 ? kExitNoGo : kExitGo;
  }

 private:
  // The relations that were named, or else all that either side has.
  std::vector<ComparedRelation> Relations() {
    pair_.RequireComparable();
    std::vector<std::string> names = line_.relations;
    if (names.empty()) {
      names = ComparableTables(pair_.Source());
      for (const std::string& name : ComparableTables(pair_.Target())) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
      }
    }
    if (names.empty()) throw DatabaseError("neither side has a table to compare", "");
    std::vector<ComparedRelation> relations;
    for (const std::string& name : names) {
      relations.push_back({.source = name,
                           .target = name,
                           .key = line_.key,
                           .method = MethodNamed(line_.method),
                           .recheck = std::chrono::seconds(line_.recheck_seconds)});
    }
    return relations;
  }

  void CompareOne(Comparer& comparer, const ComparedRelation& relation) {
    ShowProgressLine("  ...    " + Printable(relation.source));
    try {
      ComparisonOptions options{.limit = line_.limit};
      if (!line_.patch.empty()) {
        patch_.Begin(comparer.Shape(patch_side(), relation));
        options.each = [this, &relation](const Comparison& comparison, const RowDifference& row) {
          patch_.Add(comparison, row);
          Show(relation, comparison, row);
        };
      }
      shown_ = 0;
      const Comparison comparison = comparer.Compare(relation, options);
      for (const RowDifference& row : comparison.rows) Show(relation, comparison, row);
      if (!comparison.equal()) ++different_;
      Print(held_.Take());
      Print(line_.json ? RelationJson(relation.source, comparison)
                       : RelationLine(relation.source, comparison));
    } catch (const DatabaseError& error) {
      PrintFailure(relation, error, comparer.IsOnOneSideOnly(relation));
    }
  }

  // A table that one side lacks is a difference. After any other error the result is unknown.
  void PrintFailure(const ComparedRelation& relation, const DatabaseError& error,
                    bool lacks_table) {
    ThrowIfInterrupted();
    Print(held_.Take());
    ++(lacks_table ? different_ : undecided_);
    const bool has_more = line_.values && !error.details().empty();
    const bool timed_out = error.sqlstate() == "57014";
    const std::string words = error.what() +
                              (has_more ? "; the server's words: " + error.details() : "") +
                              (timed_out ? "; --statement-timeout sets the limit" : "");
    Print(line_.json ? FailureJson(relation.source, words, lacks_table)
                     : FailureLine(relation.source, words, lacks_table));
  }

  void Show(const ComparedRelation& relation, const Comparison& comparison,
            const RowDifference& row) {
    if (shown_++ >= line_.limit) return;
    if (!line_.json && !line_.values) return held_.Add(relation.source, comparison, row);
    Print(line_.json ? DifferenceJson(relation.source, comparison, row, line_.values)
                     : DifferenceLine(relation.source, comparison, row, line_.values));
  }

  void WritePatch() {
    const std::string title = fmt::format(
        "-- Written by gonogo diff at {}. Run it on the {} ({}), which then has the rows that the "
        "other side had.\n-- psql -v ON_ERROR_STOP=1 -f FILE\n",
        UtcNow(), line_.towards, pair_.Of(patch_side()).address);
    WritePrivateFile(line_.patch, [&](std::ostream& out) {
      patch_.Write(pair_.SessionOf(patch_side()), title, out);
    });
    for (const std::string& remark : patch_.remarks()) std::cerr << "gonogo: " << remark << "\n";
  }

  SideName patch_side() const {
    return line_.towards == "target" ? SideName::kTarget : SideName::kSource;
  }

  std::string Conclusion(std::size_t relations) const {
    const std::string all = Counted(relations, "relation");
    if (undecided_ > 0) return fmt::format("could not tell: {} of {}\n", undecided_, all);
    if (different_ > 0) return fmt::format("different: {} of {}\n", different_, all);
    return fmt::format("equal: {}\n", all);
  }

  static void Print(const std::string& text) {
    ClearProgressLine();
    std::cout << text << std::flush;
  }

  const DiffCommandLine& line_;
  Pair pair_;
  Patch patch_;
  std::size_t shown_ = 0;
  HeldLines held_;
  std::int64_t different_ = 0;
  std::int64_t undecided_ = 0;
};

// Throws PlanError if neither the command line nor the environment has the URL.
void FillFrom(const Environment& environment, const std::string& variable,
              const std::string& option, std::string& url) {
  if (url.empty()) url = ValueOf(environment, variable);
  if (!url.empty()) return;
  throw PlanError(fmt::format("diff: {} is required, or the variable {}; see gonogo diff --help",
                              option, variable));
}

int Execute(DiffCommandLine line) {
  const Environment environment = EnvironmentOf({.plan = "", .env_file = line.env_file});
  FillFrom(environment, "SRC_DB_URL", "--source", line.source);
  FillFrom(environment, "TGT_DB_URL", "--target", line.target);
  if (!line.key.empty() && line.relations.size() != 1) {
    throw PlanError("--key needs exactly one --relation");
  }
  return Diff(line).Run();
}

void AddSelection(CLI::App& command, DiffCommandLine& line) {
  command
      .add_option("source,--source", line.source,
                  "URL or service of the source (default: SRC_DB_URL)")
      ->option_text("URL");
  command
      .add_option("target,--target", line.target,
                  "URL or service of the target (default: TGT_DB_URL)")
      ->option_text("URL");
  command
      .add_option("--env-file", line.env_file,
                  "KEY=value lines that replace environment variables; parsed, never executed")
      ->envname("GONOGO_ENV_FILE")
      ->option_text("FILE");
  command.add_option("--relation", line.relations, "only this table (repeatable; default: all)")
      ->option_text("SCHEMA.TABLE");
  command.add_option("--key", line.key, "a column of the table's key (repeatable)")
      ->option_text("COLUMN");
}

void AddComparison(CLI::App& command, DiffCommandLine& line) {
  command.add_option("--method", line.method, "native, text or sha256")
      ->check(CLI::IsMember(MethodNames()))
      ->capture_default_str()
      ->option_text("METHOD");
  command.add_option("--limit", line.limit, "rows to show of each table; all are counted")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str()
      ->option_text("N");
  command
      .add_option("--recheck", line.recheck_seconds,
                  "while both sides are written: read rows that differ again for this time")
      ->check(CLI::NonNegativeNumber)
      ->option_text("SECONDS");
  command
      .add_option("--statement-timeout", line.statement_seconds,
                  "how long a statement may take; 0: no limit. Before PostgreSQL 14 one reads a "
                  "whole table")
      ->check(CLI::Range(0, 1'000'000))
      ->capture_default_str()
      ->option_text("SECONDS");
  command.add_flag("--values", line.values, "show the values that differ");
}

void AddPatchOptions(CLI::App& command, DiffCommandLine& line) {
  auto* const patch =
      command.add_option("--patch", line.patch, "write SQL that reconciles")->option_text("FILE");
  command
      .add_option("--towards", line.towards,
                  "the side to run the patch on; it then has the rows of the other side")
      ->check(CLI::IsMember({"target", "source"}))
      ->capture_default_str()
      ->needs(patch)
      ->option_text("SIDE");
}

}  // namespace

void AddDiff(CLI::App& app, int& status) {
  CLI::App* const command = app.add_subcommand(
      "diff", "show the rows that differ, and write a patch that reconciles them");
  const auto line = std::make_shared<DiffCommandLine>();
  AddSelection(*command, *line);
  AddComparison(*command, *line);
  AddPatchOptions(*command, *line);
  line->effort.AddTo(*command);
  command->add_flag("--json", line->json, "print a line of JSON for each row and each table");
  command->footer(
      "Exit status: 0 equal, 1 different, 2 wrong usage, 3 could not tell, 130 interrupted.");
  AddExamples(*command, {R"(gonogo diff "$SRC_DB_URL" "$TGT_DB_URL")",
                         "gonogo diff --relation public.users --values --patch patch.sql"});
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
