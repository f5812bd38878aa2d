// command: a program of the plan, run without a shell, ends as it must. For what no other gate
// looks at.
#include <fmt/format.h>

#include <filesystem>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/plan/program_keys.h"
#include "core/text/text.h"
#include "fixtures/programs/plan_program.h"
#include "fixtures/system/interrupt.h"
#include "gates/inspection.h"
#include "gates/services/wanted_texts.h"

namespace gonogo::command {
namespace {

constexpr std::size_t kMostShown = 300;  // bytes of the program's last line

constexpr WantedTexts kTexts = {.has = "output_has", .lacks = "output_lacks", .in = "output"};

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  const auto words = arguments.Texts("words");
  if (words.empty() || words.front().empty()) throw PlanError("\"words\" names no program");
  RequireTexts(kTexts, arguments);
  return {{std::filesystem::path(words.front()).filename().string(), ""}};
}

ProcessResult RunProgram(const Inspection& in) {
  const std::string name = in.arguments.Texts("words").front();
  try {
    const PlanProgram program =
        PlanProgramFrom(in.arguments, "words", in.environment, "program " + name);
    ProcessResult result = RunPlanProgram(program);
    if (result.ending == Ending::kInterrupted) throw Interrupted();
    if (result.ending == Ending::kTimedOut) {
      throw std::runtime_error(
          fmt::format("{} didn't end within {} s", name, program.timeout.count()));
    }
    return result;
  } catch (const std::runtime_error& error) {  // also of a variable that isn't set
    throw DatabaseError(error.what(), "");
  }
}

std::string LastLineOf(const std::string& output) {
  const std::string_view trimmed = Trim(output);
  const std::size_t begin = trimmed.rfind('\n');
  std::string line(begin == std::string_view::npos ? trimmed : trimmed.substr(begin + 1));
  if (line.size() > kMostShown) line = line.substr(0, kMostShown) + "...";
  return Printable(line);
}

Outcome Run(const Inspection& in) {
  const Arguments& given = in.arguments;
  const ProcessResult result = RunProgram(in);
  const std::string last = LastLineOf(result.output);
  const std::string printed = last.empty() ? "no output" : "last line: " + last;
  Outcome outcome{.examined = 1, .findings = {}, .notes = {printed}};
  if (result.status != given.Integer("status")) {
    outcome.findings.push_back({in.subject.name,
                                fmt::format("exit status {}; {}", result.status, printed),
                                fmt::format("exit status {}", given.Integer("status"))});
  }
  for (Finding& finding : TextFindings(kTexts, given, in.subject.name, result.output, printed)) {
    outcome.findings.push_back(std::move(finding));
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "command",
      .summary = "A program of the plan ends with the wanted exit status and output.",
      .meaning = "A rule that the plan's own program examines doesn't hold.",
      .remedy = "Run the program by hand with the plan's words, and do what its output asks for.",
      .phases = {Phase::kGate},
      .parameters = {ProgramWords().Required(), ProgramFolder().Default("."), ProgramFiles(),
                     ProgramEnvironment().DefaultEmpty(),
                     IntegerParameter("status", "the wanted exit status").Default(0).AtLeast(0),
                     TextParameter("output_has", "a text that its output must contain"),
                     TextParameter("output_lacks", "a text that its output must not contain"),
                     IntegerParameter(
                         "timeout_s",
                         "seconds after which the program is stopped, which is an error")
                         .Default(60)
                         .AtLeast(1)},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::command
