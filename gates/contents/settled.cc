// settled: a query runs again and again until it is no longer faster than the time before. That
// warms what it reads, wherever that is kept, and says whether it is warm.
#include <fmt/format.h>

#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/side.h"
#include "gates/contents/plan_query.h"

namespace gonogo::settled {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

// Differences of so short times are noise.
constexpr milliseconds kShort{5};

bool HasSettled(const std::vector<microseconds>& times, std::int64_t percent) {
  if (times.back() <= kShort) return true;
  if (times.size() < 2) return false;
  return times.back() * 100 >= times[times.size() - 2] * (100 - percent);
}

std::vector<microseconds> TimesOf(const Inspection& in, std::int64_t percent) {
  const auto rounds = static_cast<std::size_t>(in.arguments.Integer("rounds"));
  std::vector<microseconds> times;
  do {
    times.push_back(TimePlanQuery(in, QuerySideOf(in.arguments), times.size() + 1));
  } while (!HasSettled(times, percent) && times.size() < rounds);
  return times;
}

std::string TimesText(const std::vector<microseconds>& times) {
  std::vector<std::string> texts;
  for (const microseconds time : times) {
    texts.push_back(fmt::format("{:.1f} ms", static_cast<double>(time.count()) / 1'000));
  }
  return fmt::format("{}: {}", Counted(times.size(), "round"), Join(texts, ", "));
}

Outcome Run(const Inspection& in) {
  const std::int64_t percent = in.arguments.Integer("faster_percent");
  const std::vector<microseconds> times = TimesOf(in, percent);
  Outcome outcome{.examined = 1, .findings = {}, .notes = {TimesText(times)}};
  if (!HasSettled(times, percent)) {
    outcome.findings.push_back(
        {in.subject.name,
         fmt::format("each of {} was more than {} % faster than the one before",
                     Counted(times.size(), "round"), percent),
         fmt::format("a round that is at most {} % faster", percent)});
  } else if (in.arguments.Has("at_most_ms") &&
             times.back() > milliseconds(in.arguments.Integer("at_most_ms"))) {
    outcome.findings.push_back({in.subject.name, "takes longer, although its time has settled",
                                fmt::format("at most {} ms", in.arguments.Integer("at_most_ms"))});
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "settled",
      .summary = "The time of a query has settled: running it again makes it no faster.",
      .meaning = "What it reads isn't warm: users would wait for the disk after the switch.",
      .remedy = "Run it again. If its time still falls, warm what it reads with pg_prewarm.",
      .phases = {Phase::kCutover},
      .parameters = {PlanQueryParameter(), PlanQuerySideParameter(),
                     IntegerParameter("rounds", "how often it runs at most").Default(10).AtLeast(2),
                     IntegerParameter(
                         "faster_percent",
                         "a round that is faster than the one before by no more than that "
                         "says that the time has settled; 5 ms are always short enough")
                         .Default(10)
                         .AtLeast(1),
                     IntegerParameter("at_most_ms", "how long the last round may take").AtLeast(1)},
      .subjects = QuerySubject,
      .run = Run};
}

}  // namespace gonogo::settled
