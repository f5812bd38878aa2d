// Writes one line per relation and per check, so that a change to the plan is a change of lines.
#include "reporters/pages/plan_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/error.h"
#include "core/json/json.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"
#include "core/values/provider.h"
#include "reporters/model/shown_text.h"
#include "reporters/pages/plan_checks.h"
#include "reporters/pages/plan_stages.h"

namespace gonogo {
namespace {

std::string Quoted(const std::string& text) { return ToText(Json(text)); }

std::string List(const std::vector<std::string>& texts) {
  std::vector<std::string> quoted;
  for (const std::string& text : texts) quoted.push_back(Quoted(text));
  return "[" + Join(quoted, ", ") + "]";
}

bool Has(const std::vector<std::string>& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

constexpr const char* kTemplate =
    R"(// The tables of {database}, as gonogo found them. Edit this plan as you like.
// `gonogo plan drift` lists what the source has and this plan doesn't.
{{
  "gonogo": 1,
  "name": {name},

  "connections": {{
{pins}{connections}
  }},
{baseline}{readers}{extensions}
  // In creation order: foreign keys reference relations further up.
{foreign}{relations},
{exclude},

  // What else the source had. Gates compare whatever both sides have; `gonogo plan drift` says what is
  // new. Delete these lines if you don't need that.
{found},

{checks}{stages}
}}
)";

class PlanWriter {
 public:
  PlanWriter(const SourceSchema& source, const DiscoveryOptions& options)
      : source_(source), options_(options) {
    for (const std::string& schema : options.schemas) RequireKnown(schema);
    for (const auto& [from, to] : options.renamed) RequireKnown(from);
  }

  std::string Write() const {
    const std::vector<std::string> relations = Relations();
    if (relations.empty() && FoundByKind().empty()) {
      throw PlanError(
          fmt::format("there is nothing to move in {}{}", source_.database,
                      options_.schemas.empty() ? "" : ", schemas " + Join(options_.schemas, ", ")));
    }
    return fmt::format(kTemplate, fmt::arg("database", InOneLine(source_.database)),
                       fmt::arg("name", Quoted(options_.name)), fmt::arg("pins", OnPins()),
                       fmt::arg("connections", Connections()), fmt::arg("baseline", Baseline()),
                       fmt::arg("readers", ReadingRoles()), fmt::arg("extensions", Extensions()),
                       fmt::arg("foreign", OnForeignTables()),
                       fmt::arg("relations", Lines("relations", relations)),
                       fmt::arg("exclude", Lines("exclude", Exclusions())),
                       fmt::arg("found", Found()),
                       fmt::arg("checks", Lines("checks", ChecksFor(source_, options_))),
                       fmt::arg("stages", Stages()));
  }

 private:
  void RequireKnown(const std::string& schema) const {
    if (Has(source_.schemas, schema)) return;
    throw PlanError(fmt::format("the source has no schema \"{}\"{}", schema,
                                Suggestion(schema, source_.schemas)));
  }

  std::string OnPins() const {
    if (options_.pins.source.empty() && options_.pins.target.empty()) return "";
    return "    // gonogo refuses a URL that leads to another database than the one pinned here.\n";
  }

  std::string Connections() const {
    const auto connection = [&](SideName side, const char* variable) {
      return fmt::format(R"(    "{}": {{"url": {{"env": "{}"}}{}{}}})", ToString(side), variable,
                         ProviderText(options_.providers[side]), PinText(options_.pins[side]));
    };
    const std::string target = connection(SideName::kTarget, "TGT_DB_URL");
    if (options_.in_place) return target;
    return connection(SideName::kSource, "SRC_DB_URL") + ",\n" + target;
  }

  std::string Baseline() const {
    if (!options_.in_place) return "";
    return "  // Stage preflight records the database as it is before the migration. What the migration\n"
           "  // adds is listed, what it changes or removes is NO-GO.\n"
           "  \"baseline\": {\"max_age_hours\": 24, \"additions\": \"advisory\"},\n";
  }

  std::string ReadingRoles() const {
    if (source_.reading_roles.empty()) return "";
    return "  // gonogo reads as these roles. Their rights to read aren't compared: remove a role that\n"
           "  // others use too.\n  \"reading_roles\": " +
           List(source_.reading_roles) + ",\n";
  }

  std::string Stages() const {
    const std::string stages = StagesFor(options_);
    return stages.empty() ? "" : ",\n\n" + stages;
  }

  static std::string ProviderText(const std::string& provider) {
    return provider.empty() ? "" : ", \"provider\": " + Quoted(provider);
  }

