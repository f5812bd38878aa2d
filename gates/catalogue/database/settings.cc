// settings: the server parameters that change the meaning or the results of statements have the
// same values on both sides.
#include <fmt/format.h>

#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/setting_value.h"
#include "gates/inspection.h"
#include "gates/objects/provider_differences.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo::settings {
namespace {

// Those that change results; those that only change speed may differ.
constexpr const char* kNames = R"(["TimeZone", "DateStyle", "IntervalStyle", "search_path",
  "standard_conforming_strings", "backslash_quote", "escape_string_warning", "array_nulls",
  "transform_null_equals", "bytea_output", "xmlbinary", "xmloption", "extra_float_digits",
  "default_text_search_config", "default_transaction_isolation", "default_transaction_deferrable",
  "default_transaction_read_only", "session_replication_role", "row_security",
  "check_function_bodies", "lc_monetary", "lc_numeric", "lc_time", "statement_timeout",
  "lock_timeout", "idle_in_transaction_session_timeout", "client_encoding"])";

bool IsProviders(const Provider* provider, const std::string& name, const std::string& value) {
  if (provider == nullptr) return false;
  const auto setting = provider->settings.find(name);
  return setting != provider->settings.end() && setting->second == value;
}

// A source that is closed for the migration shouldn't close the target.
bool IsClosed(const Inspection& in, const std::string& name, const std::string& have,
              const std::string& want) {
  return in.plan.has_source() && name == "default_transaction_read_only" && want == "on" &&
         have == "off";
}

// A later major may no longer have a parameter that this gate compares by itself: 19 removed
// escape_string_warning. One that the plan names is an error.
void NoteOrRefuseUnknown(const std::string& name, const Json& names, Outcome& outcome) {
  if (names != ParseJson(kNames)) {
    throw DatabaseError("neither side has the parameter " + name, "");
  }
  outcome.notes.push_back(name + " is a parameter of neither side");
}

Outcome Run(const Inspection& in) {
  RequireReadable(in, in.plan);
  const Json names(in.arguments.Texts("names"));
  const BothRows rows = in.pair.Query(sql::kSettings, {ToParameter(names)});
  const ProviderDifferences differences(in);
  const Provider* const target = differences.Of(SideName::kTarget);
  Outcome outcome;
  for (std::size_t i = 0; i < rows.source.size(); ++i) {
    const std::string& name = rows.source[i].Text("name");
    const Value& want = rows.source[i].Maybe("value");
    const Value& have = rows.target[i].Maybe("value");
    if (!want && !have) {
      NoteOrRefuseUnknown(name, names, outcome);
      continue;
    }
    if (!want || !have) {
      outcome.notes.push_back(fmt::format("{} is a parameter of the {} only", name,
                                          ToString(want ? SideName::kSource : SideName::kTarget)));
      continue;
    }
    ++outcome.examined;
    if (have == want) continue;
    if (IsClosed(in, name, *have, *want)) {
      outcome.notes.push_back(
          fmt::format("excluded: {}, on only on the source, which is closed", name));
    } else if (IsProviders(target, name, *have) && want == rows.source[i].Maybe("default")) {
      outcome.notes.push_back(
          fmt::format("excluded: {}, as {} sets it: {}; the source has the default", name,
                      target->title, *have));
    } else if (SettingMeaning(name, *have) != SettingMeaning(name, *want)) {
      outcome.findings.push_back({name, *have, *want});
    } else {
      outcome.notes.push_back(
          fmt::format("{}: {} is the same as the source's {}", name, *have, *want));
    }
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {.name = "settings",
          .summary = "Server parameters that change results have the same values on both sides.",
          .meaning = "The same statement gives another result on the target, or fails there.",
          .remedy =
              "Run ALTER DATABASE or ALTER ROLE with SET on the target, or change its server's "
              "configuration.",
          .phases = {Phase::kPreflight, Phase::kGate},
          .parameters =
              {TextListParameter("names", "the server parameters to compare").DefaultJson(kNames)},
          .subjects = OneForTheDatabase,
          .run = Run,
          .with_baseline = true};
}

}  // namespace gonogo::settings
