// The line format of signoffs.jsonl, and the status of each item.
#include "core/record/signoff.h"

#include <fmt/format.h>

#include <array>

#include "core/error.h"
#include "core/json/json_lines.h"
#include "core/plan/declared_case.h"
#include "core/plan/gate.h"
#include "core/record/clocks.h"
#include "core/text/utc.h"

namespace gonogo {
namespace {

Signoff SignoffFrom(const Json& line) {
  Signoff signoff{.item = RequiredText(line, "item"),
                  .by = RequiredText(line, "by"),
                  .note = line.at("note"),
                  .at = line.at("at"),
                  .plan = line.at("plan"),
                  .plan_digest = line.at("plan_digest"),
                  .files = line.value("files", Json::object())};
  if (!ParseUtc(signoff.at)) {
    throw PlanError(fmt::format("\"at\" must be a UTC time, not \"{}\"", signoff.at));
  }
  return signoff;
}

// Returns the signature that decides, or null.
const Signoff* DecidingSignoff(const std::string& item, const std::vector<Signoff>& signoffs,
                               const std::string& plan_digest) {
  const Signoff* deciding = nullptr;
  for (const Signoff& one : signoffs) {
    if (one.item != item) continue;
    const bool is_of_plan = one.plan_digest == plan_digest;
    if (deciding == nullptr || is_of_plan || deciding->plan_digest != plan_digest) deciding = &one;
  }
  return deciding;
}

}  // namespace

const std::string& SignoffStateName(SignoffState state) {
  static const std::array<std::string, 5> names = {"signed", "open", "expired", "of another plan",
                                                   "from the future"};
  return names.at(static_cast<std::size_t>(state));
}

std::vector<SignoffItem> SignoffItemsOf(const Plan& plan) {
  std::vector<SignoffItem> items;
  for (const DeclaredCase& one : DeclaredCases(plan, {}, {})) {
    const Check& check = plan.CheckNamed(one.check);
    if (check.gate->name != kSignoffGate) continue;
    const Json& item = check.arguments.Map("items").at(one.subject);
    items.push_back({.id = one.subject,
                     .check = one.check,
                     .phase = one.phase,
                     .text = item.at("text"),
                     .role = item.at("role"),
                     .valid_hours = check.arguments.Integer("valid_hours")});
  }
  return items;
}

SignoffStatus SignoffStatusOf(const SignoffItem& item, const std::vector<Signoff>& signoffs,
                              const std::string& plan_digest, const std::string& now) {
  const Signoff* const signoff = DecidingSignoff(item.id, signoffs, plan_digest);
  if (signoff == nullptr) return {};
  const UtcTime at = ParseUtc(signoff->at).value();
  const UtcTime expires = at + std::chrono::hours(item.valid_hours);
  const UtcTime current = ParseUtc(now).value();
  const SignoffState state = signoff->plan_digest != plan_digest ? SignoffState::kOfAnotherPlan
                             : at > current + kMostClockSkew     ? SignoffState::kFromTheFuture
                             : expires <= current                ? SignoffState::kExpired
                                                                 : SignoffState::kSigned;
  return {.state = state, .signoff = *signoff, .expires = UtcText(expires)};
}

Json ToJson(const Signoff& signoff) {
  Json json = {{"item", signoff.item}, {"by", signoff.by},
               {"note", signoff.note}, {"at", signoff.at},
               {"plan", signoff.plan}, {"plan_digest", signoff.plan_digest}};
  if (!signoff.files.empty()) json["files"] = signoff.files;
  return json;
}

std::vector<Signoff> ParseSignoffs(const std::string& lines, const std::string& file) {
  std::vector<Signoff> signoffs;
  ReadJsonLines(lines, file, "sign-off",
                [&](const Json& line) { signoffs.push_back(SignoffFrom(line)); });
  return signoffs;
}

}  // namespace gonogo
