// Other people read the evidence, so findings show the values of a row only if the plan allows it.
#include "gates/contents/content_comparison.h"

#include <fmt/format.h>

#include <map>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/side.h"
#include "gates/contents/foreign_partitions.h"
#include "gates/subjects.h"

namespace gonogo {
namespace {

constexpr const char* kGate = "row_checksum";

std::vector<Parameter> RelationOptions() {
  return {TextParameter("method", "the method for this relation").OneOf(MethodNames()),
          TextListParameter("columns", "compare only these columns"),
          TextMapParameter("except_columns", "columns to leave out, each with the reason"),
          TextMapParameter("target_columns",
                           "columns with another name on the target: source name to target name"),
          TextParameter("where",
                        "an SQL condition: compare only these rows. It must select some, if there "
                        "are rows at all")
              .Literal()};
}

std::string DescribeValues(const Comparison& comparison, const std::vector<Value>& values) {
  const auto columns = comparison.columns.All();
  std::vector<std::string> words;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    words.push_back(columns[i].source.name + " " + ShownValue(values[i]));
  }
  return Join(words, ", ");
}

// Writes the findings of one relation, with as much of its rows as the check allows to be shown.
class ContentFindings {
 public:
  ContentFindings(const Inspection& in, const Comparison& comparison)
      : comparison_(comparison),
        relation_(in.subject.relation),
        show_values_(in.arguments.Boolean("show_values")),
        show_keys_(in.arguments.Boolean("show_keys")) {}

  std::vector<Finding> All() const {
    std::vector<Finding> findings;
    for (const std::string& column : comparison_.columns.missing_on_target) {
      findings.push_back({relation_ + "." + column, "no such column on the target", "the column"});
    }
    for (const std::string& column : comparison_.columns.missing_on_source) {
      findings.push_back(
          {relation_ + "." + column, "a column that isn't on the source", "no such column"});
    }
    if (comparison_.selects_nothing) {
      findings.push_back({relation_, "rows, of which \"where\" selects none on either side",
                          "a condition that selects some of them"});
    }
    if (comparison_.counts.sum() == 0) return findings;
    findings.push_back(
        {relation_,
         fmt::format("{}, {}{}", Counted(comparison_.row_counts.target, "row"),
                     Describe(comparison_.counts), DescribeColumns()),
         Counted(comparison_.row_counts.source, "row") + ", the same as on the source"});
    for (const RowDifference& row : comparison_.rows) findings.push_back(OfRow(row));
    return findings;
  }

  // Returns by what other findings about the relation's rows are explained.
  Json Measured() const {
    const Counts& counts = comparison_.counts;
    if (counts.sum() == 0) return Json::object();
    return {{"contents",
             {{"relation", relation_},
              {"what", Describe(counts) + " on the target" + DescribeColumns()},
              {"missing", counts.missing},
              {"extra", counts.extra},
              {"different", counts.different}}}};
  }

 private:
  // Says which columns differ in more rows than anybody reads one by one.
  std::string DescribeColumns() const {
    constexpr std::int64_t kFew = 10;
    std::map<std::string, std::int64_t> rows_by_columns;
    std::int64_t changed = 0;
    for (const RowDifference& row : comparison_.rows) {
      if (row.missing() || row.extra()) continue;
      ++rows_by_columns[Join(DifferentColumns(row), ", ")];
      ++changed;
    }
    std::vector<std::string> words;
    std::int64_t others = changed;
    for (const auto& [columns, rows] : rows_by_columns) {
      if (rows <= kFew) continue;
      words.push_back(
          fmt::format("{} in {}", columns, rows == changed ? "all" : Counted(rows, "row")));
      others -= rows;
    }
    if (words.empty()) return "";
    if (others > 0) words.push_back("other columns in " + Counted(others, "row"));
    return fmt::format(
        ": {}{}", Join(words, "; "),
        changed < comparison_.counts.different ? fmt::format(" of the first {}", changed) : "");
  }

  std::vector<std::string> DifferentColumns(const RowDifference& row) const {
    const auto columns = comparison_.columns.All();
    std::vector<std::string> names;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (row.DiffersIn(i)) names.push_back(columns[i].source.name);
    }
    return names;
  }

  Finding OfRow(const RowDifference& row) const {
    const std::string subject =
        relation_ + Key(row) + (row.unsettled ? " (still changing at the end of the recheck)" : "");
    if (row.missing()) {
      return {subject, "no row",
              show_values_ ? DescribeValues(comparison_, row.values()) : "a row, as on the source"};
    }
    if (row.extra()) {
      return {subject,
              show_values_ ? DescribeValues(comparison_, row.values())
                           : "a row that isn't on the source",
              "no row, as on the source"};
    }
    return OfColumns(subject, row);
  }

  Finding OfColumns(const std::string& subject, const RowDifference& row) const {
    const auto columns = comparison_.columns.All();
    std::vector<std::string> have;
    std::vector<std::string> want;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (!row.DiffersIn(i)) continue;
      const std::string& name = columns[i].source.name;
      have.push_back(show_values_ ? name + " " + ShownValue((*row.target)[i]) : name);
      want.push_back(show_values_ ? name + " " + ShownValue((*row.source)[i]) : name);
    }
    if (show_values_) return {subject, Join(have, ", "), Join(want, ", ")};
    return {subject, "different values in " + Join(have, ", "),
            Join(want, ", ") + " as on the source"};
  }

  std::string Key(const RowDifference& row) const {
    if (comparison_.columns.key.empty()) return " (a row without key)";
    return show_keys_ ? fmt::format(" ({})", DescribeKey(comparison_, row)) : " (a row)";
  }

  const Comparison& comparison_;
  std::string relation_;
  bool show_values_;
  bool show_keys_;
};

