// query_plans: the target's planner finds the rows of the queries that matter as the source's does.
// The queries are explained, never run.
//
// Estimates of two servers never agree. What counts is a large relation read whole or with fewer
// conditions, and only if that makes the query cost more; a much larger cost; and much other row
// counts for the same conditions, which is what missing statistics look like.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/side.h"
#include "gates/inspection.h"
#include "gates/objects/cut_findings.h"
#include "gates/reading/doubt.h"
#include "gates/reading/known_roles.h"
#include "gates/reading/read_privilege.h"
#include "gates/servers/frequent_queries.h"
#include "gates/servers/query_plan.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo::query_plans {
namespace {

constexpr double kDearer = 2;          // a scan of about the same cost is the planner's business
constexpr double kFewRows = 100;       // estimates of so few rows don't matter
constexpr double kBytesOfPage = 8192;  // a page read in order is the unit of costs
constexpr std::size_t kMostFindings = 40;

struct RelationFacts {
  std::int64_t bytes = 0;
  std::set<std::string> indexes;
};

using RelationKey = std::pair<std::string, std::string>;
using Relations = std::map<RelationKey, RelationFacts>;

// One query with what both servers say of it.
struct Compared {
  std::string name;
  PerSide<QueryPlan> plans;
};

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  if (!plan.has_source()) throw PlanError("this gate needs a source, and the plan has none");
  if (arguments.Has("file") == arguments.Has("top")) {
    throw PlanError("give either a \"file\" with queries, or \"top\"");
  }
  for (const char* ratio : {"cost_ratio", "rows_ratio"}) {
    if (arguments.Number(ratio) < kDearer) {
      throw PlanError(fmt::format("\"{}\" must be at least {}", ratio, kDearer));
    }
  }
  if (arguments.Number("large_mb") < 0) throw PlanError("\"large_mb\" can't be negative");
  if (arguments.Has("top")) return {{"pg_stat_statements", ""}};
  const std::string path = arguments.Text("file");
  QueriesOfFile(path);
  return {{std::filesystem::path(path).stem().string(), ""}};
}

FrequentQueries QueriesOf(const Inspection& in) {
  if (in.arguments.Has("file")) return {QueriesOfFile(in.arguments.Text("file")), {}};
  return QueriesOfSource(in, in.arguments.Integer("top"), in.arguments.Texts("roles"));
}

QueryPlan PlanOn(const Inspection& in, SideName side, const NamedQuery& query) {
  try {
    return PlanOf(in.pair, side, query.finder);
  } catch (const DatabaseError& error) {
    throw DatabaseError(
        error.Reworded(fmt::format("{} has no plan: {}", query.name, error.what())));
  }
}

std::vector<Compared> ComparedQueries(const Inspection& in,
                                      const std::vector<NamedQuery>& queries) {
  std::vector<Compared> compared;
  for (const NamedQuery& query : queries) {
    Compared& both = compared.emplace_back();
    both.name = query.name;
    for (const SideName side : kBothSides) both.plans[side] = PlanOn(in, side, query);
  }
  return compared;
}

Relations RelationsIn(const Inspection& in, SideName side, const std::vector<Compared>& queries) {
  std::set<RelationKey> names;
  for (const Compared& query : queries) {
    for (const PlannedScan& scan : query.plans[side].scans) {
      names.emplace(scan.schema, scan.relation);
    }
  }
  Json wanted = Json::array();
  for (const auto& [schema, name] : names) wanted.push_back({{"schema", schema}, {"name", name}});
  Relations relations;
  for (const Row row :
       in.pair.SessionOf(side).Query(sql::kQueryPlansRelations, {ToParameter(wanted)})) {
    const Json indexes = ParseJson(row.Text("indexes"));
    relations[{row.Text("schema"), row.Text("relation")}] = {row.Integer("bytes"),
                                                             indexes.get<std::set<std::string>>()};
  }
  return relations;
}

