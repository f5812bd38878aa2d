// Reads the sections of a plan in the order in which they depend on each other.
#include "core/plan/reading/plan_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/error.h"
#include "core/plan/declared_case.h"
#include "core/plan/reading/check_reader.h"
#include "core/plan/reading/plan_keys.h"
#include "core/plan/reading/stage_reader.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"
#include "core/values/object_reader.h"
#include "core/values/relation_name.h"

namespace gonogo {
namespace {

// The evidence of a migration is in evidence/NAME by default.
bool IsFolderName(const std::string& name) {
  return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos &&
         name.find('\n') == std::string::npos && Printable(name) == name;
}

class PlanReader {
 public:
  PlanReader(const LocatedJson& document, std::span<const Gate> gates,
             std::span<const Stage> stages, const Environment& environment)
      : document_(document), gates_(gates), stages_(stages), environment_(environment) {}

  Plan Read() {
    const Json keys =
        ReadObject(document_, "", PlanKeys(), {"connections", "checks", "stages"}, environment_);
    if (keys["gonogo"] != 1) document_.ThrowAt("/gonogo", "this gonogo reads plan format 1");
    plan_.file = document_.At("").file;
    plan_.name = keys["name"];
    if (!IsFolderName(plan_.name)) {
      document_.ThrowAt("/name",
                        "\"name\" must be a name for a folder: without /, line breaks and other "
                        "unprintable characters, and neither . nor ..");
    }
    plan_.summary = keys["summary"];
    plan_.flag_file = keys.value("flag_file", "");
    plan_.fixture = keys["fixture"];
    plan_.max_age_hours = keys["max_age_hours"];
    ReadLimits(Arguments(keys["limits"]));
    ReadBaseline(Arguments(keys));
    ReadWindow(Arguments(keys));
    ReadConnections();
    ReadRelations(keys["relations"]);
    plan_.recorded = keys["found"].get<std::map<std::string, std::vector<std::string>>>();
    ReadExclusions(keys["exclude"]);
    plan_.extensions = keys["extensions"].get<std::map<std::string, std::string>>();
    plan_.reading_roles = keys["reading_roles"].get<std::vector<std::string>>();
    ReadChecks(document_, gates_, environment_, keys["owner"], plan_);
    ReadWaivers(keys["waivers"]);
    plan_.stages = ReadStages(document_, stages_, plan_, environment_);
    ReadWindowTerms(Arguments(keys));
    return std::move(plan_);
  }

 private:
  void ReadLimits(const Arguments& limits) {
    plan_.limits.statement_timeout =
        std::chrono::milliseconds(limits.Integer("statement_timeout_ms"));
    plan_.limits.lock_timeout = std::chrono::milliseconds(limits.Integer("lock_timeout_ms"));
    plan_.limits.connect_timeout = std::chrono::seconds(limits.Integer("connect_timeout_s"));
  }

  void ReadBaseline(const Arguments& keys) {
    if (!keys.Has("baseline")) return;
    const Arguments terms = keys.Member("baseline");
    plan_.baseline = {.max_age = std::chrono::hours(terms.Integer("max_age_hours")),
                      .additions = terms.Text("additions") == "advisory" ? Severity::kAdvisory
                                                                         : Severity::kRequired};
  }

  // Variables that give both times may be unset: nobody has booked a window yet.
  void ReadWindow(const Arguments& keys) {
    if (!keys.Has("window")) return;
    const Arguments times = keys.Member("window");
    if (times.Text("from").empty() && times.Text("until").empty()) return;
    try {
      plan_.window = WindowFrom(times);
    } catch (const PlanError& error) {
      document_.ThrowAt("/window", error.what());
    }
  }

  void ReadWindowTerms(const Arguments& keys) {
    if (!keys.Has("window")) return;
    try {
      plan_.window_terms = WindowTermsFrom(keys.Member("window"), plan_);
    } catch (const PlanError& error) {
      document_.ThrowAt("/window", error.what());
    }
    const Json& given = document_.value["window"]["from"];
    plan_.window_terms->is_written = given.is_string() && given != "";
  }

  void ReadConnections() {
    const Json& document = document_.value;
    if (!document.contains("connections")) {
      document_.ThrowAt("", "\"connections\" is missing: source and target");
    }
    const Json& connections = document["connections"];
    if (!connections.is_object()) document_.ThrowAt("/connections", "must be an object");
    const std::vector<std::string> known = {"source", "target", "pooler"};
    for (const auto& [name, value] : connections.items()) {
      const std::string pointer = Below("/connections", name);
      if (std::find(known.begin(), known.end(), name) == known.end()) {
        document_.ThrowAt(pointer, UnknownName("connection", name, known));
      }
      plan_.connections[name] = ReadConnection(value, pointer);
    }
    RequireBothSides();
  }