std::string DescribeSide(SideName side, const Comparison& comparison) {
  return fmt::format("{} {}, digest {}", ToString(side),
                     Counted(comparison.row_counts[side], "row"), comparison.digests[side]);
}

bool HasMore(const Comparison& comparison) {
  return comparison.counts.sum() > static_cast<std::int64_t>(comparison.rows.size());
}

std::vector<std::string> Notes(const Inspection& in, const Comparison& comparison) {
  std::vector<std::string> notes = {comparison.method, DescribeSide(SideName::kSource, comparison),
                                    DescribeSide(SideName::kTarget, comparison)};
  if (comparison.columns.key.empty()) notes.emplace_back("no key: compared as a multiset of rows");
  const Arguments options = in.arguments.Member("by_relation", in.subject.relation);
  if (options.Has("except_columns")) {
    for (const auto& column : options.Map("except_columns").items()) {
      notes.push_back(
          fmt::format("left out: {}, {}", column.key(), column.value().get<std::string>()));
    }
  }
  if (options.Has("columns")) {
    notes.push_back("only the columns " + Join(options.Texts("columns"), ", "));
  }
  if (options.Has("where")) notes.push_back("only rows where " + options.Text("where"));
  if (comparison.converged > 0) {
    notes.push_back(Counted(comparison.converged, "row") + " lagged and agreed when read again");
  }
  if (HasMore(comparison)) {
    notes.push_back(
        fmt::format("shown: the first {} that differ", Counted(comparison.rows.size(), "row")));
  }
  return notes;
}

void RequireValidColumns(const std::string& relation, const Arguments& options) {
  const bool has_columns = options.Has("columns");
  if (has_columns && options.Has("except_columns")) {
    throw PlanError(fmt::format(
        "relation {}: \"columns\" and \"except_columns\" can't be used together", relation));
  }
  if (has_columns && options.Texts("columns").empty()) {
    throw PlanError(fmt::format("relation {}: \"columns\" is empty", relation));
  }
  if (!options.Has("except_columns")) return;
  for (const auto& column : options.Map("except_columns").items()) {
    if (!Trim(column.value().get<std::string>()).empty()) continue;
    throw PlanError(fmt::format("relation {}: column {} under \"except_columns\" needs a reason",
                                relation, column.key()));
  }
}

}  // namespace

std::vector<Parameter> ContentParameters() {
  return {
      RelationsParameter(),
      ExceptParameter(),
      TextParameter("method",
                    "native hashes each value by its type's hash function; text hashes its text; "
                    "sha256 takes the SHA-256 of each row's text")
          .Default("native")
          .OneOf(MethodNames()),
      IntegerParameter("recheck_seconds",
                       "while both sides are written to: how long to read rows that differ again, "
                       "by key, until they agree")
          .Default(0)
          .AtLeast(0),
      BooleanParameter("show_values", "whether the evidence may show the values that differ")
          .Default(false),
      BooleanParameter("show_keys", "whether the evidence may show the keys of rows that differ")
          .Default(true),
      ObjectMapParameter("by_relation", "options of single relations", RelationOptions())
          .DefaultEmpty()};
}

std::vector<Subject> ContentSubjects(const Plan& plan, const Arguments& arguments) {
  auto subjects = OneForEachRelation(plan, arguments);
  RequireMembersAmong(subjects, arguments, "by_relation");
  for (const Subject& subject : subjects) {
    RequireValidColumns(subject.relation, arguments.Member("by_relation", subject.relation));
  }
  return subjects;
}

ComparedRelation ComparisonOf(const Plan& plan, const Arguments& arguments,
                              const std::string& relation) {
  const Relation& planned = plan.RelationNamed(relation);
  const Arguments options = arguments.Member("by_relation", relation);
  ComparedRelation compared{.source = planned.source,
                            .target = planned.target,
                            .key = planned.key,
                            .method = MethodNamed(options.Has("method") ? options.Text("method")
                                                                        : arguments.Text("method")),
                            .recheck = std::chrono::seconds(arguments.Integer("recheck_seconds"))};
  if (options.Has("columns")) compared.columns = options.Texts("columns");
  if (options.Has("except_columns")) {
    for (const auto& column : options.Map("except_columns").items()) {
      compared.except_columns.push_back(column.key());
    }
  }
  if (options.Has("target_columns")) {
    compared.target_of = options.Map("target_columns").get<std::map<std::string, std::string>>();
  }
  if (options.Has("where")) compared.where = options.Text("where");
  return compared;
}

std::vector<ComparedRelation> PlannedComparisons(const Plan& plan,
                                                 const std::vector<DeclaredCase>& declared) {
  std::vector<ComparedRelation> planned;
  for (const DeclaredCase& one : declared) {
    const Check& check = plan.CheckNamed(one.check);
    if (check.gate->name != kGate) continue;
    planned.push_back(ComparisonOf(plan, check.arguments, one.subject));
  }
  return planned;
}

Outcome CompareContents(const Inspection& in) {
  const Comparison& comparison =
      in.contents.Compare(ComparisonOf(in.plan, in.arguments, in.subject.relation));
  const ContentFindings findings(in, comparison);
  Outcome outcome{.examined = 1,
                  .findings = findings.All(),
                  .notes = Notes(in, comparison),
                  .measured = findings.Measured(),
                  .has_more = HasMore(comparison)};
  NoteForeignPartitions(in, SideName::kTarget, in.plan.RelationNamed(in.subject.relation), outcome);
  return outcome;
}

}  // namespace gonogo
