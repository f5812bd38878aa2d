// A sequence that a column draws from may have another name on the target; the column leads to it.
#include "stages/copy/sequence_copy.h"

#include <map>
#include <optional>
#include <set>

#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/objects/renaming.h"
#include "sql/contents.h"
#include "sql/copy.h"

namespace gonogo {
namespace {

struct Position {
  std::int64_t last_value = 0;
  bool is_called = false;
};

struct Sequence {
  RelationName name;
  std::string quoted;
  bool of_extension = false;
  bool rises = true;
  std::string probe;
};

// A column that draws from a sequence.
struct Drawer {
  std::string column;    // schema.relation.column, for people
  std::string sequence;  // as for a statement; empty: its default works it out
  Value probe;
};

// The sequences of one side, and what draws from them.
struct Catalogue {
  std::map<std::string, Sequence> sequences;                             // by quoted name
  std::map<std::string, std::map<std::string, std::vector<Drawer>>> of;  // by relation and column
  std::set<std::string> drawn;                                           // quoted names
};

Catalogue Read(Session& session) {
  Catalogue catalogue;
  const Rows sequences = session.Query(sql::kSequencePositions, {});
  for (std::size_t i = 0; i < sequences.size(); ++i) {
    const Row row = sequences[i];
    catalogue.sequences[row.Text("quoted")] = {.name = {row.Text("schema"), row.Text("name")},
                                               .quoted = row.Text("quoted"),
                                               .of_extension = row.Boolean("of_extension"),
                                               .rises = row.Boolean("rises"),
                                               .probe = row.Text("probe")};
  }
  const Rows columns = session.Query(sql::kSequenceHeadroom, {"0"});
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Row row = columns[i];
    if (!row.Maybe("column")) continue;
    const std::string relation = QuotedName({row.Text("schema"), row.Text("relation")});
    const Drawer drawer{.column = relation + "." + row.Text("column"),
                        .sequence = row.Maybe("sequence").value_or(""),
                        .probe = row.Maybe("probe")};
    catalogue.of[relation][row.Text("column")].push_back(drawer);
    catalogue.drawn.insert(drawer.sequence);
  }
  return catalogue;
}

// A sequence of the target with what says where it must stand.
struct Wanted {
  std::set<std::string> sources;  // sequences of the source, as for a statement
  std::vector<Drawer> drawers;
};

class SequenceCopy {
 public:
  SequenceCopy(Session& source, WritingSession& target, const Plan& plan, AheadPolicy ahead)
      : further_(ahead),
        source_(source),
        target_(target),
        plan_(plan),
        renaming_(plan),
        on_source_(Read(source)),
        on_target_(Read(target)) {}

  std::vector<SetSequence> Run() {
    for (const Relation& relation : plan_.relations) WantByColumn(relation);
    for (const auto& [quoted, sequence] : on_target_.sequences) {
      if (IsOfPlansSchemas(sequence) && !on_target_.drawn.contains(quoted)) wanted_[quoted];
    }
    WantByName();
    for (const auto& [quoted, wanted] : wanted_) {
      done_.push_back({quoted, Set(on_target_.sequences.at(quoted), wanted)});
    }
    return std::move(done_);
  }

 private:
  void WantByColumn(const Relation& relation) {
    const auto drawing = on_target_.of.find(Normalised(relation.target));
    if (drawing == on_target_.of.end()) return;
    auto& on_source = on_source_.of[Normalised(relation.source)];
    for (const auto& [column, drawers] : drawing->second) {
      for (const Drawer& drawer : drawers) Want(drawer, on_source[column]);
    }
  }

  // `same`: what the column draws from on the source.
  void Want(const Drawer& drawer, const std::vector<Drawer>& same) {
    if (drawer.sequence.empty()) {
      done_.push_back(
          {drawer.column, "its default works out which sequence it draws from: nothing was set"});
      return;
    }
    Wanted& wanted = wanted_[drawer.sequence];
    wanted.drawers.push_back(drawer);
    for (const Drawer& other : same) {
      if (!other.sequence.empty()) wanted.sources.insert(other.sequence);
    }
  }

  bool IsOfPlansSchemas(const Sequence& sequence) const {
    if (sequence.of_extension) return false;
    for (const Relation& relation : plan_.relations) {
      if (ParseRelationName(relation.target).schema == sequence.name.schema) return true;
    }
    return false;
  }

  // For those of the target to which no column leads from a sequence of the source.
  void WantByName() {
    std::map<std::string, Wanted*> unmatched;  // by QuotedName
    for (auto& [quoted, wanted] : wanted_) {
      if (wanted.sources.empty()) {
        unmatched[QuotedName(on_target_.sequences.at(quoted).name)] = &wanted;
      }
    }
    for (const auto& [quoted, sequence] : on_source_.sequences) {
      const auto found = unmatched.find(
          QuotedName({renaming_.SchemaOnTarget(sequence.name.schema), sequence.name.name}));
      if (found != unmatched.end()) found->second->sources.insert(quoted);
    }
  }

  static Position PositionOf(Session& session, const Sequence& sequence) {
    const Rows rows = session.Query(sequence.probe, {});
    return {rows.Only().Integer("last_value"), rows.Only().Boolean("is_called")};
  }

  static bool IsFurther(const Position& one, const Position& other, bool rises) {
    if (one.last_value == other.last_value) return one.is_called;
    return rises ? one.last_value > other.last_value : one.last_value < other.last_value;
  }

  // The furthest position of them, or nothing where there are none.
  std::optional<Position> Furthest(const std::set<std::string>& sequences, bool rises) {
    std::optional<Position> furthest;
    for (const std::string& sequence : sequences) {
      const Position position = PositionOf(source_, on_source_.sequences.at(sequence));
      if (!furthest || IsFurther(position, *furthest, rises)) furthest = position;
    }
    return furthest;
  }

  std::string Set(const Sequence& sequence, const Wanted& wanted) {
    std::string note = "left as it was: the source has none like it";
    const auto position = Furthest(wanted.sources, sequence.rises);
    if (position && further_ == AheadPolicy::kKeep &&
        IsFurther(PositionOf(target_, sequence), *position, sequence.rises)) {
      note = "left as it was: it is as far, or ahead";
    } else if (position) {
      const std::string value = std::to_string(position->last_value);
      target_.Query(sql::kSetSequence,
                    {sequence.quoted, value, position->is_called ? "true" : "false"});
      note = value + (position->is_called ? "" : ", not handed out yet") + ", as on the source";
    }
    for (const Drawer& drawer : wanted.drawers) {
      if (!drawer.probe) continue;
      const Rows rows = target_.Query(*drawer.probe, {});
      if (!rows.Only().Boolean("collides")) continue;
      const std::string reached = rows.Only().Text("reached");
      // The whole numbers of 1.5 end at 1; one step beyond that lies beyond 1.5, too.
      const std::string whole = reached.substr(0, reached.find('.'));
      target_.Query(sql::kSetSequence, {sequence.quoted, whole, "true"});
      note = whole + ", which " + drawer.column + " holds";
    }
    return note;
  }

  AheadPolicy further_;
  Session& source_;
  WritingSession& target_;
  const Plan& plan_;
  Renaming renaming_;
  Catalogue on_source_;
  Catalogue on_target_;
  std::map<std::string, Wanted> wanted_;  // by the target's quoted name
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
