// A column's sequence may have another name on the target, so sequences are matched by their
// columns.
#include "stages/copy/sequence_copy.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <set>

#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "core/values/side.h"
#include "gates/objects/renaming.h"
#include "gates/reading/exclusions.h"
#include "sql/contents.h"
#include "sql/copy.h"

namespace gonogo {
namespace {

struct SequencePosition {
  std::int64_t last_value = 0;
  bool is_called = false;
};

struct Sequence {
  RelationName name;
  std::string quoted;
  bool of_extension = false;
  bool rises = true;
  std::string position_statement;
};

// A column whose values come from a sequence.
struct ColumnWithSequence {
  std::string column;       // schema.relation.column, for people
  std::string sequence;     // for a statement; empty if the default computes its name
  Value compare_statement;  // compares the column's values with the sequence
};

struct SideSequences {
  std::map<std::string, Sequence> sequences;  // by quoted name
  std::map<std::string, std::map<std::string, std::vector<ColumnWithSequence>>>
      columns;                 // by relation and column
  std::set<std::string> used;  // quoted names of sequences that columns use
};

SideSequences ReadSequences(Session& session) {
  SideSequences side;
  for (const Row row : session.Query(sql::kSequencePositions, {})) {
    side.sequences[row.Text("quoted")] = {.name = {row.Text("schema"), row.Text("name")},
                                          .quoted = row.Text("quoted"),
                                          .of_extension = row.Boolean("of_extension"),
                                          .rises = row.Boolean("rises"),
                                          .position_statement = row.Text("statement")};
  }
  for (const Row row : session.Query(sql::kSequenceHeadroom, {"0"})) {
    if (!row.Maybe("column")) continue;
    const std::string relation = QuotedName({row.Text("schema"), row.Text("relation")});
    const ColumnWithSequence column{.column = relation + "." + row.Text("column"),
                                    .sequence = row.Maybe("sequence").value_or(""),
                                    .compare_statement = row.Maybe("compare_statement")};
    side.columns[relation][row.Text("column")].push_back(column);
    side.used.insert(column.sequence);
  }
  return side;
}

// Where a sequence of the target gets its position from.
struct PositionSources {
  std::set<std::string> sequences;          // of the source, for a statement
  std::vector<ColumnWithSequence> columns;  // of the target
};

class SequenceCopy {
 public:
  SequenceCopy(Session& source, WritingSession& target, const Plan& plan, AheadPolicy ahead)
      : ahead_(ahead),
        source_(source),
        target_(target),
        plan_(plan),
        renaming_(plan),
        exclusions_(source, plan),
        of_{ReadSequences(source), ReadSequences(target)} {}

  std::vector<SetSequence> Run() {
    for (const Relation& relation : plan_.relations) MatchByColumn(relation);
    const std::set<std::string> of_source = NamesOfSource();
    for (const auto& [quoted, sequence] : of_.target.sequences) {
      if (sequence.of_extension || of_.target.used.contains(quoted)) continue;
      const bool is_moved = of_source.contains(QuotedName(sequence.name));
      if (is_moved || IsInPlansSchemas(sequence)) to_set_[quoted];
    }
    MatchByName();
    for (const auto& [quoted, sources] : to_set_) {
      done_.push_back({quoted, Set(of_.target.sequences.at(quoted), sources)});
    }
    return std::move(done_);
  }

 private:
  void MatchByColumn(const Relation& relation) {
    const auto found = of_.target.columns.find(Normalised(relation.target));
    if (found == of_.target.columns.end()) return;
    auto& on_source = of_.source.columns[Normalised(relation.source)];
    for (const auto& [name, columns] : found->second) {
      for (const ColumnWithSequence& column : columns) Match(column, on_source[name]);
    }
  }

  // `same`: the same column on the source.
  void Match(const ColumnWithSequence& column, const std::vector<ColumnWithSequence>& same) {
    if (column.sequence.empty()) {
      done_.push_back({column.column, "not set: its default computes the name of its sequence"});
      return;
    }
    PositionSources& sources = to_set_[column.sequence];
    sources.columns.push_back(column);
    for (const ColumnWithSequence& other : same) {
      if (!other.sequence.empty()) sources.sequences.insert(other.sequence);
    }
  }

  // Returns the source's sequences that the plan doesn't exclude, as the target calls them. Their
  // schemas may have no relation of the plan.
  std::set<std::string> NamesOfSource() const {
    std::set<std::string> names;
    for (const auto& [quoted, sequence] : of_.source.sequences) {
      if (exclusions_.Reason(sequence.of_extension, sequence.name.schema, {})) continue;
      names.insert(
          QuotedName({renaming_.SchemaOnTarget(sequence.name.schema), sequence.name.name}));
    }
    return names;
  }

