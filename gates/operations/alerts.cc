// alerts: Alertmanager keeps alerts silent during the window, and lets them through again
// afterwards.
//
// Routes, inhibitions and mute times of its configuration aren't looked at.
#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/operations/alert_silences.h"
#include "gates/services/service_request.h"
#include "gates/subjects.h"

namespace gonogo::alerts {
namespace {

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  const bool wants_silence = arguments.Text("want") == "silenced";
  if (wants_silence && !plan.window && !arguments.Has("minutes")) {
    throw PlanError("give \"minutes\", because the plan has no window");
  }
  if (!wants_silence && arguments.Has("minutes")) {
    throw PlanError("\"minutes\" belongs to \"want\": \"silenced\"");
  }
  for (const auto& [name, labels] : arguments.Map("alerts").items()) {
    ParseAlertLabels(labels.get<std::string>());
  }
  return OneForEachMember(arguments, "alerts");
}

const std::vector<Silence>& SilencesOf(const Inspection& in) {
  return in.memory.Get<std::vector<Silence>>(in.arguments, [&] {
    constexpr std::chrono::milliseconds kTimeout{10'000};
    return SilencesIn(
        Ask(in, "Alertmanager", in.arguments.Map("url"), "/api/v2/silences", kTimeout));
  });
}

// The silences that may concern one alert, expired ones too.
class OfAlert {
 public:
  OfAlert(const std::vector<Silence>& all, const AlertLabels& labels) {
    for (const Silence& silence : all) {
      Cover cover = CoverOf(silence, labels);
      if (cover.is == Cover::Is::kYes) surely_.push_back(silence);
      if (cover.is == Cover::Is::kUnknown) perhaps_.emplace_back(silence, std::move(cover.why));
    }
  }

  const std::vector<Silence>& surely() const { return surely_; }

  // Throws DatabaseError if a silence that may cover the alert ends after `from`, and is active or
  // begins before `until`.
  void RequireNoDoubt(UtcTime from, UtcTime until) const {
    for (const auto& [silence, why] : perhaps_) {
      if (silence.state == Silence::State::kExpired || silence.until <= from) continue;
      if (silence.state == Silence::State::kActive || silence.from < until) {
        throw DatabaseError(
            fmt::format("can't tell whether the silence until {} covers the alert: it {}",
                        UtcText(silence.until), why),
            "");
      }
    }
  }

  // Returns until when the alert is silenced without a gap from `begin` on; `begin` if it isn't.
  UtcTime SilencedFrom(UtcTime begin) const {
    UtcTime reached = begin;
    for (bool goes_on = true; goes_on;) {
      const auto next = std::find_if(surely_.begin(), surely_.end(), [&](const Silence& one) {
        const bool has_begun = one.state == Silence::State::kActive ||
                               (one.state == Silence::State::kPending && one.from <= reached);
        return has_begun && one.until > reached;
      });
      goes_on = next != surely_.end();
      if (goes_on) reached = next->until;
    }
    return reached;
  }

 private:
  std::vector<Silence> surely_;
  std::vector<std::pair<Silence, std::string>> perhaps_;  // and why it isn't known
};

// "no silence", or what there is instead.
std::string InsteadOf(const OfAlert& silences, UtcTime begin) {
  const UtcTime reached = silences.SilencedFrom(begin);
  if (reached > begin) return "silenced until " + UtcText(reached);
  std::string have = "no silence";
  for (const Silence& one : silences.surely()) {
    have = one.state == Silence::State::kExpired ? "a silence that ended at " + UtcText(one.until)
                                                 : "a silence that begins at " + UtcText(one.from);
  }
  return have;
}

Outcome JudgeSilenced(const Inspection& in, const OfAlert& silences, UtcTime now) {
  UtcTime begin = now;
  UtcTime end = now;
  if (in.arguments.Has("minutes")) {
    end += std::chrono::minutes(in.arguments.Integer("minutes"));
  } else {
    begin = std::max(now, ParseUtc(in.plan.window->from).value());
    end = std::max(begin, ParseUtc(in.plan.window->until).value());
  }
  const UtcTime reached = silences.SilencedFrom(begin);
  if (reached > begin && reached >= end) {
    return {.examined = 1, .notes = {"silenced until " + UtcText(reached)}};
  }
  silences.RequireNoDoubt(reached, end);
  return {.examined = 1,
          .findings = {{in.subject.name, InsteadOf(silences, begin),
                        fmt::format("silenced from {} until {}", UtcText(begin), UtcText(end))}}};
}

Outcome JudgeOn(const Inspection& in, const OfAlert& silences, UtcTime now) {
  Outcome outcome{.examined = 1};
  for (const Silence& one : silences.surely()) {
    if (one.state == Silence::State::kActive) {
      outcome.findings.push_back(
          {in.subject.name, "silenced until " + UtcText(one.until), "no silence"});
    } else if (one.state == Silence::State::kPending) {
      outcome.notes.push_back("silenced again from " + UtcText(one.from));
    }
  }
  if (outcome.findings.empty()) silences.RequireNoDoubt(UtcTime::min(), now);
  return outcome;
}

Outcome Run(const Inspection& in) {
  const AlertLabels labels = ParseAlertLabels(in.arguments.Map("alerts").at(in.subject.name));
  const OfAlert silences(SilencesOf(in), labels);
  const UtcTime now = ParseUtc(in.pair.LatestTime()).value();
  return in.arguments.Text("want") == "silenced" ? JudgeSilenced(in, silences, now)
                                                 : JudgeOn(in, silences, now);
}

}  // namespace

Gate Definition() {
  return {
      .name = "alerts",
      .summary = "Alertmanager keeps alerts silent during the window, and not afterwards.",
      .meaning = "The switch wakes people for nothing, or real trouble after it wakes nobody.",
      .remedy = "Add a silence for the window, or expire it when the migration is over.",
      .phases = {Phase::kGate},
      .parameters =
          {UrlParameter("url", "base URL of Alertmanager").Required(),
           TextMapParameter("alerts",
                            "all labels of alerts, by what they tell: {\"server is down\": "
                            "\"{alertname=\\\"PostgresDown\\\", instance=\\\"target:9187\\\"}\"}; "
                            "\"\" is a label that they don't have")
               .Required(),
           TextParameter("want",
                         "silenced: from now, or from the beginning of the plan's window, "
                         "until it ends; on: not silenced")
               .Required()
               .OneOf({"silenced", "on"}),
           IntegerParameter("minutes",
                            "how long they must stay silenced from now on, instead of the "
                            "plan's window")
               .AtLeast(1),
           CaParameter()},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::alerts
