// write_rate: until the switch, no sequence of the source runs out of values at the rate at which
// it is used, and the target's are still ahead. See docs/adr/0066-sequences-are-judged-by-time.md.
#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <filesystem>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/record/facts.h"
#include "core/record/ledger.h"
#include "core/text/text.h"
#include "fixtures/session/server_identity.h"
#include "fixtures/system/clock.h"
#include "fixtures/system/text_file.h"
#include "gates/inspection.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/objects/sequence_places.h"
#include "gates/reading/doubt.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"

namespace gonogo::write_rate {
namespace {

using Seconds = std::chrono::duration<double>;

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  if (!arguments.Has("hours") && !plan.window) {
    throw PlanError("when is the switch? Give the plan a \"window\", or this check \"hours\"");
  }
  std::vector<Subject> subjects = TheSource(plan, arguments);
  if (arguments.Boolean("ahead")) subjects.push_back(TheTarget(plan, arguments).front());
  return subjects;
}

// How far a sequence of the source came, and in which time.
struct Observed {
  std::int64_t values = 0;  // negative: it was set back
  Seconds time{0};

  double rate() const { return values > 0 ? static_cast<double>(values) / time.count() : 0; }
  // The rate at which it may be used, as far as this observation can tell.
  double rate_at_most() const {
    return static_cast<double>(std::max<std::int64_t>(values, 0) + 1) / time.count();
  }
};

struct Sequence {
  SequencePlace now;
  Observed now_observed;                   // while the gate watched
  std::optional<Observed> since_recorded;  // since the stage preflight

  double rate() const {
    return std::max(now_observed.rate(), since_recorded ? since_recorded->rate() : 0);
  }
  const Observed& longest() const { return since_recorded ? *since_recorded : now_observed; }
};

struct Observation {
  std::map<std::string, Sequence> sequences;
  std::vector<std::string> notes;
};

std::optional<SequenceFacts> RecordedBy(const Inspection& in) {
  if (!std::filesystem::exists(in.migration.ledger)) return std::nullopt;
  const std::string file = in.migration.ledger.string();
  return ParseLedger(ReadTextFile(in.migration.ledger), file).LastSequences();
}

// Each throw-away pair has new identifiers.
bool IsOf(const SequenceFacts& recorded, const ServerIdentity& identity) {
  const ServerIdentity then{.version = {},
                            .database_oid = recorded.database_oid,
                            .system_identifier = recorded.system_identifier};
  return identity.throw_away || IdentifySameDatabase(then, identity);
}

Observation Observe(const Inspection& in) {
  const Side& source = in.pair.Of(SideName::kSource);
  const auto read = [&] {
    return ReadSequencePlaces(*in.pair.OpenFresh(source), SideName::kSource, in.plan);
  };
  const auto began = std::chrono::steady_clock::now();
  const SequencePlaces before = read();
  in.pair.cancellation().SleepUntil(began +
                                    std::chrono::seconds(in.arguments.Integer("observe_s")));
  const SequencePlaces now = read();
  const Seconds watched = std::chrono::steady_clock::now() - began;

  Observation observation;
  auto recorded = RecordedBy(in);
  if (recorded && !IsOf(*recorded, *source.identity)) {
    observation.notes.emplace_back("what preflight recorded is of another database");
    recorded.reset();
  }
  const Seconds since =
      recorded ? TimeBetween(recorded->taken_at, in.pair.LatestTime()) : Seconds(0);
  if (since <= watched) recorded.reset();  // preflight has only just run: watching says more
  observation.notes.push_back(
      fmt::format("watched for {:.0f} s{}", watched.count(),
                  recorded ? ", and compared with what preflight recorded at " + recorded->taken_at
                           : "; preflight has recorded nothing here"));
  for (const auto& [name, place] : now) {
    Sequence& sequence = observation.sequences[name];
    sequence.now = place;
    const auto had = before.find(name);
    sequence.now_observed = {
        had == before.end() ? 0 : ValuesBetween(had->second.place, place.place, place), watched};
    if (!recorded || !recorded->places.contains(name)) continue;
    sequence.since_recorded = {ValuesBetween(recorded->places.at(name), place.place, place), since};
  }
  return observation;
}

// The time until the switch, with the margin.
struct Need {
  Seconds time{0};
  double margin = 1;

