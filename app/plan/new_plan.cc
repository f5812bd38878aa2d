// The source may be looked at alone; with the target, the plan says what differs there.
#include "app/plan/new_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/given_url.h"
#include "app/plan/discovery.h"
#include "app/plan/target_look.h"
#include "core/error.h"
#include "core/text/text.h"
#include "core/values/provider.h"
#include "fixtures/pair.h"
#include "fixtures/session/pin.h"
#include "gates/reading/provider_of.h"
#include "reporters/pages/found_histories.h"

namespace gonogo {
namespace {

// Throws DatabaseError if the side can't be opened.
Side OpenOrThrow(const std::string& name, const std::string& url) {
  Side side = OpenSide(name, ParseGiven(url, "--" + name), {});
  RequireOpen(side);
  return side;
}

// Parses "public=issuer" into the schemas that get another name.
std::map<std::string, std::string> RenamedSchemas(const std::vector<std::string>& maps) {
  std::map<std::string, std::string> renamed;
  for (const std::string& map : maps) {
    const std::size_t equals = map.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == map.size()) {
      throw PlanError("--map " + map + ": want SOURCE_SCHEMA=TARGET_SCHEMA");
    }
    renamed[map.substr(0, equals)] = map.substr(equals + 1);
  }
  return renamed;
}

// A plan's name is also that of a folder.
std::string FolderName(const std::string& database) {
  std::string name = Printable(database);
  std::ranges::replace(name, '/', '_');
  std::ranges::replace(name, '\n', '_');
  return name == "." || name == ".." ? "database" : name;
}

// Returns "" if the server is nobody's.
std::string NameOfProvider(Session& session) {
  const Provider* const provider = DetectProvider(session);
  return provider == nullptr ? "" : provider->name;
}

// Returns whether the connection stays on this host. Of a service, only the server knows.
bool IsLocal(const ConnectionString& endpoint, const SourceSchema& schema) {
  if (endpoint.options.contains("service")) return schema.is_local;
  const std::string host = HostOf(endpoint);
  return host.empty() || host.starts_with('/') || host == "localhost" || host == "::1" ||
         host.starts_with("127.");
}

void RequireConsistent(const PlanRequest& request) {
  if (!request.in_place) return;
  if (!request.maps.empty()) throw PlanError("--map: a change in place moves no schema");
  if (request.stages == "dump") {
    throw PlanError("--stages dump needs a source: in place, the schema is changed by SQL files");
  }
}

class PlanMaker {
 public:
  explicit PlanMaker(const PlanRequest& request)
      : request_(request),
        read_(request.in_place ? OpenOrThrow("target", request.target)
                               : OpenOrThrow("source", request.source)),
        schema_(Discover(*read_.session)) {}

  NewPlan Make() {
    options_.name = request_.name.empty() ? FolderName(schema_.database) : request_.name;
    options_.schemas = request_.schemas;
    options_.renamed = RenamedSchemas(request_.maps);
    options_.in_place = request_.in_place;
    options_.migrations = request_.migrations;
    const SideName side = request_.in_place ? SideName::kTarget : SideName::kSource;
    options_.pins[side] = PinFor(*read_.session, read_.endpoint);
    options_.providers[side] = NameOfProvider(*read_.session);
    options_.is_encrypted = schema_.is_encrypted || !IsLocal(read_.endpoint, schema_);
    if (!request_.in_place && !request_.target.empty()) LookAtOther();
    ChooseStages();
    AddRemarks();
    return {.text = PlanText(schema_, options_),
            .name = options_.name,
            .stages = options_.stages,
            .keeps_owners = options_.keeps_owners,
            .keeps_privileges = options_.keeps_privileges,
            .to_write = to_write_,
            .report = std::move(report_)};
  }

