// signoff: a person has signed what no query can check, for this version of the plan, and recently.
#include "core/record/signoff.h"

#include <algorithm>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/plan/shown_command.h"
#include "core/text/text.h"
#include "fixtures/system/clock.h"
#include "gates/inspection.h"

namespace gonogo::signoff {
namespace {

bool IsItemId(const std::string& id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
           c == '-';
  });
}

// Throws PlanError if an earlier check has an item with that id: `gonogo sign` gets only the id.
void RequireNew(const Plan& plan, const std::string& id) {
  for (const Check& check : plan.checks) {
    if (check.gate->name != kSignoffGate || !check.arguments.Map("items").contains(id)) continue;
    throw PlanError(fmt::format("item \"{}\" is already in check \"{}\"", id, check.id));
  }
}

// Throws PlanError if the item that another person must sign isn't one of this check or an earlier.
void RequireOther(const Plan& plan, const Json& items, const std::string& id) {
  const std::string other = items.at(id).value("not_by", "");
  const bool is_known =
      items.contains(other) ||
      std::any_of(plan.checks.begin(), plan.checks.end(), [&](const Check& check) {
        return check.gate->name == kSignoffGate && check.arguments.Map("items").contains(other);
      });
  if (other.empty() || (is_known && other != id)) return;
  throw PlanError(fmt::format(
      "\"not_by\" of item \"{}\" must be another item of this check, or of one before it", id));
}

std::vector<Subject> Items(const Plan& plan, const Arguments& arguments) {
  std::vector<Subject> subjects;
  for (const auto& [id, item] : arguments.Map("items").items()) {
    if (!IsItemId(id)) {
      throw PlanError(fmt::format("item id \"{}\" may have only letters, digits, _ and -", id));
    }
    for (const char* key : {"text", "role"}) {
      if (Trim(item.at(key).get<std::string>()).empty()) {
        throw PlanError(fmt::format("\"{}\" of item \"{}\" is empty", key, id));
      }
    }
    RequireNew(plan, id);
    RequireOther(plan, arguments.Map("items"), id);
    subjects.push_back({id, ""});
  }
  return subjects;
}

// The command to sign with. It names the folder if `gonogo sign` wouldn't find it by itself.
std::string HowToSign(const Inspection& in) {
  const std::string folder = in.migration.folder.string();
  const bool needs_folder = in.migration.is_given && in.migration.signoffs.parent_path() == folder;
  return fmt::format("`{} --item {} --by NAME{}{}`", ShownCommand("sign", in.plan), in.subject.name,
                     in.arguments.Text("ticket").empty() ? "" : " --ticket NUMBER",
                     needs_folder ? " --out " + ShellWord(folder) : "");
}

std::string ChangedSince(const Plan& plan, const Signoff& signoff) {
  const auto changed = plan.ChangedFiles(signoff.files);
  return changed.empty() ? "" : ", changed since: " + Join(changed, ", ");
}

std::string ReasonNotRun(const Inspection& in, const SignoffItem& item,
                         const SignoffStatus& status) {
  const Signoff& signoff = status.signoff;
  switch (status.state) {
    case SignoffState::kExpired:
      return fmt::format("{} signed it at {}, which expired at {}; sign again: {}", signoff.by,
                         signoff.at, status.expires, HowToSign(in));
    case SignoffState::kOfAnotherPlan:
      return fmt::format("{} signed it at {} under another plan ({}, sha256 {}{}); sign again: {}",
                         signoff.by, signoff.at, signoff.plan, signoff.plan_digest.substr(0, 12),
                         ChangedSince(in.plan, signoff), HowToSign(in));
    case SignoffState::kOfSamePerson:
    case SignoffState::kWithoutTicket:
      return fmt::format("{} signed it at {} {}; sign again: {}", signoff.by, signoff.at,
                         WhyRefused(item, status.state), HowToSign(in));
    default:
      return "nobody has signed it; " + HowToSign(in);
  }
}

Outcome Run(const Inspection& in) {
  const auto signoffs = ReadSignoffs(in.migration);
  const SignoffItem item = SignoffItemOf(in.arguments, in.subject.name);
  const SignoffStatus status =
      SignoffStatusOf(item, signoffs, in.plan.digest, in.pair.LatestTime());
  const Signoff& signoff = status.signoff;
  if (status.state == SignoffState::kFromTheFuture) {
    throw PlanError(
        fmt::format("signed at {}, which is in the future: a clock is wrong", signoff.at));
  }
  if (status.state != SignoffState::kSigned) return {.not_run = ReasonNotRun(in, item, status)};
  const std::string ticket = signoff.ticket.empty() ? "" : ", ticket " + signoff.ticket;
  const std::string note = signoff.note.empty() ? "" : ": " + signoff.note;
  return {.examined = 1,
          .findings = {},
          .notes = {fmt::format("signed by {} ({}) at {}{}{}", signoff.by, item.role, signoff.at,
                                ticket, note)}};
}

}  // namespace

Gate Definition() {
  return {
      .name = kSignoffGate,
      .summary =
          "A person has signed what no query can check, for this version of the plan, and "
          "recently.",
      .meaning = "Nobody answers for what no query can check.",
      .remedy =
          "Whoever has the role looks, decides, and signs with gonogo sign --item ID --by NAME.",
      .phases = {Phase::kGate},
      .parameters = {ObjectMapParameter(
                         "items",
                         "the items to sign, by id; each is NOT RUN until `gonogo sign --item "
                         "ID --by NAME`",
                         {TextParameter("text", "what is signed").Required().Literal(),
                          TextParameter("role", "the role of who signs").Required().Literal(),
                          TextParameter("not_by",
                                        "the item that another person must sign: who changes "
                                        "isn't who reviews")
                              .Literal()})
                         .Required(),
                     TextParameter("ticket",
                                   "what the number of the change's ticket looks like, as CHG-*; "
                                   "each signature must name one")
                         .Default("")
                         .Literal(),
                     IntegerParameter("valid_hours", "hours for which a signature is valid")
                         .Default(168)
                         .AtLeast(1)},
      .subjects = Items,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::signoff
