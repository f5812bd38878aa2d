// A line a relation and a line a check, so that a change to the plan is a change of lines.
#include "reporters/pages/plan_text.h"

#include <algorithm>

#include "core/error.h"
#include "core/text/json.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"

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

// Why a schema is left out, or nothing.
std::string ReasonAgainst(const SourceSchema& source, const DiscoveryOptions& wish,
                          const std::string& schema) {
  if (Has(wish.schemas, schema)) return "";
  const auto provider = source.providers.find(schema);
  if (provider != source.providers.end()) return provider->second;
  return wish.schemas.empty() ? "" : "left out when this plan was made";
}

class Writer {
 public:
  Writer(const SourceSchema& source, const DiscoveryOptions& wish) : source_(source), wish_(wish) {
    for (const std::string& schema : wish.schemas) RequireKnown(schema);
    for (const auto& [from, to] : wish.renamed) RequireKnown(from);
  }

  std::string Write() const {
    const std::vector<std::string> relations = Relations();
    if (relations.empty()) {
      throw PlanError("there is no table to move in " + source_.database +
                      (wish_.schemas.empty() ? "" : ", schemas " + Join(wish_.schemas, ", ")));
    }
    return "// What " + Printable(source_.database) +
           " holds, as gonogo found it. It is yours to change; gonogo plan drift says what\n"
           "// the source has come to hold since.\n"
           "{\n  \"gonogo\": 1,\n  \"name\": " +
           Quoted(wish_.name) +
           ",\n\n"
           "  \"connections\": {\n"
           "    \"source\": {\"url\": {\"env\": \"SRC_DB_URL\"}},\n"
           "    \"target\": {\"url\": {\"env\": \"TGT_DB_URL\"}}\n  },\n\n"
           "  // In creation order: a foreign key leads to a relation further up.\n" +
           Lines("relations", relations) + ",\n" + Lines("exclude", Exclusions()) + ",\n\n" +
           Lines("checks", Checks()) + "\n}\n";
  }

 private:
  void RequireKnown(const std::string& schema) const {
    if (Has(source_.schemas, schema)) return;
    throw PlanError("the source has no schema \"" + schema + "\"" +
                    Suggestion(schema, source_.schemas));
  }

  static std::string Lines(const std::string& key, const std::vector<std::string>& lines) {
    if (lines.empty()) return "  \"" + key + "\": []";
    return "  \"" + key + "\": [\n    " + Join(lines, ",\n    ") + "\n  ]";
  }

  std::vector<std::string> Relations() const {
    std::vector<std::string> lines;
    for (const SourceTable& table : InReferenceOrder(source_.tables)) {
      if (!IsMoved(source_, wish_, table)) continue;
      std::string line = "{\"source\": " + Quoted(QuotedName(table.name));
      if (const auto to = wish_.renamed.find(table.name.schema); to != wish_.renamed.end()) {
        line += ", \"target\": " + Quoted(QuotedName({to->second, table.name.name}));
      }
      if (!table.key.empty()) line += ", \"key\": " + List(table.key);
      lines.push_back(line + "}");
    }
    return lines;
  }

  std::vector<std::string> Exclusions() const {
    std::vector<std::string> lines;
    for (const std::string& schema : source_.schemas) {
      const std::string reason = ReasonAgainst(source_, wish_, schema);
      if (reason.empty()) continue;
      lines.push_back("{\"schema\": " + Quoted(schema) + ", \"reason\": " + Quoted(reason) + "}");
    }
    for (const SourceTable& table : source_.tables) {
      if (!table.is_foreign || !ReasonAgainst(source_, wish_, table.name.schema).empty()) {
        continue;
      }
      lines.push_back("{\"relation\": " + Quoted(QuotedName(table.name)) +
                      ", \"reason\": \"a foreign table: its rows are kept elsewhere\"}");
    }
    return lines;
  }

  std::vector<std::string> Checks() const {
    std::vector<std::string> lines;
    for (const std::string& gate : GatesFor(source_)) {
      lines.push_back("{\"id\": " + Quoted(gate) + ", \"gate\": " + Quoted(gate) + "}");
    }
    return lines;
  }

  const SourceSchema& source_;
  const DiscoveryOptions& wish_;
};

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
  add({"owners", "grants", "comments"});
  add({"row_count", "row_checksum", "foreign_key_orphans", "unique_keys"});
  if (source.has_large_objects) add({"large_objects"});
  add({"sequence_headroom", "sequence_exhaustion", "wraparound", "open_transactions", "writable",
       "planner_statistics"});
  if (source.has_scheduled_jobs) add({"scheduled_jobs"});
  add({"leftovers"});
  return gates;
}

bool IsMoved(const SourceSchema& source, const DiscoveryOptions& wish, const SourceTable& table) {
  return !table.is_foreign && ReasonAgainst(source, wish, table.name.schema).empty();
}

std::string PlanText(const SourceSchema& source, const DiscoveryOptions& wish) {
  return Writer(source, wish).Write();
}

}  // namespace gonogo