 private:
  void LookAtOther() {
    options_.stages = request_.stages == "none" ? StagesBy::kNone : StagesBy::kDump;
    const Side target = OpenOrThrow("target", request_.target);
    options_.pins.target = PinFor(*target.session, target.endpoint);
    options_.providers.target = NameOfProvider(*target.session);
    const SourceSchema found = Discover(*target.session);
    TargetLook look = LookAtTarget(schema_, found, *read_.session, *target.session, options_);
    report_ = std::move(look.report);
    target_has_tables_ = look.has_tables;
    const bool is_encrypted = found.is_encrypted || !IsLocal(target.endpoint, found);
    options_.is_encrypted = options_.is_encrypted && is_encrypted;
  }

  // Without a word of the user: pg_dump creates the schema if the target has none of the tables.
  void ChooseStages() {
    const bool keeps_names = options_.renamed.empty();
    std::string by = request_.stages;
    if (by.empty() && request_.in_place) by = request_.steps.empty() ? "none" : "steps";
    if (by.empty()) {
      by = target_has_tables_ || !keeps_names ? "none" : "dump";
      if (target_has_tables_) report_.emplace_back("stages: none, because the target has tables");
      if (!keeps_names) {
        report_.emplace_back(
            "stages: none, because pg_dump can't move a schema: give --stages steps and your SQL");
      }
    }
    if (by == "dump" && !keeps_names) {
      throw PlanError("--stages dump: pg_dump can't move a schema to another name; use steps");
    }
    options_.stages = by == "dump"    ? StagesBy::kDump
                      : by == "steps" ? StagesBy::kSteps
                                      : StagesBy::kNone;
    options_.steps = request_.steps;
    if (options_.stages != StagesBy::kSteps) return;
    if (options_.steps.empty()) {
      to_write_ = request_.in_place ? "change.sql" : "schema.sql";
      options_.steps = {to_write_};
    }
    if (schema_.has_materialized_views && !request_.in_place) {
      report_.emplace_back(
          "materialized views: refresh them on the target between the stages backfill and verify");
    }
  }

  void AddRemarks() {
    if (schema_.unreadable > 0) {
      report_.push_back(fmt::format(
          "warning: the plan leaves out {} of the source, whose encoding is SQL_ASCII: their names "
          "aren't valid UTF-8. Give them other names; until then, checks that list them are ERRORs",
          Counted(schema_.unreadable, "object")));
    }
    const std::vector<FoundHistory> histories = HistoriesIn(schema_, options_);
    if (options_.migrations.empty()) {
      for (const FoundHistory& history : histories) {
        report_.push_back(fmt::format(
            "note: {} is the history of {}. With --migrations FOLDER, the plan holds it against the "
            "committed migrations",
            Printable(QuotedName(history.table)), history.tool));
      }
    } else if (histories.size() > 1) {
      report_.push_back(
          fmt::format("note: the source has {}: say in the plan whose \"folder\" {} is",
                      Counted(histories.size(), "migration history"), options_.migrations));
    }
    if (schema_.hides_mapping_options) {
      report_.emplace_back(
          "note: this role can't see the options of all user mappings, so the plan doesn't compare "
          "them");
    }
    if (options_.in_place) AddUnseenInPlace();
  }

  // A baseline has answers about the database, but nothing of these.
  void AddUnseenInPlace() {
    const auto is_server = [](const SourceObject& object) {
      return object.kind == "foreign server";
    };
    std::vector<std::string> unseen;
    if (std::ranges::any_of(schema_.objects, is_server)) unseen.emplace_back("foreign servers");
    if (schema_.has_materialized_views) unseen.emplace_back("contents of materialized views");
    if (schema_.has_large_objects) unseen.emplace_back("contents of large objects");
    if (schema_.has_scheduled_jobs) unseen.emplace_back("scheduled jobs");
    if (schema_.has_extension_rows) unseen.emplace_back("rows of extensions");
    if (unseen.empty()) return;
    report_.push_back("warning: in place, no check sees a change of " + Join(unseen, ", "));
  }

  const PlanRequest& request_;
  Side read_;
  SourceSchema schema_;
  DiscoveryOptions options_;
  std::string to_write_;
  std::vector<std::string> report_;
  bool target_has_tables_ = false;
};

}  // namespace

NewPlan WriteNewPlan(const PlanRequest& request) {
  RequireConsistent(request);
  return PlanMaker(request).Make();
}

}  // namespace gonogo
