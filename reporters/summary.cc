// Everything from outside is code, in which Markdown has no markup.
#include "reporters/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/text/text.h"
#include "reporters/model/blockers.h"
#include "reporters/model/shown_text.h"
#include "reporters/model/tables.h"
#include "reporters/model/window_clock.h"
#include "reporters/pages/markdown.h"

namespace gonogo {
namespace {

std::string Code(const std::string& text, std::size_t most = 1000) {
  return MarkdownCode(Shown(text, most));
}

// "`a`, `b`, `c` and 4 more"
std::string Codes(const std::vector<std::string>& texts, std::size_t most, std::size_t bytes) {
  std::vector<std::string> codes;
  for (const std::string& text : texts) {
    if (codes.size() < most) codes.push_back(Code(text, bytes));
  }
  const std::size_t more = texts.size() - codes.size();
  return Join(codes, ", ") + (more == 0 ? "" : fmt::format(" and {} more", more));
}

std::string TitleOf(const RunReport& report) {
  const RunHeader& run = report.evidence.run;
  return fmt::format("{}: {}{}{}", HeadlineOf(report), Code(run.plan, 100),
                     run.phases.empty() ? "" : " " + Join(run.phases, ", "),
                     run.rehearsal() ? " (rehearsal: not release evidence)" : "");
}

std::string CountsOfRun(const RunReport& report) {
  const Verdict& verdict = report.verdict;
  return fmt::format("{} passed, {} failed, {}, {} not run, {} waived", verdict.passed,
                     verdict.failed, Counted(verdict.errors, "error"), verdict.not_run,
                     verdict.waived);
}

// Adds parts as long as they fit, and counts the others.
class BoundedText {
 public:
  explicit BoundedText(std::size_t most) : most_(most) {}

  void Add(const std::string& part) { text_ += part; }
  // Returns false, and adds nothing, if the part doesn't fit.
  bool AddIfItFits(const std::string& part) {
    if (text_.size() + part.size() > most_) return false;
    text_ += part;
    return true;
  }
  std::string Result(const std::string& last) && { return std::move(text_) + last; }