std::string Rounded(double number) {
  return number < 100 ? fmt::format("{:.2f}", number) : fmt::format("{:.0f}", number);
}

std::string RowsShown(double rows) {
  return fmt::format("about {} expected", Counted(static_cast<std::int64_t>(rows), "row"));
}

std::string NameOf(const PlannedScan& scan) { return scan.schema + "." + scan.relation; }

// Judges the plans of one query.
class QueryJudge {
 public:
  QueryJudge(const Inspection& in, const PerSide<Relations>& relations, const Compared& query,
             Outcome& outcome)
      : large_bytes_(in.arguments.Number("large_mb") * 1024 * 1024),
        cost_ratio_(in.arguments.Number("cost_ratio")),
        rows_ratio_(in.arguments.Number("rows_ratio")),
        relations_(relations),
        query_(query),
        outcome_(outcome) {}

  void Judge() {
    const std::size_t before = outcome_.findings.size();
    for (const PlannedScan& target : query_.plans.target.scans) {
      if (const PlannedScan* const source = OfSource(target)) JudgeScan(*source, target);
    }
    if (outcome_.findings.size() > before) return;  // the rest follows from that
    JudgeRows(query_.name, query_.plans.source.rows, query_.plans.target.rows);
    JudgeCost();
  }

 private:
  // Returns the source's scan for the same place in the query, or null.
  const PlannedScan* OfSource(const PlannedScan& target) const {
    const auto& scans = query_.plans.source.scans;
    const auto found = std::find_if(scans.begin(), scans.end(), [&](const PlannedScan& one) {
      return one.alias == target.alias && one.relation == target.relation;
    });
    return found == scans.end() ? nullptr : &*found;
  }

  const RelationFacts& Facts(SideName side, const PlannedScan& scan) const {
    static const RelationFacts none;
    const Relations& known = relations_[side];
    const auto found = known.find({scan.schema, scan.relation});
    return found == known.end() ? none : found->second;
  }

  std::int64_t Bytes(const PlannedScan& source, const PlannedScan& target) const {
    return std::max(Facts(SideName::kSource, source).bytes, Facts(SideName::kTarget, target).bytes);
  }

  bool IsDearer() const { return query_.plans.target.cost >= kDearer * query_.plans.source.cost; }

  std::string CostOf(SideName side) const { return "cost " + Rounded(query_.plans[side].cost); }

  // What to do: an index that is there isn't used for want of statistics, or for a setting.
  std::string Advice(const PlannedScan& source, const PlannedScan& target) const {
    std::vector<std::string> missing;
    std::set_difference(source.indexes.begin(), source.indexes.end(),
                        Facts(SideName::kTarget, target).indexes.begin(),
                        Facts(SideName::kTarget, target).indexes.end(),
                        std::back_inserter(missing));
    if (missing.empty()) return "run ANALYZE " + NameOf(target) + ", and compare settings";
    return "the target lacks it: create it";
  }

  void JudgeScan(const PlannedScan& source, const PlannedScan& target) {
    const std::string subject = query_.name + " " + NameOf(target);
    JudgePath(subject, source, target);
    if (source.Conditions() == target.Conditions()) JudgeRows(subject, source.rows, target.rows);
  }

  // How the relation is read.
  void JudgePath(const std::string& subject, const PlannedScan& source, const PlannedScan& target) {
    const std::int64_t bytes = Bytes(source, target);
    if (source.indexes.empty() || static_cast<double>(bytes) < large_bytes_) return;
    std::string have;
    if (target.is_sequential) {
      have = "a sequential scan of " + DataSize(bytes);
    } else if (const auto lost = LostConditions(source, target); !lost.empty()) {
      have = fmt::format("{} evaluated row by row", Counted(lost.size(), "index condition"));
    } else {
      return;
    }
    const std::string indexes =
        Join(std::vector<std::string>(source.indexes.begin(), source.indexes.end()), ", ");
    if (!IsDearer()) {
      outcome_.notes.push_back(fmt::format("{}: {} costs about as much as index {} on the source",
                                           subject, have, indexes));
      return;
    }
    outcome_.findings.push_back(
        {subject, fmt::format("{}, {}", have, CostOf(SideName::kTarget)),
         fmt::format("a scan by index {}, {}, as on the source: {}", indexes,
                     CostOf(SideName::kSource), Advice(source, target))});
  }

