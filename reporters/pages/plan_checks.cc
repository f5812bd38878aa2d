// A check without phases has those of its gate.
#include "reporters/pages/plan_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/json/json.h"
#include "core/plan/made_after_rows.h"
#include "core/text/text.h"
#include "core/values/provider.h"
#include "reporters/pages/found_histories.h"

namespace gonogo {
namespace {

using Phases = std::vector<std::string>;

std::string Text(const std::string& text) { return ToText(Json(text)); }

std::string TextList(const std::vector<std::string>& texts) {
  std::vector<std::string> quoted;
  for (const std::string& text : texts) quoted.push_back(Text(text));
  return "[" + Join(quoted, ", ") + "]";
}

bool HasForeignTables(const SourceSchema& source) {
  return std::any_of(source.tables.begin(), source.tables.end(),
                     [](const SourceTable& table) { return table.is_foreign; });
}

// Gates that examine relations: without any, their checks would have nothing to examine.
bool IsOfRelations(const std::string& gate) {
  static const std::set<std::string> gates = {"inventory",
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
                                              "planner_statistics",
                                              "business_key_checksum"};
  return gates.contains(gate);
}

// Gates that compare two servers, or read rows of a source.
bool NeedsSource(const std::string& gate) {
  static const std::set<std::string> gates = {
      "least_privilege", "collations",         "extension_availability", "text_encoding",
      "row_checksum",    "materialized_views", "large_objects",          "scheduled_jobs",
      "foreign_servers", "provider_tables",    "extension_rows"};
  return gates.contains(gate);
}

class CheckWriter {
 public:
  CheckWriter(const SourceSchema& source, const DiscoveryOptions& options)
      : source_(source), options_(options) {}

  std::vector<std::string> Write() {
    for (const std::string& gate : GatesFor(source_)) {
      if (gate == "owners" || gate == "grants" || gate == "row_security") {
        AddRoleCheck(gate);
      } else if (gate == "roles" && !options_.lone_roles.empty()) {
        Add(gate, gate, PhasesOf(gate), ", \"except\": " + TextList(options_.lone_roles));
      } else if (gate == "foreign_servers" && source_.hides_mapping_options) {
        Add(gate, gate, PhasesOf(gate), R"(, "mapping_options": false)",
            "The role that wrote this plan can't see the options of all user mappings. Remove\n"
            "    // \"mapping_options\" to compare them as a superuser.");
      } else if (gate == "least_privilege" && source_.role_can_write) {
        Add(gate, gate, {}, R"(, "severity": "advisory")",
            "The role that wrote this plan can do more than read. sql/grants/gonogo.sql makes one\n"
            "    // that can't: use it, and remove \"severity\".");
      } else if (IsStaged() && (gate == "row_count" || gate == "row_checksum")) {
        Add(gate, gate, PhasesOf(gate), R"(, "after": "fence")");
      } else {
        Add(gate, gate, PhasesOf(gate));
      }
      if (gate == "least_privilege" && options_.is_encrypted) Add("tls", "tls", {});
    }
    if (options_.in_place) AddContents();
    AddRare();
    AddMigrations();
    if (IsStaged()) AddStaged();
    return std::move(lines_);
  }

 private:
  bool IsStaged() const { return options_.stages != StagesBy::kNone && !options_.in_place; }

  bool HasRelations() const {
    return std::any_of(source_.tables.begin(), source_.tables.end(),
                       [&](const SourceTable& table) { return IsMoved(source_, options_, table); });
  }

  // Returns the phases of a check, none if they are the gate's: at preflight the target has no
  // tables yet, until the backfill no rows, and if pg_dump makes the schema, no indexes.
  Phases PhasesOf(const std::string& gate) const {
    if (gate == "right_database" && options_.stages != StagesBy::kNone) {
      return {"preflight", "gate", "cutover", "rollback"};
    }
    if (!IsStaged()) return {};
    if (gate == "row_count") return {"verify", "gate", "cutover"};
    if (gate == "row_checksum") return {"gate", "cutover"};
    // Large objects and the contents of materialized views come with the rows, whoever makes the
    // schema.
    static const std::set<std::string> with_rows = {"comments", "grants", "owners", "views"};
    const bool is_later = options_.stages == StagesBy::kDump
                              ? PartMadeAfterRows(gate) != MadeAfterRows::kNothing
                              : with_rows.contains(gate);
    if (!is_later || gate == "publications") return {};
    static const std::set<std::string> of_finalize = {"constraints", "indexes", "partitions",
                                                      "triggers",    "views",   "provider_tables"};
    return of_finalize.contains(gate) ? Phases{"verify", "gate", "finalize"}
                                      : Phases{"verify", "gate"};
  }

