// Tells refusals by a rule from other errors: otherwise a misspelt probe would pass as refused.
#include "gates/probes/probe_expectation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

bool IsSqlState(const std::string& text) {
  constexpr std::string_view kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  return text.size() == 5 && text.find_first_not_of(kDigits) == std::string::npos;
}

bool IsOf(const std::string& sqlstate, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return sqlstate.starts_with(beginning); });
}

// Classes of errors that never prove anything: connection, conflict with other transactions,
// resources, cancelled or shut down, lock, and faults of the server.
bool IsInconclusive(const std::string& sqlstate) {
  return IsOf(sqlstate, {"08", "40", "53", "57", "58", "XX", "55P03"});
}

// Classes of errors that prove something only if the plan expects them: read-only transaction,
// invalid transaction, unknown schema, missing privilege, syntax error.
bool IsInconclusiveUnlessExpected(const std::string& sqlstate) {
  return IsOf(sqlstate, {"25", "2D", "3F", "42"});
}

std::string Hint(const std::string& sqlstate) {
  if (sqlstate == "42501") return "; grant the privilege, or expect that \"sqlstate\"";
  if (sqlstate == "55P03") return "; another transaction holds a lock";
  if (IsInconclusiveUnlessExpected(sqlstate))
    return "; correct the probe, or expect that \"sqlstate\"";
  return "";
}

ProbeExpectation RefusalOf(const Arguments& fails) {
  ProbeExpectation expectation;
  const std::array<std::pair<const char*, std::string*>, 3> members = {
      {{"sqlstate", &expectation.sqlstate},
       {"constraint", &expectation.constraint},
       {"message", &expectation.message}}};
  for (const auto& [name, text] : members) {
    if (!fails.Has(name)) continue;
    *text = fails.Text(name);
    if (text->empty()) throw PlanError("\"" + std::string(name) + "\" is empty");
  }
  if (fails.values().empty()) {
    throw PlanError(R"("fails" needs one of "sqlstate", "constraint" and "message")");
  }
  const std::string& state = expectation.sqlstate;
  if (!state.empty() && !IsSqlState(state)) {
    throw PlanError(fmt::format("\"{}\" isn't a SQLSTATE: five digits or capital letters", state));
  }
  if (IsInconclusive(state)) {
    throw PlanError(fmt::format(
        "SQLSTATE {} means that the server couldn't go on, which proves nothing about a rule",
        state));
  }
  return expectation;
}

}  // namespace

std::vector<Parameter> ExpectationParameters() {
  return {ObjectParameter(
              "fails", "how it must fail: at least one of these, and all that are given",
              {TextParameter("sqlstate",
                             "23514: check, 23505: unique, 23503: foreign key, P0001: "
                             "RAISE. 42501 and the errors of a misspelt probe count only "
                             "if given here"),
               TextParameter("constraint", "the constraint's name, as the server reports it"),
               TextParameter("message", "a part of the message, in the server's language")}),
          BooleanParameter("succeeds", "or true: it must not fail")};
}

ProbeExpectation ExpectationOf(const Arguments& probe) {
  if (probe.Has("fails") == probe.Has("succeeds")) {
    throw PlanError(R"(needs either "fails" or "succeeds")");
  }
  if (probe.Has("fails")) return RefusalOf(probe.Member("fails"));
  if (!probe.Boolean("succeeds")) throw PlanError(R"("succeeds" can only be true; see "fails")");
  return {.succeeds = true};
}

std::string Describe(const ProbeExpectation& expectation) {
  if (expectation.succeeds) return "succeeds";
  std::vector<std::string> parts;
  if (!expectation.sqlstate.empty()) parts.push_back(expectation.sqlstate);
  if (!expectation.constraint.empty()) parts.push_back(expectation.constraint);
  if (!expectation.message.empty()) parts.push_back("\"" + expectation.message + "\"");
  return "fails with " + Join(parts, ", ");
}

std::string Describe(const ServerError& refusal) {
  const bool has_constraint = refusal.has_own_names && !refusal.constraint.empty();
  const std::string constraint = has_constraint ? ", " + refusal.constraint : "";
  return refusal.sqlstate + constraint + ": " + refusal.kept.substr(0, refusal.kept.find('\n'));
}

bool IsMet(const ProbeExpectation& expectation, const std::optional<ServerError>& refusal) {
  if (!refusal || expectation.succeeds) return !refusal && expectation.succeeds;
  const auto is = [](const std::string& wanted, const std::string& given) {
    return wanted.empty() || wanted == given;
  };
  return is(expectation.sqlstate, refusal->sqlstate) &&
         is(expectation.constraint, refusal->constraint) &&
         refusal->message.find(expectation.message) != std::string::npos;
}

void RequireConclusive(const std::string& side, const ProbeExpectation& expectation,
                       const ServerError& refusal) {
  const std::string& state = refusal.sqlstate;
  const bool is_expected = !expectation.sqlstate.empty() && expectation.sqlstate == state;
  if (!IsInconclusive(state) && (is_expected || !IsInconclusiveUnlessExpected(state))) return;
  throw DatabaseError(
      fmt::format("{}: the answer proves nothing: {}{}", side, Describe(refusal), Hint(state)),
      state);
}

}  // namespace gonogo