  // Returns the conditions that the source's index evaluates, and the target's doesn't.
  static std::vector<std::string> LostConditions(const PlannedScan& source,
                                                 const PlannedScan& target) {
    std::vector<std::string> lost;
    std::set_intersection(source.index_conditions.begin(), source.index_conditions.end(),
                          target.filters.begin(), target.filters.end(), std::back_inserter(lost));
    return lost;
  }

  void JudgeRows(const std::string& subject, double source, double target) {
    const double more = std::max(source, target);
    const double fewer = std::max(std::min(source, target), 1.0);
    if (more < kFewRows || more <= rows_ratio_ * fewer) return;
    outcome_.findings.push_back(
        {subject, RowsShown(target),
         RowsShown(source) + ", as on the source: run ANALYZE on the target"});
  }

  // Costs of small relations don't matter.
  void JudgeCost() {
    const double source = query_.plans.source.cost;
    const double target = query_.plans.target.cost;
    if (target < large_bytes_ / kBytesOfPage || target <= cost_ratio_ * source) return;
    outcome_.findings.push_back(
        {query_.name, CostOf(SideName::kTarget),
         fmt::format("at most {} times the source's {}", cost_ratio_, CostOf(SideName::kSource))});
  }

  double large_bytes_;
  double cost_ratio_;
  double rows_ratio_;
  const PerSide<Relations>& relations_;
  const Compared& query_;
  Outcome& outcome_;
};

Outcome Run(const Inspection& in) {
  RequireReadable(in, in.plan);
  in.pair.RequireComparable();
  FrequentQueries asked = QueriesOf(in);
  const std::vector<Compared> queries = ComparedQueries(in, asked.queries);
  PerSide<Relations> relations;
  for (const SideName side : kBothSides) relations[side] = RelationsIn(in, side, queries);
  Outcome outcome{.examined = static_cast<std::int64_t>(queries.size()),
                  .findings = {},
                  .notes = std::move(asked.notes)};
  for (const Compared& query : queries) QueryJudge(in, relations, query, outcome).Judge();
  CutFindings(kMostFindings, "other scans", "more finding", outcome);
  AddDoubt(UnknownRole("roles", in.arguments.Texts("roles"), in.pair.Source(), in.pair.Target()),
           outcome);
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "query_plans",
      .summary = "The target's plans of the queries that matter read as little as the source's.",
      .meaning =
          "These queries become slow at the moment of the switch, and with them what waits for "
          "them.",
      .remedy =
          "Create the indexes that the target lacks, run ANALYZE there, and compare the planner's "
          "settings.",
      .phases = {Phase::kVerify, Phase::kGate},
      .parameters =
          {PathParameter("file",
                         "a file with SQL queries, which are explained and never run; $1, $2, ... "
                         "stand for any values"),
           IntegerParameter("top",
                            "instead of a file: how many of the source's queries to take from "
                            "pg_stat_statements, those that took the most time")
               .AtLeast(1),
           TextListParameter("roles",
                             "with top: whose queries; default: all but those of gonogo's role")
               .DefaultEmpty(),
           NumberParameter("large_mb",
                           "size from which a relation is large, in units of 1,048,576 bytes")
               .DefaultJson("1"),
           NumberParameter("cost_ratio",
                           "how many times the source's estimated cost a query may have")
               .DefaultJson("10"),
           NumberParameter("rows_ratio",
                           "how many times more or fewer rows than the source's the target may "
                           "expect of the same conditions")
               .DefaultJson("20")},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kMonitoring};
}

}  // namespace gonogo::query_plans