  bool IsInPlansSchemas(const Sequence& sequence) const {
    for (const Relation& relation : plan_.relations) {
      if (ParseRelationName(relation.target).schema == sequence.name.schema) return true;
    }
    return false;
  }

  // Matches the sequences that have no match by a column.
  void MatchByName() {
    std::map<std::string, PositionSources*> unmatched;  // by QuotedName
    for (auto& [quoted, sources] : to_set_) {
      if (!sources.sequences.empty()) continue;
      unmatched[QuotedName(of_.target.sequences.at(quoted).name)] = &sources;
    }
    for (const auto& [quoted, sequence] : of_.source.sequences) {
      const auto found = unmatched.find(
          QuotedName({renaming_.SchemaOnTarget(sequence.name.schema), sequence.name.name}));
      if (found != unmatched.end()) found->second->sequences.insert(quoted);
    }
  }

  static SequencePosition PositionOf(Session& session, const Sequence& sequence) {
    const Rows rows = session.Query(sequence.position_statement, {});
    return {rows.Only().Integer("last_value"), rows.Only().Boolean("is_called")};
  }

  static bool IsFurther(const SequencePosition& one, const SequencePosition& other, bool rises) {
    if (one.last_value == other.last_value) return one.is_called;
    return rises ? one.last_value > other.last_value : one.last_value < other.last_value;
  }

  // The furthest position of the source's sequences, or nothing if there are none.
  std::optional<SequencePosition> Furthest(const std::set<std::string>& sequences, bool rises) {
    std::optional<SequencePosition> furthest;
    for (const std::string& sequence : sequences) {
      const SequencePosition position = PositionOf(source_, of_.source.sequences.at(sequence));
      if (!furthest || IsFurther(position, *furthest, rises)) furthest = position;
    }
    return furthest;
  }

  std::string Set(const Sequence& sequence, const PositionSources& sources) {
    std::string note = SetAsOnSource(sequence, sources);
    for (const ColumnWithSequence& column : sources.columns) {
      const std::string reached = SetPastValues(sequence, column);
      if (!reached.empty()) note = fmt::format("{}, which {} has reached", reached, column.column);
    }
    return note;
  }

  // Returns the note.
  std::string SetAsOnSource(const Sequence& sequence, const PositionSources& sources) {
    const auto position = Furthest(sources.sequences, sequence.rises);
    if (!position) return "unchanged: the source has no such sequence";
    if (ahead_ == AheadPolicy::kKeep &&
        IsFurther(PositionOf(target_, sequence), *position, sequence.rises)) {
      return "unchanged: it is equal or ahead";
    }
    SetPosition(sequence, std::to_string(position->last_value), position->is_called);
    return fmt::format("{}{}, as on the source", position->last_value,
                       position->is_called ? "" : " (not used yet)");
  }

  // Sets the sequence to the furthest value of the column, if its next value would collide. Returns
  // that value, or "".
  std::string SetPastValues(const Sequence& sequence, const ColumnWithSequence& column) {
    if (!column.compare_statement) return "";
    const Rows rows = target_.Query(*column.compare_statement, {});
    if (!rows.Only().Boolean("collides")) return "";
    const std::string reached = rows.Only().Text("reached");
    // Of 1.5 take the whole part. The next value, 2, is past 1.5 too.
    const std::string whole = reached.substr(0, reached.find('.'));
    SetPosition(sequence, whole, true);
    return whole;
  }

  void SetPosition(const Sequence& sequence, const std::string& value, bool is_called) {
    target_.Query(sql::kSetSequence, {sequence.quoted, value, is_called ? "true" : "false"});
  }

  AheadPolicy ahead_;
  Session& source_;
  WritingSession& target_;
  const Plan& plan_;
  Renaming renaming_;
  Exclusions exclusions_;
  PerSide<SideSequences> of_;
  std::map<std::string, PositionSources> to_set_;  // by the target's quoted name
  std::vector<SetSequence> done_;
};

}  // namespace

std::vector<SetSequence> SetSequences(Session& source, WritingSession& target, const Plan& plan,
                                      AheadPolicy ahead) {
  Transaction transaction(target);
  auto done = SequenceCopy(source, target, plan, ahead).Run();
  transaction.Commit();
  return done;
}

}  // namespace gonogo