 private:
  std::size_t most_;
  std::string text_;
};

std::string ItemOf(const Blocker& blocker, std::size_t number) {
  constexpr std::size_t kMembers = 20;
  const std::string what =
      blocker.members.empty() ? "" : Codes(blocker.members, kMembers, 300) + ": ";
  std::string item =
      fmt::format("{}. **{}**{} {}{}\n", number, StatusName(blocker.status),
                  blocker.decides ? "" : " (advisory)", what, Code(blocker.cause, 2000));
  if (!blocker.means.empty()) item += fmt::format("   - means: {}\n", blocker.means);
  if (!blocker.todo.empty()) item += fmt::format("   - do: {}\n", blocker.todo);
  if (!blocker.owners.empty()) {
    item += fmt::format("   - owner: {}\n", Codes(blocker.owners, 10, 200));
  }
  if (!blocker.checks.empty()) {
    item += fmt::format("   - {} of {}{}\n", Counted(blocker.cases.size(), "case"),
                        Codes(blocker.checks, 10, 100),
                        blocker.since.empty() ? "" : ", red since " + ShownTime(blocker.since));
  }
  if (!blocker.command.empty()) {
    item += fmt::format("   - look again: {}\n", Code(blocker.command));
  }
  return item;
}

// Returns how many causes didn't fit.
std::size_t AddList(const std::string& title, const std::vector<Blocker>& blockers,
                    BoundedText& text) {
  if (blockers.empty()) return 0;
  if (!text.AddIfItFits(fmt::format("\n## {}\n\n", title))) return blockers.size();
  for (std::size_t i = 0; i < blockers.size(); ++i) {
    if (!text.AddIfItFits(ItemOf(blockers[i], i + 1))) return blockers.size() - i;
  }
  return 0;
}

// A line for each of the clock, or only for those with these labels. "" if the plan has no window.
std::string ClockList(const RunReport& report, const std::vector<std::string>& labels = {}) {
  std::string list;
  for (const ClockLine& line : ClockLines(report)) {
    const bool is_wanted =
        labels.empty() || std::find(labels.begin(), labels.end(), line.label) != labels.end();
    if (!is_wanted) continue;
    list += fmt::format("- {}{}: {}\n", line.label, line.is_late ? " (**late**)" : "",
                        Code(line.text, 600));
  }
  return list;
}

std::string ChecksTable(const RunReport& report) {
  std::string table =
      "\n## Checks\n\n" + MarkdownTableHead({"check", "phase", "cases", "passed", "failed",
                                             "errors", "not run", "waived", "took"});
  for (const CheckCounts& one : CountsByCheck(report)) {
    table += MarkdownRow({Code(one.check, 100), PhaseName(one.phase), Thousands(one.cases()),
                          Thousands(one.passed), Thousands(one.failed), Thousands(one.errors),
                          Thousands(one.not_run), Thousands(one.waived), Took(one.took)});
  }
  return table;
}

std::string ServersTable(const RunReport& report) {
  std::string table = "\n## Servers\n\n" + MarkdownTableHead({"side", "server", "version"});
  for (const Server& server : report.evidence.run.servers) {
    const bool is_reached = server.error.empty();
    table += MarkdownRow({server.side, Code(is_reached ? server.address : server.error, 300),
                          Code(is_reached ? server.version : "not reached", 60)});
  }
  return table;
}

// Returns the text without what tells the servers.
std::string WithoutServers(std::string text, const RunHeader& run) {
  for (const Server& server : run.servers) {
    const std::size_t at = server.address.find('@');
    std::string host = at == std::string::npos ? server.address : server.address.substr(at + 1);
    const std::string address = server.address;
    host = host.substr(0, host.find_first_of(":/"));
    for (const std::string& secret : {address, host}) {
      if (secret.size() < 3) continue;
      for (std::size_t place = text.find(secret); place != std::string::npos;
           place = text.find(secret, place + server.side.size())) {
        text.replace(place, secret.size(), server.side);
      }
    }
  }
  return WithoutCredentials(text);
}

// What the blocker means, what to do, and who. In a list, `before` has just said the same.
std::string BriefAdvice(const Blocker& blocker, const Blocker* before) {
  std::string advice;
  const bool is_said =
      before != nullptr && before->means == blocker.means && before->todo == blocker.todo;
  if (!is_said && !blocker.means.empty()) advice += fmt::format("  means: {}\n", blocker.means);
  if (!is_said && !blocker.todo.empty()) advice += fmt::format("  do: {}\n", blocker.todo);
  if (!blocker.owners.empty()) {
    advice += fmt::format("  owner: {}\n", Codes(blocker.owners, 3, 60));
  }
  return advice;
}

// A few lines. Of rows that differ only the relation is named.
std::string BriefItem(const Blocker& blocker, const Blocker* before, const RunHeader& run) {
  std::vector<std::string> members = blocker.members;
  for (std::string& member : members) {
    const std::size_t key = member.find(" (");
    if (key != std::string::npos) member.resize(key);
  }
  members.erase(std::unique(members.begin(), members.end()), members.end());
  const std::string cause = WithoutServers(blocker.cause, run);
  std::string item = fmt::format(
      "- **{}**{} {}{}\n", StatusName(blocker.status), blocker.decides ? "" : " (advisory)",
      members.empty() ? "" : Codes(members, 3, 80) + ": ", Code(cause, 240));
  item += BriefAdvice(blocker, before);
  if (!blocker.command.empty()) item += fmt::format("  {}\n", Code(blocker.command, 300));
  return item;
}

}  // namespace

std::string SummaryMarkdown(const RunReport& report, std::size_t most) {
  constexpr std::size_t kLastLine = 300;
  const RunHeader& run = report.evidence.run;
  const Blockers blockers = BlockersOf(report);
  std::string tables = ChecksTable(report) + ServersTable(report);
  if (tables.size() > most / 4) tables = "\nreport.html has the tables of checks and servers.\n";
  BoundedText text(most - kLastLine - tables.size());
  text.Add(fmt::format("# {}\n\n", TitleOf(report)));
  if (!report.doubts.empty()) {
    text.Add(fmt::format("No verdict: {}.\n", Code(report.doubts.front())));
  } else if (report.underway) {
    text.Add(fmt::format("No verdict yet: {}.\n", Code(report.underway->text)));
  }
  text.Add(fmt::format("{}. Plan {}, run {}, {}.\n", CountsOfRun(report),
                       Code(run.plan_digest.substr(0, 12)), Code(run.run, 60),
                       report.finished.empty() ? "did not end" : ShownTime(report.finished)));
  if (const std::string clock = ClockList(report); !clock.empty()) text.Add("\n" + clock);
  const std::size_t failed = AddList("Blockers", blockers.failed, text);
  const std::size_t untold = AddList("Could not be told", blockers.untold, text);
  const std::size_t advice = AddList("Advisory", blockers.advice, text);
  if (failed + untold + advice == 0) return std::move(text).Result(tables);
  return std::move(text).Result(tables) +
         fmt::format(
             "\nLeft out here: {}, {} that could not be told, {} advisory. report.html and "
             "verdict.json have all.\n",
             Counted(failed, "blocker"), untold, advice);
}

std::string BriefMarkdown(const RunReport& report) {
  constexpr std::size_t kMost = 4000;
  constexpr std::size_t kLastLine = 100;
  const RunHeader& run = report.evidence.run;
  BoundedText text(kMost - kLastLine);
  text.Add(fmt::format("**{}**\n", TitleOf(report)));
  if (!report.doubts.empty()) {
    text.Add(
        fmt::format("No verdict: {}\n", Code(WithoutServers(report.doubts.front(), run), 240)));
  }
  text.Add(fmt::format("{}; plan {}, run {}\n", CountsOfRun(report),
                       Code(run.plan_digest.substr(0, 12)), Code(run.run, 60)));
  text.Add(ClockList(report, {"now", "turn back by"}));
  const Blockers blockers = BlockersOf(report);
  std::vector<Blocker> all = blockers.failed;
  all.insert(all.end(), blockers.untold.begin(), blockers.untold.end());
  std::size_t shown = 0;
  for (const Blocker& blocker : all) {
    const Blocker* const before = shown == 0 ? nullptr : &all[shown - 1];
    if (!text.AddIfItFits(BriefItem(blocker, before, run))) break;
    ++shown;
  }
  const std::size_t left = all.size() - shown;
  return std::move(text).Result(
      left == 0 ? "" : fmt::format("- and {}: report.html has all\n", Counted(left, "more cause")));
}

}  // namespace gonogo
