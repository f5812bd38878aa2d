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
#include "reporters/pages/found_histories.h"

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

// Returns why a schema is excluded, or "".
std::string ReasonToExclude(const SourceSchema& source, const DiscoveryOptions& options,
                            const std::string& schema) {
  if (Has(options.schemas, schema)) return "";
  const auto provider = source.providers.find(schema);
  if (provider != source.providers.end()) return provider->second;
  return options.schemas.empty() ? "" : "not selected when gonogo wrote this plan";
}

constexpr const char* kTemplate =
    R"(// The tables of {database}, as gonogo found them. Edit this plan as you like.
// `gonogo plan drift` lists what the source has and this plan doesn't.
{{
  "gonogo": 1,
  "name": {name},

  "connections": {{
{pins}    "source": {{"url": {{"env": "SRC_DB_URL"}}{source_provider}{source_pin}}},
    "target": {{"url": {{"env": "TGT_DB_URL"}}{target_provider}{target_pin}}}
  }},
{extensions}
  // In creation order: foreign keys reference relations further up.
{foreign}{relations},
{exclude},

  // What else the source had. Gates compare whatever both sides have; `gonogo plan drift` says what is
  // new. Delete these lines if you don't need that.
{found},

{checks}
}}
)";

constexpr const char* kForeignServersCheck =
    "// The role that wrote this plan can't see the options of all user mappings. Remove\n"
    "    // \"mapping_options\" to compare them as a superuser.\n"
    R"(    {"id": "foreign_servers", "gate": "foreign_servers", "mapping_options": false})";

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
    return fmt::format(kTemplate, fmt::arg("database", Printable(source_.database)),
                       fmt::arg("name", Quoted(options_.name)), fmt::arg("pins", OnPins()),
                       fmt::arg("source_provider", ProviderText(options_.providers.source)),
                       fmt::arg("target_provider", ProviderText(options_.providers.target)),
                       fmt::arg("extensions", Extensions()),
                       fmt::arg("source_pin", PinText(options_.pins.source)),
                       fmt::arg("target_pin", PinText(options_.pins.target)),
                       fmt::arg("foreign", OnForeignTables()),
                       fmt::arg("relations", Lines("relations", relations)),
                       fmt::arg("exclude", Lines("exclude", Exclusions())),
                       fmt::arg("found", Found()), fmt::arg("checks", Lines("checks", Checks())));
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
      if (table.is_foreign && !is_excluded) names.push_back(Printable(QuotedName(table.name)));
    }
    if (names.empty()) return "";
    return fmt::format(
        "  // Foreign tables aren't relations, because their rows are on another server. Gate\n"
        "  // foreign_tables compares what they are: {}.\n",
        Join(names, ", "));
  }

  bool HasRowsOfUsersAtTheProvider() const {
    const Provider* const provider = FindProvider(options_.providers.source);
    return provider != nullptr && options_.providers.target == provider->name &&
           !provider->rows.empty();
  }

  std::vector<std::string> Checks() const {
    // Gates that examine relations: without any, their checks would have nothing to examine.
    static const std::set<std::string> kOfRelations = {"inventory",
                                                       "columns",
                                                       "constraints",
                                                       "indexes",
                                                       "triggers",
                                                       "partitions",
                                                       "row_security",
                                                       "storage",
                                                       "extended_statistics",
                                                       "text_encoding",
                                                       "row_count",
                                                       "row_checksum",
                                                       "unique_keys",
                                                       "foreign_key_orphans",
                                                       "sequence_headroom",
                                                       "planner_statistics"};
    const bool has_relations = !Relations().empty();
    std::vector<std::string> lines;
    for (const std::string& gate : GatesFor(source_)) {
      if (!has_relations && kOfRelations.contains(gate)) continue;
      const bool is_hidden = gate == "foreign_servers" && source_.hides_mapping_options;
      lines.push_back(is_hidden ? kForeignServersCheck
                                : fmt::format(R"({{"id": {0}, "gate": {0}}})", Quoted(gate)));
    }
    if (has_relations && source_.records_no_collation_version) {
      lines.push_back(
          R"({"id": "source_keys", "gate": "unique_keys", "phases": ["preflight"], "side": "source"})");
    }
    if (HasRowsOfUsersAtTheProvider()) {
      lines.push_back(R"({"id": "provider_rows", "gate": "provider_rows"})");
    }
    const std::vector<FoundHistory> histories = HistoriesIn(source_, options_);
    if (!histories.empty()) lines.push_back(HistoryCheck(histories));
    return lines;
  }

  const SourceSchema& source_;
  const DiscoveryOptions& options_;
};

bool HasForeignTables(const SourceSchema& source) {
  return std::any_of(source.tables.begin(), source.tables.end(),
                     [](const SourceTable& table) { return table.is_foreign; });
}

}  // namespace

std::vector<std::string> GatesFor(const SourceSchema& source) {
  std::vector<std::string> gates = {"right_database", "least_privilege", "inventory"};
  const auto add = [&](std::initializer_list<const char*> more) {
    gates.insert(gates.end(), more.begin(), more.end());
  };
  if (source.is_encrypted) add({"tls"});
  add({"settings", "collations", "extension_availability", "extensions", "roles"});
  add({"columns", "constraints", "indexes", "triggers", "partitions", "row_security", "storage",
       "extended_statistics"});
  add({"types", "sequences", "functions", "views", "other_objects", "foreign_servers"});
  if (HasForeignTables(source)) add({"foreign_tables"});
  if (source.has_publications) add({"publications"});
  if (!source.providers.empty()) add({"provider_tables"});
  add({"owners", "grants", "comments"});
  if (source.is_ascii) add({"text_encoding"});
  add({"row_count", "row_checksum", "foreign_key_orphans", "unique_keys"});
  if (source.has_materialized_views) add({"materialized_views"});
  if (source.has_large_objects) add({"large_objects"});
  add({"sequence_values", "sequence_headroom", "sequence_exhaustion", "wraparound",
       "open_transactions", "writable", "planner_statistics"});
  if (source.has_scheduled_jobs) add({"scheduled_jobs"});
  add({"leftovers"});
  return gates;
}

bool IsMoved(const SourceSchema& source, const DiscoveryOptions& options,
             const SourceTable& table) {
  return !table.is_foreign && ReasonToExclude(source, options, table.name.schema).empty();
}

std::string PlanText(const SourceSchema& source, const DiscoveryOptions& options) {
  return PlanWriter(source, options).Write();
}

}  // namespace gonogo