  double Values(double rate) const { return std::ceil(rate * time.count() * margin); }
  std::string Text(double rate) const {
    return fmt::format("at least {:.0f}: {:.1f} h until the switch, times {:g}", Values(rate),
                       time.count() / 3600, margin);
  }
};

Need NeedOf(const Inspection& in) {
  Need need{.time = {}, .margin = in.arguments.Number("margin")};
  if (in.arguments.Has("hours")) {
    need.time = std::chrono::hours(in.arguments.Integer("hours"));
    return need;
  }
  need.time = TimeBetween(in.pair.LatestTime(), in.plan.window->until);
  if (need.time.count() > 0) return need;
  throw PlanError(fmt::format(
      "the plan's window ended at {}: correct it, or give this check \"hours\" until the switch",
      in.plan.window->until));
}

std::string PerHour(double rate) { return fmt::format("uses {:.0f} an hour", rate * 3600); }

void JudgeSource(const Observation& observation, const Need& need, Outcome& outcome) {
  std::vector<std::string> unknown;
  for (const auto& [name, sequence] : observation.sequences) {
    if (sequence.now.cycle) continue;  // it always has values left
    ++outcome.examined;
    const std::string have =
        fmt::format("{} left, {}", Counted(sequence.now.left, "value"), PerHour(sequence.rate()));
    const auto left = static_cast<double>(sequence.now.left);
    if (need.Values(sequence.rate()) > left || sequence.now.left == 0) {
      outcome.findings.push_back({"sequence " + name, have, need.Text(sequence.rate())});
    } else if (sequence.longest().rate_at_most() * need.time.count() > left) {
      unknown.push_back(fmt::format("{} ({})", name, Counted(sequence.now.left, "value")));
    }
  }
  if (unknown.empty()) return;
  const std::string text = fmt::format(
      "source: watched for too short a time to tell whether the few values left suffice: {}; raise "
      "\"observe_s\", or let `gonogo stage preflight` record where the sequences are",
      Join(unknown, ", "));
  AddDoubt(text, outcome);
}

std::string CycleText(const SequencePlace& sequence) {
  return sequence.cycle ? "begins anew after " + Counted(*sequence.cycle, "value")
                        : "doesn't begin anew";
}

void JudgeTarget(const Inspection& in, const Observation& observation, const Need& need,
                 Outcome& outcome) {
  const SequencePlaces target = ReadSequencePlaces(
      *in.pair.OpenFresh(in.pair.Of(SideName::kTarget)), SideName::kTarget, in.plan);
  for (const auto& [source_name, sequence] : observation.sequences) {
    ++outcome.examined;
    const std::string name = in.catalogue.renaming().OnTarget(source_name);
    const auto found = target.find(name);
    const std::string subject = "sequence " + name;
    if (found == target.end()) {
      outcome.findings.push_back({subject, "none on the target", "one that is ahead"});
      continue;
    }
    if (found->second.increment != sequence.now.increment) {
      outcome.findings.push_back({subject, fmt::format("grows by {}", found->second.increment),
                                  fmt::format("by {}, as the source's", sequence.now.increment)});
      continue;
    }
    if (found->second.cycle != sequence.now.cycle) {
      outcome.findings.push_back(
          {subject, CycleText(found->second), CycleText(sequence.now) + ", as the source's"});
      continue;
    }
    const std::int64_t ahead = ValuesBetween(sequence.now.place, found->second.place, sequence.now);
    if (static_cast<double>(ahead) >= need.Values(sequence.rate())) continue;
    outcome.findings.push_back({subject,
                                fmt::format("{} ahead of the source, which {}",
                                            Counted(ahead, "value"), PerHour(sequence.rate())),
                                need.Text(sequence.rate())});
  }
}

Outcome Run(const Inspection& in) {
  const Need need = NeedOf(in);
  in.pair.Source();  // throws if it isn't open
  RequireReadable(in, SideName::kSource, in.plan);
  const Observation& observation =
      in.memory.Get<Observation>(in.arguments, [&] { return Observe(in); });
  // The database: it may have no sequence.
  Outcome outcome{.examined = 1, .findings = {}, .notes = observation.notes};
  if (in.subject.name == ToString(SideName::kSource)) {
    JudgeSource(observation, need, outcome);
    return outcome;
  }
  in.pair.Target();
  RequireReadable(in, SideName::kTarget, in.plan);
  JudgeTarget(in, observation, need, outcome);
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = kWriteRateGate,
      .summary =
          "At the rate at which they are used, sequences have enough values until the switch.",
      .meaning =
          "Before the switch inserts fail on the source, or the target's sequence isn't ahead any "
          "more.",
      .remedy =
          "Make column and sequence bigint, or set the target's sequences further ahead with "
          "setval.",
      .phases = {Phase::kGate},
      .parameters = {IntegerParameter(
                         "hours", "hours until the switch; default: until the plan's window ends")
                         .AtLeast(1),
                     IntegerParameter(
                         "observe_s",
                         "seconds for which the source is watched. The rate since preflight "
                         "counts too, if that has recorded where the sequences were")
                         .Default(5)
                         .AtLeast(1),
                     NumberParameter("margin",
                                     "how many times faster values may be used until then")
                         .Default(10)
                         .AtLeast(1),
                     BooleanParameter(
                         "ahead",
                         "whether the target's sequences were set ahead for the switch, and must "
                         "still be then")
                         .Default(false)},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::write_rate
