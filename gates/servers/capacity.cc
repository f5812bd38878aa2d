// capacity: the target is as large as the source, and its disk, whose size the plan says, has room.
#include <fmt/format.h>

#include <map>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo::capacity {
namespace {

constexpr const char* kData = "data";

struct Amount {
  std::int64_t number = 0;
  std::string shown;
};

std::map<std::string, Amount> AmountsOf(const Rows& rows) {
  std::map<std::string, Amount> amounts;
  for (const Row row : rows) {
    amounts[row.Text("object")] = {row.Integer("amount"), row.Text("shown")};
  }
  return amounts;
}

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  if (!plan.has_source()) throw PlanError("this gate needs a source, and the plan has none");
  if (arguments.Number("growth") < 1) throw PlanError("\"growth\" must be at least 1");
  return TheTarget(plan, arguments);
}

// The larger side counts: before the copy that is the source, after it the target may have bloat.
void JudgeDisk(const Arguments& given, const Amount& source, const Amount& target,
               Outcome& outcome) {
  const Amount& data = source.number > target.number ? source : target;
  if (!given.Has("disk_gb")) {
    outcome.notes.push_back(
        fmt::format("data: {}; the plan doesn't say the target's disk_gb", data.shown));
    return;
  }
  constexpr double kGigabyte = 1e9;
  const double needed = given.Number("growth") * static_cast<double>(data.number);
  const std::string have = fmt::format("{} GB", given.Integer("disk_gb"));
  if (needed > static_cast<double>(given.Integer("disk_gb")) * kGigabyte) {
    outcome.findings.push_back(
        {"disk", have,
         fmt::format("{}: {} times {} of data", DataSize(static_cast<std::int64_t>(needed)),
                     given.Number("growth"), data.shown)});
  } else {
    outcome.notes.push_back(fmt::format("disk: {} for {} of data", have, data.shown));
  }
}

// A smaller server may be what somebody wants, so that a limit below the source's is advisory.
Outcome Run(const Inspection& in) {
  RequireReadable(in, in.plan);
  const BothRows both = in.pair.Query(sql::kCapacity, {});
  const auto source = AmountsOf(both.source);
  const auto target = AmountsOf(both.target);
  Outcome outcome{.examined = static_cast<std::int64_t>(target.size())};
  JudgeDisk(in.arguments, source.at(kData), target.at(kData), outcome);
  for (const auto& [name, limit] : target) {
    if (name == kData) continue;
    const Amount& wanted = source.at(name);
    if (limit.number < wanted.number) {
      outcome.findings.push_back(
          {name, limit.shown, wanted.shown + ", as on the source", Severity::kAdvisory});
    } else {
      outcome.notes.push_back(fmt::format("{}: {}", name, limit.shown));
    }
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "capacity",
      .summary = "The data has room to grow on the target, whose limits aren't below the source's.",
      .meaning = "The target may be too small for what the source carries, or its disk fills up.",
      .remedy = "Give the target a larger disk or instance, or the settings of the source.",
      .phases = {Phase::kPreflight, Phase::kGate},
      .parameters = {IntegerParameter(
                         "disk_gb",
                         "size of the target's disk for data, in units of 1,000,000,000 bytes; "
                         "without it the size of the data is only noted")
                         .AtLeast(1),
                     NumberParameter("growth", "how many times the data must fit on the disk")
                         .DefaultJson("1.5")},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::capacity
