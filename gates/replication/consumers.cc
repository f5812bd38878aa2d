// consumers: what read the source's changes (change data capture, a warehouse, a search index)
// reads the target's now, and the source's no longer.
#include <fmt/format.h>

#include "core/plan/gate.h"
#include "gates/inspection.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/replication.h"

namespace gonogo::consumers {
namespace {

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  TheSource(plan, arguments);  // throws if the plan has none
  return OneForEachMember(arguments, "consumers");
}

std::string SlotOn(SideName side, const Inspection& in) {
  const Arguments consumer = in.arguments.Member("consumers", in.subject.name);
  const std::string& given = consumer.Text(ToString(side) + "_slot");
  return given.empty() ? in.subject.name : given;
}

// What the slot should be, or "" if it is.
std::string WantedOnTarget(const Row& slot, std::int64_t bytes_behind) {
  if (!slot.Boolean("found") || !slot.Boolean("active")) return "a slot in use";
  if (!slot.Boolean("is_of_database")) return "a slot of the target's database";
  if (!slot.Boolean("keeps_wal")) return "a slot that keeps its WAL";
  if (slot.Boolean("is_near")) return "";
  return fmt::format("at most {} bytes behind", bytes_behind);
}

// What the slot should be, or "" if it is. One that nobody reads is the concern of
// replication_slots.
std::string WantedOnSource(const Row& slot) {
  return slot.Boolean("active") ? "no slot, or one that nobody reads" : "";
}

// Opens new sessions, to see what reads now.
Outcome Run(const Inspection& in) {
  in.pair.RequireComparable();
  RequireReadable(in, in.plan);
  const std::int64_t bytes_behind = in.arguments.Integer("bytes_behind");
  const Pair::Sessions fresh = in.pair.OpenFresh();
  Outcome outcome;
  for (const SideName side : kBothSides) {
    const std::string slot = SlotOn(side, in);
    const Rows rows = fresh[side]->Query(sql::kConsumers, {slot, std::to_string(bytes_behind)});
    const std::string want = side == SideName::kTarget ? WantedOnTarget(rows.Only(), bytes_behind)
                                                       : WantedOnSource(rows.Only());
    const std::string subject = fmt::format("{}: slot {}", ToString(side), slot);
    const std::string& have = rows.Only().Text("state");
    ++outcome.examined;
    if (want.empty()) {
      outcome.notes.push_back(subject + ": " + have);
    } else {
      outcome.findings.push_back({subject, have, want});
    }
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "consumers",
      .summary = "What read the source's changes by a slot reads the target's now.",
      .meaning =
          "A warehouse, index or cache gets no changes any more, or those of the old database.",
      .remedy =
          "Create the slot on the target before the application writes there, and let the consumer "
          "read it.",
      .phases = {Phase::kCutover, Phase::kFinalize},
      .parameters =
          {ObjectMapParameter(
               "consumers", "by consumer, the slots by which it reads changes",
               {TextParameter("source_slot", "on the source; default: the consumer's name")
                    .DefaultEmpty(),
                TextParameter("target_slot", "on the target; default: the consumer's name")
                    .DefaultEmpty()})
               .Required(),
           IntegerParameter("bytes_behind",
                            "maximum number of bytes that a consumer may be behind on the target")
               .Default(16'777'216)
               .AtLeast(0)},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::consumers