  void RequireBothSides() const {
    const bool has_source = plan_.connections.contains("source");
    if (!plan_.connections.contains("target")) {
      document_.ThrowAt("/connections", "\"target\" is missing");
    }
    if (has_source && plan_.baseline) {
      document_.ThrowAt("/connections",
                        "a plan has either a \"source\" or a \"baseline\", not both");
    }
    if (!has_source && !plan_.baseline) {
      document_.ThrowAt("/connections",
                        "\"source\" is missing; a migration inside one database needs a "
                        "\"baseline\" instead");
    }
  }

  Connection ReadConnection(const Json& given, const std::string& pointer) const {
    if (!given.is_object()) {
      document_.ThrowAt(pointer, "must be an object: {\"url\": {\"env\": \"SRC_DB_URL\"}}");
    }
    const std::string url = Below(pointer, "url");
    const Json keys = ReadObject(document_, pointer, ConnectionKeys(), {"url"}, environment_);
    const bool is_pooler = pointer == "/connections/pooler";
    if (is_pooler && keys.contains("provider")) {
      document_.ThrowAt(Below(pointer, "provider"),
                        "only the source and the target have a provider");
    }
    const Pin pin = ReadPin(keys, pointer);
    const std::string provider = keys.value("provider", "");
    if (given.contains("url") && given["url"].is_string()) {
      const std::string text = given["url"];
      if (text.find("://") != std::string::npos || text.find("password") != std::string::npos) {
        document_.ThrowAt(
            url, "a URL may contain a password: give {\"env\": NAME} or \"service=NAME\" instead");
      }
      return {.variable = "", .url = text, .pin = pin, .provider = provider};
    }
    if (!given.contains("url") || !given["url"].is_object()) {
      document_.ThrowAt(pointer, "\"url\" must be {\"env\": NAME} or \"service=NAME\"");
    }
    const Json reference = ReadObject(document_, url, {VariableName()}, {}, environment_);
    return {.variable = reference["env"], .url = "", .pin = pin, .provider = provider};
  }

  Pin ReadPin(const Json& read, const std::string& connection) const {
    if (!read.contains("pin")) return {};
    const std::string pointer = Below(connection, "pin");
    if (connection == "/connections/pooler") {
      document_.ThrowAt(pointer, "only the source and the target can be pinned");
    }
    try {
      return PinFrom(Arguments(read["pin"]));
    } catch (const PlanError& error) {
      document_.ThrowAt(pointer, error.what());
    }
  }

  void ReadRelations(const Json& relations) {
    std::set<std::string> sources;
    std::set<std::string> targets;
    for (std::size_t i = 0; i < relations.size(); ++i) {
      const std::string pointer = Below("/relations", i);
      const Arguments given(relations[i]);
      const std::string source = given.Text("source");
      if (!sources.insert(Normalised(source)).second) {
        document_.ThrowAt(pointer, fmt::format("relation {} is given twice", source));
      }
      const std::string target = given.Has("target") ? given.Text("target") : source;
      if (plan_.baseline && Normalised(target) != Normalised(source)) {
        document_.ThrowAt(pointer,
                          "a migration inside one database can't move a relation: leave out "
                          "\"target\"");
      }
      if (!targets.insert(Normalised(target)).second) {
        document_.ThrowAt(pointer, fmt::format("two relations have the target {}", target));
      }
      plan_.relations.push_back({.source = source,
                                 .target = target,
                                 .key = given.Texts("key"),
                                 .columns = given.Texts("columns")});
    }
  }

  void ReadExclusions(const Json& exclusions) {
    for (std::size_t i = 0; i < exclusions.size(); ++i) {
      const std::string pointer = Below("/exclude", i);
      const Arguments given(exclusions[i]);
      if (Trim(given.Text("reason")).empty()) {
        document_.ThrowAt(pointer, "an exclusion needs a reason");
      }
      if (given.Has("relation") == given.Has("schema")) {
        document_.ThrowAt(pointer, "an exclusion needs either a \"relation\" or a \"schema\"");
      }
      plan_.exclusions.push_back({.relation = given.Has("relation") ? given.Text("relation") : "",
                                  .schema = given.Has("schema") ? given.Text("schema") : "",
                                  .reason = given.Text("reason")});
    }
  }

  // An expired waiver isn't an error of the plan; the verdict reports it.
  void ReadWaivers(const Json& waivers) {
    for (std::size_t i = 0; i < waivers.size(); ++i) {
      try {
        const Waiver waiver = WaiverFrom(waivers[i]);
        if (AcceptsNothing(waiver)) throw PlanError("\"finding\" of the waiver is empty");
        RequireMatchingCase(plan_, waiver);
        plan_.waivers.push_back(waiver);
      } catch (const PlanError& error) {
        document_.ThrowAt(Below("/waivers", i), error.what());
      }
    }
  }

  const LocatedJson& document_;
  std::span<const Gate> gates_;
  std::span<const Stage> stages_;
  const Environment& environment_;
  Plan plan_;
};

}  // namespace

Plan ReadPlan(const LocatedJson& document, std::span<const Gate> gates,
              std::span<const Stage> stages, const Environment& environment) {
  return PlanReader(document, gates, stages, environment).Read();
}

}  // namespace gonogo
