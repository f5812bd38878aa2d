// gonogo watch: compares both sides again and again while they are written.
#include "stages/watch/watch.h"

#include <iostream>
#include <map>
#include <memory>
#include <optional>

#include "app/cli/help_page.h"
#include "app/commands/commands.h"
#include "app/context/run_context.h"
#include "app/exit_status.h"
#include "app/progress.h"
#include "app/run/run_options.h"
#include "core/json/json.h"
#include "fixtures/system/appended_file.h"

namespace gonogo {
namespace {

struct WatchCommandLine {
  ContextOptions context;
  EffortOptions effort;
  std::int64_t every = 30;
  std::int64_t duration = 86'400;
  std::int64_t until_green = 0;
  std::int64_t recheck = 10;
  std::string out;
  bool json = false;
};

int Execute(const WatchCommandLine& line) {
  const RunContext context = MakeRunContext(line.context);
  const auto relations = WatchedRelations(context.plan, std::chrono::seconds(line.recheck));
  std::optional<AppendedFile> series;
  if (!line.out.empty()) series.emplace(line.out);
  const WatchOptions options{.every = std::chrono::seconds(line.every),
                             .duration = std::chrono::seconds(line.duration),
                             .until_green = line.until_green,
                             .effort = line.effort.ForScan()};
  const auto report = [&](const WatchRound& round) {
    if (series) series->Append(ToJson(round));
    ClearProgressLine();
    std::cout << (line.json ? ToText(ToJson(round)) : round.at + "  " + Describe(round))
              << std::endl;
  };
  const Activity activity("  ...    watching");
  const WatchResult result = Watch(context.endpoints.source, context.endpoints.target,
                                   context.plan.limits, relations, options, report);
  if (!result.last.could_tell()) return kExitUndecided;
  const std::string reason = result.ReasonForNoGo(options);
  if (!line.json) std::cout << (reason.empty() ? "GO" : "NO-GO  " + reason) << std::endl;
  return reason.empty() ? kExitGo : kExitNoGo;
}

CLI::Option* AddDuration(CLI::App& command, const std::string& name, std::int64_t& seconds,
                         const std::string& description) {
  const std::map<std::string, std::int64_t> units = {
      {"s", 1}, {"m", 60}, {"h", 3600}, {"d", 86'400}};
  return command.add_option(name, seconds, description)
      ->transform(CLI::AsNumberWithUnit(units))
      ->check(CLI::NonNegativeNumber)
      ->option_text("TIME");
}

}  // namespace

void AddWatch(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("watch", "compare again and again while both sides are written");
  const auto line = std::make_shared<WatchCommandLine>();
  line->context.AddTo(*command);
  AddDuration(*command, "--every", line->every, "time from one round to the next (30s)");
  AddDuration(*command, "--for", line->duration, "time after which no round begins (24h)");
  command->add_option("--until-green", line->until_green, "end after N green rounds in a row")
      ->check(CLI::NonNegativeNumber)
      ->option_text("N");
  AddDuration(*command, "--recheck", line->recheck,
              "time after which a row that still differs isn't lag (10s)");
  command->add_option("--out", line->out, "append a line of JSON for each round")
      ->option_text("FILE");
  line->effort.AddTo(*command);
  command->add_flag("--json", line->json, "print the lines of JSON");
  command->footer(
      "Exit status: 0 the last rounds are green, 1 drift persists, 2 wrong usage or plan, 3 could "
      "not tell, 130 interrupted.");
  AddExamples(*command, {"gonogo watch --plan plan.json --every 30s --for 2h",
                         "gonogo watch --plan plan.json --every 1m --until-green 10"});
  command->callback([line, &status] { status = Execute(*line); });
}

}  // namespace gonogo
