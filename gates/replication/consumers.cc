// consumers: what read the source's changes (change data capture, a warehouse, a search index)
// reads the target's now, and the source's no longer.
#include <fmt/format.h>

#include <map>
#include <set>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/reading/doubt.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/replication.h"

namespace gonogo::consumers {
namespace {

std::string SlotOn(SideName side, const Arguments& arguments, const std::string& consumer) {
  const Arguments slots = arguments.Member("consumers", consumer);
  const std::string& given = slots.Text(ToString(side) + "_slot");
  return given.empty() ? consumer : given;
}

// Throws PlanError if two consumers have one slot, which can have only one reader: it would prove
// both.
void RequireOwnSlots(SideName side, const Arguments& arguments) {
  std::map<std::string, std::string> readers;
  for (const auto& [consumer, slots] : arguments.Map("consumers").items()) {
    const std::string slot = SlotOn(side, arguments, consumer);
    const auto [other, is_new] = readers.emplace(slot, consumer);
    if (is_new) continue;
    throw PlanError(fmt::format("{} and {} have one {}_slot, {}: a slot has one reader",
                                other->second, consumer, ToString(side), slot));
  }
}

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  TheSource(plan, arguments);  // throws if the plan has none
  for (const SideName side : kBothSides) RequireOwnSlots(side, arguments);
  return OneForEachMember(arguments, "consumers");
}

// The slots whose reader on the source is known.
std::set<std::string> KnownSlots(const Arguments& arguments, Session& target) {
  std::set<std::string> known;
  for (const auto& consumer : arguments.Map("consumers").items()) {
    known.insert(SlotOn(SideName::kSource, arguments, consumer.key()));
  }
  for (const std::string& slot : arguments.Texts("may_stay")) known.insert(slot);
  for (const Row row : target.Query(sql::kConsumersSubscribed, {})) known.insert(row.Text("slot"));
  return known;
}

// A slot that the source doesn't have may be dropped, or be spelled otherwise. Returns why nobody
// can tell: something reads the source by a slot that nobody named. "" if nothing does.
std::string WhyUnknown(const Inspection& in, const std::string& missing,
                       const Pair::Sessions& fresh) {
  const std::set<std::string> known = KnownSlots(in.arguments, *fresh.target);
  std::vector<std::string> unknown;
  for (const Row row : fresh.source->Query(sql::kConsumersInUse, {})) {
    if (!known.contains(row.Text("slot"))) unknown.push_back(row.Text("slot"));
  }
  if (unknown.empty()) return "";
  return fmt::format(
      "source: there is no slot {}, and something reads by {}: if that is {}, name it in "
      "\"source_slot\"; if not, in \"may_stay\"",
      missing, FirstFew(unknown), in.subject.name);
}

// What the slot should be, or "" if it is.
std::string WantedOnTarget(const Row& slot, std::int64_t bytes_behind) {
  if (!slot.Boolean("found") || !slot.Boolean("active")) return "a slot in use";
  if (!slot.Boolean("is_logical")) return "a logical slot: a physical one has no consumer";
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
  std::string why_unknown;
  for (const SideName side : kBothSides) {
    const std::string slot = SlotOn(side, in.arguments, in.subject.name);
    const Rows rows = fresh[side]->Query(sql::kConsumers, {slot, std::to_string(bytes_behind)});
    const Row row = rows.Only();
    const bool is_target = side == SideName::kTarget;
    if (!is_target && !row.Boolean("found")) why_unknown = WhyUnknown(in, slot, fresh);
    const std::string want = is_target ? WantedOnTarget(row, bytes_behind) : WantedOnSource(row);
    const std::string subject = fmt::format("{}: slot {}", ToString(side), slot);
    ++outcome.examined;
    if (want.empty()) {
      outcome.notes.push_back(subject + ": " + row.Text("state"));
    } else {
      outcome.findings.push_back({subject, row.Text("state"), want});
    }
  }
  AddDoubt(why_unknown, outcome);
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
           TextListParameter("may_stay",
                             "slots of the source that others read; the target's subscriptions "
                             "needn't be named")
               .DefaultEmpty(),
           IntegerParameter("bytes_behind",
                            "maximum number of bytes that a consumer may be behind on the target")
               .Default(16'777'216)
               .AtLeast(0)},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::consumers
