// What stages print before and after they ran.
#include "app/runbook/stage_texts.h"

#include <fmt/format.h>

#include <iostream>
#include <utility>

#include "app/run/rehearsed_times.h"
#include "app/run/run.h"
#include "core/plan/shown_command.h"
#include "reporters/console.h"
#include "reporters/model/shown_text.h"
#include "stages/looks.h"
#include "stages/stage_order.h"

namespace gonogo {

void PrintHeaderOnce(const RunContext& context, const RunOptions& options,
                     const MigrationServers& servers) {
  static bool is_printed = false;
  if (options.json || std::exchange(is_printed, true)) return;
  RunHeader header{.tool = ToolName(),
                   .plan = context.plan.name,
                   .plan_digest = context.plan.digest,
                   .strict = options.strict};
  for (const SideName side : kBothSides) {
    if (side == SideName::kSource && !context.plan.has_source()) continue;
    const ConnectionString& endpoint =
        side == SideName::kSource ? context.endpoints.source : context.endpoints.target;
    header.servers.push_back({.side = ToString(side),
                              .error = "",
                              .address = endpoint.ForPeople(),
                              .version = servers.VersionOf(side),
                              .throw_away = servers.throw_away()});
  }
  std::cout << Console(options.Style()).Header(header) << std::flush;
}

std::string WhereIsMore(const RunContext& context) {
  const std::string folder = context.migration.folder.string();
  return fmt::format("page:   {}/report.html\nmore:   gonogo evidence show {} --summary\n", folder,
                     ShellWord(folder));
}

std::string RehearsedText(const Plan& plan, Phase stage) {
  const RehearsedTimes rehearsed = RehearsedTimesOf(plan);
  const auto took = rehearsed.took.find(stage);
  return took == rehearsed.took.end() ? ""
                                      : fmt::format(", {} in the rehearsal", Took(took->second));
}

std::vector<std::string> WhatStays(const Plan& plan, const Ledger& ledger, Phase stage) {
  const std::string why_again = WhyAgain(plan, ledger, stage);
  if (why_again.empty() || FirstAct(plan, ledger, stage).empty()) return {};
  const std::string way_back =
      plan.stages.contains(Phase::kRollback)
          ? fmt::format(": go back with `{}`", ShownCommand("stage rollback", plan))
          : "";
  std::vector<std::string> stays = {why_again + "; what it did stays in effect" + way_back};
  const Arguments& arguments = plan.stages.at(stage);
  if (arguments.Has("on_failure")) stays.push_back(arguments.Text("on_failure"));
  return stays;
}

}  // namespace gonogo
