// Values stay out of the evidence unless the plan allows them: evidence travels.
#include "gates/contents/content_comparison.h"

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/subjects.h"

namespace gonogo {
namespace {

constexpr const char* kGate = "row_checksum";

std::vector<Parameter> RelationParameters() {
  return {TextParameter("method", "the method for this relation").OneOf(MethodNames()),
          TextListParameter("columns", "compare these columns only"),
          TextMapParameter("except_columns", "columns to leave out, each with the reason"),
          TextMapParameter("target_columns",
                           "columns that are called otherwise on the target: name on the source to "
                           "name there"),
          TextParameter("where", "an SQL condition: compare these rows only").Literal()};
}

std::string RowInWords(const Comparison& comparison, const std::vector<Value>& values) {
  const auto columns = comparison.columns.All();
  std::vector<std::string> words;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    words.push_back(columns[i].source.name + " " + ShownValue(values[i]));
  }
  return Join(words, ", ");
}

// The findings of one relation, with as much of its rows as the check allows to be shown.
class Finder {
 public:
  Finder(const Inspection& in, const Comparison& comparison)
      : comparison_(comparison),
        relation_(in.subject.relation),
        show_values_(in.arguments.Boolean("show_values")),
        show_keys_(in.arguments.Boolean("show_keys")) {}

  std::vector<Finding> Findings() const {
    std::vector<Finding> findings;
    for (const std::string& column : comparison_.columns.missing_on_target) {
      findings.push_back({relation_ + "." + column, "no such column on the target", "the column"});
    }
    for (const std::string& column : comparison_.columns.missing_on_source) {
      findings.push_back(
          {relation_ + "." + column, "a column that the source lacks", "no such column"});
    }
    if (comparison_.counts.sum() == 0) return findings;
    findings.push_back(
        {relation_, Counted(comparison_.target_rows, "row") + ", " + Describe(comparison_.counts),
         Counted(comparison_.source_rows, "row") + ", the same as on the source"});
    for (const RowDifference& row : comparison_.rows) findings.push_back(OfRow(row));
    return findings;
  }