  std::string Extensions() const {
    if (options_.extensions.empty()) return "";
    std::vector<std::string> entries;
    for (const auto& [name, schema] : options_.extensions) {
      entries.push_back(Quoted(name) + ": " + Quoted(schema));
    }
    return fmt::format(
        "\n  // Extensions that the target has in another schema.\n  \"extensions\": {{{}}},\n",
        Join(entries, ", "));
  }

  static std::string PinText(const Pin& pin) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : std::vector<std::pair<std::string, std::string>>{
             {"system_identifier", pin.system_identifier},
             {"host", pin.host},
             {"database", pin.database},
             {"database_oid", pin.database_oid}}) {
      if (!value.empty()) keys.push_back(fmt::format("{}: {}", Quoted(key), Quoted(value)));
    }
    return keys.empty() ? "" : fmt::format(",\n               \"pin\": {{{}}}", Join(keys, ", "));
  }

  static std::string Lines(const std::string& key, const std::vector<std::string>& lines) {
    if (lines.empty()) return fmt::format("  \"{}\": []", key);
    return fmt::format("  \"{}\": [\n    {}\n  ]", key, Join(lines, ",\n    "));
  }

  std::vector<std::string> Relations() const {
    std::vector<std::string> lines;
    for (const SourceTable& table : InReferenceOrder(source_.tables)) {
      if (!IsMoved(source_, options_, table)) continue;
      std::string line = "{\"source\": " + Quoted(QuotedName(table.name));
      if (const auto to = options_.renamed.find(table.name.schema); to != options_.renamed.end()) {
        line += ", \"target\": " + Quoted(QuotedName({to->second, table.name.name}));
      }
      if (!table.key.empty()) line += ", \"key\": " + List(table.key);
      if (!table.columns.empty()) line += ", \"columns\": " + List(table.columns);
      lines.push_back(line + "}");
    }
    return lines;
  }

  std::map<std::string, std::vector<std::string>> FoundByKind() const {
    std::map<std::string, std::vector<std::string>> found;
    for (const SourceObject& object : source_.objects) {
      const bool is_moved =
          object.schema.empty() || ReasonToExclude(source_, options_, object.schema).empty();
      if (is_moved) found[object.kind].push_back(object.name);
    }
    return found;
  }

  // One line for each object, so that a change is a change of lines.
  std::string Found() const {
    std::vector<std::string> kinds;
    for (const auto& [kind, names] : FoundByKind()) {
      std::vector<std::string> quoted;
      for (const std::string& name : names) quoted.push_back(Quoted(name));
      kinds.push_back(
          fmt::format("{}: [\n      {}\n    ]", Quoted(kind), Join(quoted, ",\n      ")));
    }
    if (kinds.empty()) return R"(  "found": {})";
    return fmt::format("  \"found\": {{\n    {}\n  }}", Join(kinds, ",\n    "));
  }

  std::vector<std::string> Exclusions() const {
    std::vector<std::string> lines;
    for (const std::string& schema : source_.schemas) {
      const std::string reason = ReasonToExclude(source_, options_, schema);
      if (reason.empty()) continue;
      lines.push_back(
          fmt::format(R"({{"schema": {}, "reason": {}}})", Quoted(schema), Quoted(reason)));
    }
    return lines;
  }

  // Returns a comment that says why the foreign tables aren't relations, or "".
  std::string OnForeignTables() const {
    std::vector<std::string> names;
    for (const SourceTable& table : source_.tables) {
      const bool is_excluded = !ReasonToExclude(source_, options_, table.name.schema).empty();
      if (table.is_foreign && !is_excluded) names.push_back(InOneLine(QuotedName(table.name)));
    }
    if (names.empty()) return "";
    return fmt::format(
        "  // Foreign tables aren't relations, because their rows are on another server. Gate\n"
        "  // foreign_tables compares what they are: {}.\n",
        Join(names, ", "));
  }

  const SourceSchema& source_;
  const DiscoveryOptions& options_;
};

}  // namespace

std::string ReasonToExclude(const SourceSchema& source, const DiscoveryOptions& options,
                            const std::string& schema) {
  if (Has(options.schemas, schema)) return "";
  const auto provider = source.providers.find(schema);
  if (provider != source.providers.end()) return provider->second;
  return options.schemas.empty() ? "" : "not selected when gonogo wrote this plan";
}

bool IsMoved(const SourceSchema& source, const DiscoveryOptions& options,
             const SourceTable& table) {
  return !table.is_foreign && ReasonToExclude(source, options, table.name.schema).empty();
}

std::string PlanText(const SourceSchema& source, const DiscoveryOptions& options) {
  return PlanWriter(source, options).Write();
}

}  // namespace gonogo