  // `comment` may have several lines, all but the first with "    // " before them.
  void Add(const std::string& id, const std::string& gate, const Phases& phases,
           const std::string& parameters = "", const std::string& comment = "") {
    if (IsOfRelations(gate) && !HasRelations()) return;
    if (options_.in_place && NeedsSource(gate)) return;
    std::string line = comment.empty() ? "" : "// " + comment + "\n    ";
    line += fmt::format(R"({{"id": {}, "gate": {})", Text(id), Text(gate));
    if (!phases.empty()) line += ", \"phases\": " + TextList(phases);
    lines_.push_back(line + parameters + "}");
  }

  void AddRoleCheck(const std::string& gate) {
    std::vector<std::string> roles;
    for (const auto& [from, to] : options_.roles) roles.push_back(Text(from) + ": " + Text(to));
    if (roles.empty()) {
      Add(gate, gate, PhasesOf(gate));
    } else {
      Add(gate, gate, PhasesOf(gate), ", \"roles\": {" + Join(roles, ", ") + "}");
    }
  }

  // In place, the values of all columns are compared with those that the baseline has digests of.
  void AddContents() {
    std::vector<std::string> entries;
    std::vector<std::string> without_columns;
    for (const SourceTable& table : source_.tables) {
      if (!IsMoved(source_, options_, table)) continue;
      const std::string name = QuotedName(table.name);
      if (table.columns.empty()) {
        without_columns.push_back(name);
      } else {
        entries.push_back(Text(name) + ": " + TextList(table.columns));
      }
    }
    if (entries.empty()) return;
    const std::string except =
        without_columns.empty() ? "" : ", \"except\": " + TextList(without_columns);
    Add("values", "business_key_checksum", {},
        except + ", \"columns\": {\n      " + Join(entries, ",\n      ") + "}",
        "Remove the columns whose values the migration changes on purpose.");
  }

  void AddRare() {
    if (source_.records_no_collation_version && !options_.in_place) {
      Add("source_keys", "unique_keys", {"preflight"}, R"(, "side": "source")");
    }
    const Provider* const provider = FindProvider(options_.providers.source);
    if (provider != nullptr && options_.providers.target == provider->name &&
        !provider->rows.empty() && !options_.in_place) {
      Add("provider_rows", "provider_rows", {});
    }
  }

  void AddMigrations() {
    const std::vector<FoundHistory> histories = HistoriesIn(source_, options_);
    const bool is_only_one = histories.size() == 1;  // or nobody knows whose the folder is
    const Phases after_rows = IsStaged() ? Phases{"verify", "gate"} : Phases{};
    if (!histories.empty()) {
      Add("migration_history", "migration_history", after_rows,
          ", \"histories\": " + HistoriesText(histories, is_only_one ? options_.migrations : ""),
          options_.migrations.empty() || !is_only_one
              ? "Give each history its \"folder\" too, and add a check with gate migration_safety."
              : "");
    }
    if (options_.migrations.empty()) return;
    Add("migration_safety", "migration_safety", IsStaged() ? Phases{"preflight", "gate"} : Phases{},
        ", \"services\": " + ServicesText(histories, options_.migrations));
  }

  // Checks that only make sense if gonogo runs the stages.
  void AddStaged() {
    Add("fence", "fence", {"cutover"}, "",
        "Before the cutover: stop the application, and run on the source\n"
        "    // ALTER DATABASE ... SET default_transaction_read_only = on");
    if (!HasRelations()) return;
    Add("nothing_lost", "row_count", {"rollback"}, R"(, "target_may_have_more": true)");
  }

  const SourceSchema& source_;
  const DiscoveryOptions& options_;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> GatesFor(const SourceSchema& source) {
  std::vector<std::string> gates = {"right_database", "least_privilege", "inventory"};
  const auto add = [&](std::initializer_list<const char*> more) {
    gates.insert(gates.end(), more.begin(), more.end());
  };
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
  if (source.has_extension_rows) add({"extension_rows"});
  add({"leftovers"});
  return gates;
}

std::vector<std::string> ChecksFor(const SourceSchema& source, const DiscoveryOptions& options) {
  return CheckWriter(source, options).Write();
}

}  // namespace gonogo
