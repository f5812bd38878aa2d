// signoff: what no query can tell, somebody has looked at and answers for: by name, for this
// version of the plan, and not too long ago.
#include "core/record/signoff.h"

#include <algorithm>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/record/record_path.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "gates/inspection.h"
#include "gates/records/record_files.h"

namespace gonogo {
namespace {

constexpr std::int64_t kMostHours = 1'000'000;  // what a time can be reckoned with

bool IsItemId(const std::string& id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
           c == '-';
  });
}

// An id is all that `gonogo sign` is told, so no two checks share one.
void RequireNew(const Plan& plan, const std::string& id) {
  for (const Check& check : plan.checks) {
    if (check.gate->name != kSignoffGate || !check.arguments.Map("items").contains(id)) continue;
    throw PlanError("item \"" + id + "\" is one of check \"" + check.id + "\" already");
  }
}

std::vector<Subject> Items(const Plan& plan, const Arguments& arguments) {
  if (arguments.Integer("valid_hours") > kMostHours) {
    throw PlanError("\"valid_hours\" can be " + std::to_string(kMostHours) + " at most");
  }
  std::vector<Subject> subjects;
  for (const auto& [id, item] : arguments.Map("items").items()) {
    if (!IsItemId(id)) {
      throw PlanError("\"" + id + "\" cannot be an item's id: letters, digits, _ and -");
    }
    for (const char* key : {"text", "role"}) {
      if (Trim(item.at(key).get<std::string>()).empty()) {
        throw PlanError("item \"" + id + "\" needs its \"" + key + "\"");
      }
    }
    RequireNew(plan, id);
    subjects.push_back({id, ""});
  }
  return subjects;
}

// What to type where the stages that run this work.
std::string HowToSign(const Inspection& in) {
  const std::string folder = ValueOf(in.environment, "GONOGO_MIGRATION");
  const bool is_told = folder.empty() || !ValueOf(in.environment, kSignoffs.variable).empty();
  return "`gonogo sign --plan " + in.plan.file + " --item " + in.subject.name + " --by NAME" +
         (is_told ? "" : " --out " + folder) + "`";
}

std::string WhyNotRun(const Inspection& in, const SignoffStanding& standing) {
  const Signoff& signoff = standing.signoff;
  switch (standing.state) {
    case SignoffState::kExpired:
      return "what " + signoff.by + " signed at " + signoff.at + " expired at " + standing.expires +
             ", sign again: " + HowToSign(in);
    case SignoffState::kOfAnotherPlan:
      return signoff.by + " signed it at " + signoff.at + " under another plan (" + signoff.plan +
             ", sha256 " + signoff.plan_digest.substr(0, 12) + "), sign again: " + HowToSign(in);
    default:
      return "nobody has signed it; " + HowToSign(in);
  }
}

Outcome Run(const Inspection& in) {
  const auto signoffs = ReadSignoffs(PathOf(kSignoffs, in.plan.name, in.environment));
  const Json& given = in.arguments.Map("items").at(in.subject.name);
  const SignoffItem item{.id = in.subject.name,
                         .role = given.at("role"),
                         .valid_hours = in.arguments.Integer("valid_hours")};
  const SignoffStanding standing = StandingOf(item, signoffs, in.plan.digest, UtcNow());
  const Signoff& signoff = standing.signoff;
  if (standing.state == SignoffState::kFromTheFuture) {
    throw PlanError("signed at " + signoff.at + ", which is yet to come: a clock is wrong");
  }
  if (standing.state != SignoffState::kSigned) return {.not_run = WhyNotRun(in, standing)};
  return {.examined = 1,
          .findings = {},
          .notes = {"signed by " + signoff.by + " (" + item.role + ") at " + signoff.at +
                    (signoff.note.empty() ? "" : ": " + signoff.note)}};
}

}  // namespace

Gate signoff() {
  return {
      .name = kSignoffGate,
      .summary =
          "What no query can tell is signed: by name, under this version of the plan, "
          "and not too long ago.",
      .phases = {Phase::kGate},
      .parameters =
          {ObjectMapParameter("items",
                              "what is to be signed, each by an id of its own; NOT RUN "
                              "until `gonogo sign --item ID --by NAME`",
                              {TextParameter("text", "what is signed").Required().Literal(),
                               TextParameter("role", "in which role").Required().Literal()})
               .Required(),
           IntegerParameter("valid_hours", "how long a signature holds").Default(168).AtLeast(1)},
      .subjects = Items,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo
