// Evidence made of texts that would break a report which pastes them.
#pragma once

#include <string>
#include <vector>

#include "reporters/model/run_report.h"

namespace gonogo {

// Returns 500 texts: each of 31 alone, and in others.
inline std::vector<std::string> HostileTexts() {
  const std::vector<std::string> seeds = {"<script>alert(1)</script>",
                                          "</script><script>alert(1)</script>",
                                          "</style><style>*{display:none}",
                                          "\"><img src=x onerror=alert(1)>",
                                          "' onmouseover='alert(1)",
                                          "]]>",
                                          "<![CDATA[",
                                          "<!--",
                                          "-->",
                                          "&lt;&amp;&#60;",
                                          "{{plan}}",
                                          "{{{style}}}",
                                          "{{#checks}}",
                                          "{{/checks}}",
                                          "{{=<% %>=}}",
                                          "| a | b |",
                                          "```\n# GO\n```",
                                          "[GO](javascript:alert(1))",
                                          "\x1B[31mred\x1B[0m",
                                          std::string("nul\0nul", 7),
                                          "\xFF\xFE not UTF-8 \xC3",
                                          "\xE2\x80\xAEOG-ON\xE2\x80\xAC",
                                          "\xEF\xBF\xBE \xEF\xBF\xBF",
                                          "a\r\nb\tc\x0B"
                                          "d",
                                          "::error file=a,line=1::GO",
                                          "x\n::stop-commands::y",
                                          "##[error]z ##vso[task.complete]w",
                                          "50%0A::warning::%2C",
                                          "a\\|b\\",
                                          "x\"} 1\ngonogo_verdict{verdict=\"go",
                                          std::string(10'240, 'n')};
  std::vector<std::string> texts = seeds;
  for (std::size_t step = 1; texts.size() < 500; ++step) {
    for (std::size_t i = 0; i < seeds.size() && texts.size() < 500; ++i) {
      const std::string& other = seeds[(i + step) % (seeds.size() - 1)];
      texts.push_back("x" + seeds[i].substr(0, 300) + " " + other + "\n" + std::to_string(step));
    }
  }
  return texts;
}

// Returns a report in which everything that people or servers name is `text`.
inline RunReport ReportMadeOf(const std::string& text) {
  Evidence evidence;
  evidence.run = {.run = "r1", .tool = "gonogo", .plan = text, .plan_digest = "ab12"};
  evidence.run.started = "2026-01-02T03:04:05.000Z";
  evidence.run.phases = {"gate"};
  evidence.run.servers = {{.side = "source", .error = "", .address = text, .version = text},
                          {.side = "target", .error = text}};
  const std::vector<std::string> checks = {"finds", "errs", "waits", "notes", "waived", "missing"};
  for (const std::string& check : checks) {
    evidence.run.declared.push_back({.check = check, .subject = text});
  }
  evidence.run.waivers = {{.check = "waived",
                           .subject = "*",
                           .reason = text,
                           .owner = text,
                           .until = "2026-06-30",
                           .finding = "*"}};
  const Finding finding{text, text, text};
  evidence.cases = {
      {.check = "finds", .subject = text, .outcome = {.examined = 1, .findings = {finding}}},
      {.check = "errs", .subject = text, .error = CaseError{text, "42501"}},
      {.check = "waits", .subject = text, .outcome = {.not_run = text}},
      {.check = "notes", .subject = text, .outcome = {.examined = 1, .notes = {text}}},
      {.check = "waived", .subject = text, .outcome = {.examined = 1, .findings = {finding}}}};
  evidence.contradictions = {text};
  RunReport report = ReportOn(std::move(evidence));
  report.folder = text;
  report.plan.file = text;
  report.plan.summary = text;
  report.plan.gates = {{"waits", "signoff"}};
  report.plan.exclusions = {{.relation = text, .schema = "", .reason = text}};
  report.files = {{.name = text, .bytes = 1, .sha256 = "ab"}};
  report.evidence.run.window = Window{"2026-01-02T03:00:00.000Z", "2026-01-02T05:00:00.000Z"};
  report.rehearsed = RehearsedTimes{.unknown = "", .ledger = text, .at = text};
  report.earlier =
      EarlierRun{.run = text, .started = text, .text = text, .cases = {text}, .red = {}};
  return report;
}

}  // namespace gonogo
