// materialized_views: each materialized view has the same rows on both sides, or the target's has
// the rows that its query returns now: a restore refreshes it, and the source's may be older.
#include <fmt/format.h>

#include <map>
#include <set>

#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/parser/changing_columns.h"
#include "gates/reading/exclusions.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/contents.h"

namespace gonogo::materialized_views {
namespace {

using Names = std::vector<std::string>;

struct View {
  RelationName name;
  bool is_populated = false;
  Names changing;  // columns that differ each time the query runs
};

using Views = std::map<std::string, View>;  // by QuotedName on the target

View ViewOf(const Row& row) {
  View view{.name = {row.Text("schema"), row.Text("relation")},
            .is_populated = row.Boolean("is_populated"),
            .changing = {}};
  const Json columns = ParseJson(row.Text("columns"));
  for (const std::size_t position : ChangingColumns(row.Text("query"))) {
    if (position < columns.size()) view.changing.push_back(columns[position].get<std::string>());
  }
  return view;
}

Views ReadViews(const Inspection& in, SideName side, const Rows& rows, Names& notes) {
  const Exclusions exclusions(in.pair.SessionOf(side), in.plan);
  Views views;
  for (const Row row : rows) {
    View view = ViewOf(row);
    const auto reason =
        exclusions.Reason(row.Boolean("of_extension"), row.Maybe("schema"), row.Maybe("relation"));
    if (reason) {
      notes.push_back(fmt::format("{}: excluded on the {}, {}", QuotedName(view.name),
                                  ToString(side), *reason));
      continue;
    }
    RelationName on_target = view.name;
    if (side == SideName::kSource) {
      on_target.schema = in.catalogue.renaming().SchemaOnTarget(on_target.schema);
    }
    views.emplace(QuotedName(on_target), std::move(view));
  }
  return views;
}

// Returns how many rows of the target's view its query doesn't return, or the other way round.
std::int64_t OutdatedRows(const Inspection& in, const View& view) {
  return QueryWritten(in.pair.Target(), sql::kMaterializedViewsOutdated,
                      {view.name.schema, view.name.name, ToText(Json(view.changing))})
      .Only()
      .Integer("count");
}

class ViewContents {
 public:
  ViewContents(const Inspection& in, Outcome& outcome) : in_(in), outcome_(outcome) {}

  void Compare(const std::string& name, const View& source, const View& target) {
    if (!source.is_populated || !target.is_populated) {
      ComparePopulated(name, source, target);
      return;
    }
    const Comparison& comparison = in_.contents.Compare(ComparisonOf(source, target));
    if (!target.changing.empty()) {
      Note(name, "left out, because they differ each time it is refreshed: columns " +
                     Join(target.changing, ", "));
    }
    if (comparison.equal()) {
      Note(name, fmt::format("{}, digest {}", Counted(comparison.row_counts.target, "row"),
                             comparison.digests.target));
    } else {
      JudgeDifference(name, target, comparison);
    }
  }

  static ComparedRelation ComparisonOf(const View& source, const View& target) {
    return {.source = QuotedName(source.name),
            .target = QuotedName(target.name),
            .except_columns = source.changing};
  }

 private:
  void ComparePopulated(const std::string& name, const View& source, const View& target) {
    if (source.is_populated) {
      outcome_.findings.push_back({name, "never refreshed", "the rows of the source"});
    } else {
      Note(name, target.is_populated ? "never refreshed on the source, so not compared"
                                     : "never refreshed on either side");
    }
  }

  void JudgeDifference(const std::string& name, const View& target, const Comparison& comparison) {
    try {
      if (OutdatedRows(in_, target) == 0) {
        Note(name, "differs from the source's; the target's has what its query returns now");
        return;
      }
    } catch (const DatabaseError& error) {
      Note(name, fmt::format("its query can't be run on the target: {}", error.what()));
    }
    outcome_.findings.push_back(
        {name,
         fmt::format("{}, {}", Counted(comparison.row_counts.target, "row"),
                     Describe(comparison.counts)),
         Counted(comparison.row_counts.source, "row") +
             " as on the source, or what its query returns now: refresh it"});
  }

  void Note(const std::string& name, const std::string& text) {
    outcome_.notes.push_back(fmt::format("{}: {}", name, text));
  }

  const Inspection& in_;
  Outcome& outcome_;
};

struct BothViews {
  std::string name;  // on the target
  View source;
  View target;
};

// Returns the views that both sides have, and reports the others.
std::vector<BothViews> PairedViews(const Views& source, const Views& target, const Names& except,
                                   Outcome& outcome) {
  std::set<std::string> names;
  for (const Views* const views : {&source, &target}) {
    for (const auto& [name, view] : *views) names.insert(name);
  }
  for (const std::string& name : except) names.erase(Normalised(name));
  std::vector<BothViews> paired;
  for (const std::string& name : names) {
    if (!target.contains(name)) {
      outcome.findings.push_back({name, "none on the target", kOneAsOnTheSource});
    } else if (!source.contains(name)) {
      outcome.findings.push_back({name, "one on the target", "none, as on the source"});
    } else {
      paired.push_back({name, source.at(name), target.at(name)});
    }
  }
  outcome.examined += static_cast<std::int64_t>(names.size());
  return paired;
}

Outcome Run(const Inspection& in) {
  const BothRows rows = in.pair.Query(sql::kMaterializedViews, {});
  RequireReadable(in, in.plan);
  Outcome outcome{.examined = 1};  // the database: one without materialized views passes
  const Views source = ReadViews(in, SideName::kSource, rows.source, outcome.notes);
  const Views target = ReadViews(in, SideName::kTarget, rows.target, outcome.notes);
  const auto paired = PairedViews(source, target, in.arguments.Texts("except"), outcome);
  std::vector<ComparedRelation> compared;
  for (const BothViews& view : paired) {
    compared.push_back(ViewContents::ComparisonOf(view.source, view.target));
  }
  in.contents.Add(compared);
  ViewContents contents(in, outcome);
  for (const BothViews& view : paired) contents.Compare(view.name, view.source, view.target);
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "materialized_views",
      .summary = "Each materialized view has the rows of the source's, or what its query returns.",
      .meaning = "Queries on the materialized view return old, wrong or no rows on the target.",
      .remedy =
          "Run REFRESH MATERIALIZED VIEW on the target; create the view first if it is missing.",
      .phases = {Phase::kVerify, Phase::kGate},
      .parameters = {TextListParameter("except",
                                       "materialized views whose rows aren't compared, "
                                       "by their names on the target")
                         .DefaultEmpty()},
      .subjects = OneForTheDatabase,
      .run = Run};
}

}  // namespace gonogo::materialized_views
