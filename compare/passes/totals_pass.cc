// Small relations share a statement. If it fails or has to wait, each gets one of its own: then the
// error is that of the relation that caused it, and no lock is held while another is awaited.
#include "compare/passes/totals_pass.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>

#include "core/text/text.h"

namespace gonogo {
namespace {

class TotalsPass {
 public:
  explicit TotalsPass(const std::vector<const ScannedRelation*>& relations)
      : relations_(relations), totals_(relations.size()) {}

  // Returns the number of rows.
  std::int64_t Read(SideName side, Session& session, const Portion& portion) {
    Portion together;
    std::int64_t rows = 0;
    for (const Range& range : portion) {
      if (HasFailed(range)) continue;
      // A condition of the plan must not be in a text with several statements: it may end its own.
      if (portion.size() == 1 || !relations_[range.relation]->where.empty()) {
        rows += ReadAlone(side, session, range);
      } else {
        together.push_back(range);
      }
    }
    return rows + ReadTogether(side, session, together);
  }

  std::vector<Totals> Result() { return std::move(totals_); }

 private:
  std::int64_t ReadAlone(SideName side, Session& session, const Range& range) {
    Rows rows;
    try {
      rows = session.Query(Statement(side, {range}), {});
    } catch (const DatabaseError& error) {
      Fail(side, session, range, error);
      return 0;
    }
    return Add(side, {range}, rows);
  }

  std::int64_t ReadTogether(SideName side, Session& session, const Portion& portion) {
    if (portion.empty()) return 0;
    std::vector<Rows> answers;
    try {
      answers = session.QueryAll({Statement(side, portion)});
    } catch (const DatabaseError&) {
      std::int64_t rows = 0;
      for (const Range& range : portion) rows += ReadAlone(side, session, range);
      return rows;
    }
    return Add(side, portion, answers.front());
  }

  bool HasFailed(const Range& range) {
    const std::scoped_lock lock(mutex_);
    return std::holds_alternative<DatabaseError>(totals_[range.relation]);
  }

  // Returns a statement with one row for each range. Each SELECT of a UNION is a flat one, because
  // the planner walks through nested ones again and again.
  std::string Statement(SideName side, const Portion& portion) const {
    std::size_t limbs = 1;
    for (const Range& range : portion) {
      limbs = std::max(limbs, relations_[range.relation]->digest.limbs());
    }
    std::vector<std::string> selects;
    for (const Range& range : portion) {
      const ScannedRelation& relation = *relations_[range.relation];
      std::string more;
      for (std::size_t limb = relation.digest.limbs() + 1; limb <= limbs; ++limb) {
        more += fmt::format(", NULL::numeric AS sum{}", limb);
      }
      more += fmt::format(", {} AS relation", range.relation);
      selects.push_back(relation.digest.Sums(side, relation.PartOf(side, range),
                                             relation.ConditionOf(range), more));
    }
    return Join(selects, " UNION ALL ");
  }

  std::int64_t Add(SideName side, const Portion& portion, const Rows& rows) {
    if (rows.size() != portion.size()) {
      // A range without an answer would look empty.
      throw DatabaseError(
          fmt::format("{}: {} of totals for {}", ToString(side), Counted(rows.size(), "row"),
                      Counted(portion.size(), "range")),
          "");
    }
    const std::scoped_lock lock(mutex_);
    std::int64_t added = 0;
    for (const Row row : rows) {
      const auto index = static_cast<std::size_t>(row.Integer("relation"));
      const Sums sums = SumsOf(row, relations_.at(index)->digest.limbs());
      added += sums.rows;
      auto* const both = std::get_if<PerSide<Sums>>(&totals_.at(index));
      if (both != nullptr) (*both)[side] += sums;
    }
    return added;
  }

  void Fail(SideName side, Session& session, const Range& range, const DatabaseError& error) {
    const DatabaseError explained = [&] {
      try {
        return relations_[range.relation]->Explained(error, side, session, range);
      } catch (const DatabaseError& other) {
        return other;
      }
    }();
    const std::scoped_lock lock(mutex_);
    totals_[range.relation] = explained;
  }

  const std::vector<const ScannedRelation*>& relations_;
  std::mutex mutex_;  // guards totals_ until the scan ends
  std::vector<Totals> totals_;
};

}  // namespace

std::vector<Totals> SumUp(const Readers& readers,
                          const std::vector<const ScannedRelation*>& relations,
                          const Effort& effort) {
  ShapesPerSide shapes;
  for (const ScannedRelation* relation : relations) {
    for (const SideName side : kBothSides) shapes[side].push_back(relation->shapes[side]);
  }
  TotalsPass pass(relations);
  const auto read = [&](SideName side, Session& session, const Portion& portion) {
    return pass.Read(side, session, portion);
  };
  ScanBoth(readers, shapes, read, effort);
  return pass.Result();
}

}  // namespace gonogo