 private:
  Finding OfRow(const RowDifference& row) const {
    const std::string subject =
        relation_ + Key(row) + (row.unsettled ? " (still changing when the time was up)" : "");
    if (row.missing()) {
      return {subject, "no such row",
              show_values_ ? RowInWords(comparison_, row.values()) : "the row"};
    }
    if (row.extra()) {
      return {subject,
              show_values_ ? RowInWords(comparison_, row.values()) : "a row that the source lacks",
              "no such row"};
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
    const std::string suffix = show_values_ ? "" : " as on the source";
    return {subject, (show_values_ ? "" : "other values of ") + Join(have, ", "),
            Join(want, ", ") + suffix};
  }

  std::string Key(const RowDifference& row) const {
    if (comparison_.columns.key.empty()) return " (a row without key)";
    return show_keys_ ? " (" + KeyInWords(comparison_, row) + ")" : " (a row)";
  }

  const Comparison& comparison_;
  std::string relation_;
  bool show_values_;
  bool show_keys_;
};

std::vector<std::string> Notes(const Inspection& in, const Comparison& comparison) {
  std::vector<std::string> notes = {
      comparison.method,
      "source " + Counted(comparison.source_rows, "row") + ", digest " + comparison.source_digest,
      "target " + Counted(comparison.target_rows, "row") + ", digest " + comparison.target_digest};
  if (comparison.columns.key.empty()) notes.emplace_back("no key: compared as a multiset of rows");
  const Arguments own = in.arguments.Member("by_relation", in.subject.relation);
  if (own.Has("except_columns")) {
    for (const auto& column : own.Map("except_columns").items()) {
      notes.push_back("left out: " + column.key() + ", " + column.value().get<std::string>());
    }
  }
  if (own.Has("columns")) notes.push_back("only the columns " + Join(own.Texts("columns"), ", "));
  if (own.Has("where")) notes.push_back("only rows where " + own.Text("where"));
  if (comparison.converged > 0) {
    notes.push_back(Counted(comparison.converged, "row") + " lagged and agreed when read again");
  }
  if (comparison.counts.sum() > static_cast<std::int64_t>(comparison.rows.size())) {
    notes.push_back("shown: the first " +
                    Counted(static_cast<std::int64_t>(comparison.rows.size()), "row") +
                    " that differ");
  }
  return notes;
}

}  // namespace

std::vector<Parameter> ContentParameters() {
  return {
      RelationsParameter(),
      ExceptParameter(),
      TextParameter("method",
                    "native hashes each value as its type does; text hashes its text; sha256 "
                    "takes SHA-256 of each row's text")
          .Default("native")
          .OneOf(MethodNames()),
      IntegerParameter("recheck_seconds",
                       "while both sides are written: how long rows that differ are read again "
                       "by key until they agree")
          .Default(0)
          .AtLeast(0),
      BooleanParameter("show_values", "whether the evidence may show the values that differ")
          .Default(false),
      BooleanParameter("show_keys", "whether the evidence may show the keys of rows that differ")
          .Default(true),
      ObjectMapParameter("by_relation", "what holds for one relation", RelationParameters())
          .DefaultEmpty()};
}

std::vector<Subject> ContentSubjects(const Plan& plan, const Arguments& arguments) {
  auto subjects = OneForEachRelation(plan, arguments);
  RequireMembersAmong(subjects, arguments, "by_relation");
  for (const Subject& subject : subjects) {
    const Arguments own = arguments.Member("by_relation", subject.relation);
    if (own.Has("columns") && own.Has("except_columns")) {
      throw PlanError("relation " + subject.relation +
                      ": \"columns\" and \"except_columns\" exclude each other");
    }
    if (own.Has("columns") && own.Texts("columns").empty()) {
      throw PlanError("relation " + subject.relation + ": \"columns\" names none");
    }
    if (!own.Has("except_columns")) continue;
    for (const auto& column : own.Map("except_columns").items()) {
      if (!Trim(column.value().get<std::string>()).empty()) continue;
      throw PlanError("relation " + subject.relation + ": leaving out column " + column.key() +
                      " needs a reason");
    }
  }
  return subjects;
}

ComparedRelation ComparedBy(const Plan& plan, const Arguments& arguments,
                            const std::string& relation) {
  const Relation& planned = plan.RelationNamed(relation);
  const Arguments own = arguments.Member("by_relation", relation);
  ComparedRelation compared{
      .source = planned.source,
      .target = planned.target,
      .key = planned.key,
      .method = MethodNamed(own.Has("method") ? own.Text("method") : arguments.Text("method")),
      .recheck = std::chrono::seconds(arguments.Integer("recheck_seconds"))};
  if (own.Has("columns")) compared.columns = own.Texts("columns");
  if (own.Has("except_columns")) {
    for (const auto& column : own.Map("except_columns").items()) {
      compared.except_columns.push_back(column.key());
    }
  }
  if (own.Has("target_columns")) {
    compared.target_of = own.Map("target_columns").get<std::map<std::string, std::string>>();
  }
  if (own.Has("where")) compared.where = own.Text("where");
  return compared;
}

std::vector<ComparedRelation> PlannedComparisons(const Plan& plan,
                                                 const std::vector<DeclaredCase>& declared) {
  std::vector<ComparedRelation> planned;
  for (const DeclaredCase& one : declared) {
    const Check& check = plan.CheckNamed(one.check);
    if (check.gate->name != kGate) continue;
    planned.push_back(ComparedBy(plan, check.arguments, one.subject));
  }
  return planned;
}

Outcome ContentOutcome(const Inspection& in) {
  const Comparison& comparison =
      in.contents.Compare(ComparedBy(in.plan, in.arguments, in.subject.relation));
  return {
      .examined = 1, .findings = Finder(in, comparison).Findings(), .notes = Notes(in, comparison)};
}

}  // namespace gonogo
