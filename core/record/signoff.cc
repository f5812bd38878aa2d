// The line format of signoffs.jsonl, and the status of each item.
#include "core/record/signoff.h"

#include <fmt/format.h>

#include <array>

#include "core/error.h"
#include "core/json/json_lines.h"
#include "core/plan/declared_case.h"
#include "core/plan/gate.h"
#include "core/record/clocks.h"
#include "core/text/glob.h"
#include "core/text/same_name.h"
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
                  .files = line.value("files", Json::object()),
                  .ticket = line.value("ticket", "")};
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

// A * stands for a number, so a ticket isn't shorter than its pattern, and blanks are none.
bool IsTicket(const std::string& pattern, const std::string& ticket) {
  return MatchesGlob(pattern, ticket) && Trim(ticket).size() >= pattern.size();
}

SignoffState StateByRules(const SignoffItem& item, const Signoff& signoff,
                          const std::vector<Signoff>& signoffs, const std::string& plan_digest) {
  if (!item.ticket.empty() && !IsTicket(item.ticket, signoff.ticket)) {
    return SignoffState::kWithoutTicket;
  }
  const Signoff* const other =
      item.not_by.empty() ? nullptr : DecidingSignoff(item.not_by, signoffs, plan_digest);
  return other != nullptr && AreSameName(other->by, signoff.by) ? SignoffState::kOfSamePerson
                                                                : SignoffState::kSigned;
}

}  // namespace

const std::string& SignoffStateName(SignoffState state) {
  static const std::array<std::string, 7> names = {"signed",          "open",
                                                   "expired",         "of another plan",
                                                   "from the future", "of the same person",
                                                   "without a ticket"};
  return names.at(static_cast<std::size_t>(state));
}

SignoffItem SignoffItemOf(const Arguments& arguments, const std::string& id) {
  const Json& item = arguments.Map("items").at(id);
  return {.id = id,
          .check = "",
          .text = item.at("text"),
          .role = item.at("role"),
          .valid_hours = arguments.Integer("valid_hours"),
          .not_by = item.value("not_by", ""),
          .ticket = arguments.Text("ticket")};
}

std::vector<SignoffItem> SignoffItemsOf(const Plan& plan) {
  std::vector<SignoffItem> items;
  for (const DeclaredCase& one : DeclaredCases(plan, {}, {})) {
    const Check& check = plan.CheckNamed(one.check);
    if (check.gate->name != kSignoffGate) continue;
    items.push_back(SignoffItemOf(check.arguments, one.subject));
    items.back().check = one.check;
    items.back().phase = one.phase;
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
                             : expires <= current
                                 ? SignoffState::kExpired
                                 : StateByRules(item, *signoff, signoffs, plan_digest);
  return {.state = state, .signoff = *signoff, .expires = UtcText(expires)};
}

std::string WhyRefused(const SignoffItem& item, SignoffState state) {
  return state == SignoffState::kOfSamePerson
             ? fmt::format("and item {}, too: another person must sign it", item.not_by)
             : fmt::format("without the number of a ticket like {}", item.ticket);
}

Json ToJson(const Signoff& signoff) {
  Json json = {{"item", signoff.item}, {"by", signoff.by},
               {"note", signoff.note}, {"at", signoff.at},
               {"plan", signoff.plan}, {"plan_digest", signoff.plan_digest}};
  if (!signoff.files.empty()) json["files"] = signoff.files;
  if (!signoff.ticket.empty()) json["ticket"] = signoff.ticket;
  return json;
}

std::vector<Signoff> ParseSignoffs(const std::string& lines, const std::string& file) {
  std::vector<Signoff> signoffs;
  ReadJsonLines(lines, file, "sign-off",
                [&](const Json& line) { signoffs.push_back(SignoffFrom(line)); });
  return signoffs;
}

}  // namespace gonogo
