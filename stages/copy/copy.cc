// Steps of a copy: read the catalogues, form units, connect, copy rows, set sequences, analyze. The
// last two are cheap, so every run does them for all relations.
#include "stages/copy/copy.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>

#include "core/error.h"
#include "core/values/relation_name.h"
#include "sql/copy.h"
#include "stages/copy/emptying.h"
#include "stages/copy/relation_to_copy.h"
#include "stages/copy/unit_queue.h"

namespace gonogo {
namespace {

// A waiting session sends a query this often, so that the server doesn't end it as idle.
constexpr std::chrono::seconds kPingInterval{30};

std::vector<Reference> ReferencesTo(const std::vector<RelationToCopy>& relations, Session& target) {
  std::map<std::string, std::size_t> index;
  std::vector<RelationName> names;
  for (const RelationToCopy& relation : relations) {
    index[QuotedName(relation.target_name)] = names.size();
    names.push_back(relation.target_name);
  }
  std::vector<Reference> references;
  for (const Row row : target.Query(sql::kReferencesToRelations, {JsonListOf(names)})) {
    Reference& reference = references.emplace_back();
    if (row.Maybe("child")) {
      reference.child = index.at(QuotedName({row.Text("child_schema"), row.Text("child")}));
    }
    reference.parent = index.at(QuotedName({row.Text("parent_schema"), row.Text("parent")}));
    reference.on_child = row.Text("on_child");
    reference.name = row.Text("name");
    reference.deferrable = row.Boolean("deferrable");
    reference.deferred = row.Boolean("deferred");
  }
  return references;
}

}  // namespace

// The work of one run, shared by its threads.
class Copy::Work {
 public:
  Work(std::vector<RelationToCopy> relations, const std::vector<Reference>& references,
       const CopyState& state, const CopyEvents& events)
      : relations_(std::move(relations)),
        units_(UnitsOf(relations_.size(), references)),
        state_(state),
        events_(events),
        done_(DoneUnits()),
        queue_(units_, Sizes(), done_),
        meter_(relations_, DoneRelations(), OneAtATime(events.progress)) {}

  // Empties what earlier runs began. Each unit empties what is left then.
  void EmptyBegun(WritingSession& writer) {
    std::vector<RelationName> begun;
    std::vector<RelationName> all;
    const std::set<std::size_t> done = DoneRelations();
    for (std::size_t i = 0; i < relations_.size(); ++i) {
      all.push_back(relations_[i].target_name);
      if (!done.contains(i) && IsOurs(relations_[i])) begun.push_back(all.back());
    }
    if (begun.empty()) return;
    for (const std::string& remark : EmptyAtOnce(writer, begun, all)) {
      if (events_.remark) events_.remark(remark);
    }
  }

  // Copies units with this worker until none is left.
  void CopyRows(CopyWorker& worker) {
    try {
      while (!queue_.HasEnded()) {
        if (const auto unit = queue_.Next(kPingInterval)) {
          CopyOne(*unit, worker);
        } else if (!queue_.HasEnded()) {
          worker.writer.Query("SELECT 1", {});
        }
      }
    } catch (...) {
      queue_.Stop();
      throw;
    }
  }

  // Analyzes tables with this worker until none is left.
  void Analyze(CopyWorker& worker) {
    for (;;) {
      const std::size_t next = analyzed_++;
      if (next >= relations_.size()) return;
      const std::string analyze = relations_[next].analyze;
      if (analyze.empty()) continue;
      if (events_.analyzing) {
        const std::scoped_lock lock(mutex_);
        events_.analyzing(next, relations_.size());
      }
      Transaction transaction(worker.writer);
      const auto notices = worker.writer.Execute(analyze);
      transaction.Commit();
      const std::scoped_lock lock(mutex_);
      for (const std::string& notice : notices) remarks_.push_back(analyze + ": " + notice);
    }
  }

  std::vector<CopiedRelation> copied() const { return copied_; }
  std::vector<RelationName> analyzed() const {
    std::vector<RelationName> names;
    for (const RelationToCopy& relation : relations_) {
      if (!relation.analyze.empty()) names.push_back(relation.target_name);
    }
    return names;
  }
  std::vector<std::string> remarks() const { return remarks_; }

 private:
  bool IsOurs(const RelationToCopy& relation) const {
    return state_.begun.contains(relation.name) || state_.finished.contains(relation.name);
  }

  // A unit is done only if all of its relations are, because none can be emptied alone.
  std::set<std::size_t> DoneUnits() const {
    std::set<std::size_t> done;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const auto& members = units_[i].relations;
      const bool all = std::all_of(members.begin(), members.end(), [&](std::size_t relation) {
        return state_.finished.contains(relations_[relation].name);
      });
      if (all) done.insert(i);
    }
    return done;
  }

  std::set<std::size_t> DoneRelations() const {
    std::set<std::size_t> done;
    for (const std::size_t unit : done_) {
      done.insert(units_[unit].relations.begin(), units_[unit].relations.end());
    }
    return done;
  }

  std::vector<std::int64_t> Sizes() const {
    std::vector<std::int64_t> sizes;
    for (const Unit& unit : units_) {
      std::int64_t& size = sizes.emplace_back(0);
      for (const std::size_t relation : unit.relations) size += relations_[relation].bytes;
    }
    return sizes;
  }

  ShowCopyProgress OneAtATime(const ShowCopyProgress& show) {
    if (!show) return nullptr;
    return [this, &show](const CopyProgress& progress) {
      const std::scoped_lock lock(mutex_);
      show(progress);
    };
  }

  void CopyOne(std::size_t index, CopyWorker& worker) {
    const Unit& unit = units_[index];
    const UnitToCopy work{
        .unit = unit,
        .relations = relations_,
        .is_ours = [this](const RelationToCopy& relation) { return IsOurs(relation); },
        .begun =
            [this](const RelationToCopy& relation, const std::string& transaction) {
              const std::scoped_lock lock(mutex_);
              events_.begun(relation.name, transaction);
            },
        .moved = [this](std::size_t relation,
                        const Streamed& moved) { meter_.Moved(relation, moved); }};
    const auto copied = WithHint([&] { return CopyUnit(work, worker.reader, worker.writer); });
    for (const std::size_t relation : unit.relations) meter_.Finished(relation);
    {
      const std::scoped_lock lock(mutex_);
      for (const CopiedRelation& relation : copied) events_.finished(relation);
      copied_.insert(copied_.end(), copied.begin(), copied.end());
    }
    queue_.Done(index);
  }

  // Adds a hint to a violation of a foreign key, which a later snapshot of the source can cause.
  template <typename Act>
  auto WithHint(Act act) const -> decltype(act()) {
    try {
      return act();
    } catch (const DatabaseError& error) {
      if (error.sqlstate() != "23503" || state_.finished.empty()) throw;
      throw DatabaseError(
          fmt::format("{}; an earlier run copied other relations: if the source has changed since, "
                      "empty the target and start again",
                      error.what()),
          error.sqlstate());
    }
  }

  std::vector<RelationToCopy> relations_;
  std::vector<Unit> units_;
  const CopyState& state_;
  const CopyEvents& events_;
  std::set<std::size_t> done_;
  UnitQueue queue_;
  std::mutex mutex_;  // one event at a time; also guards copied_ and remarks_
  ProgressMeter meter_;
  std::vector<CopiedRelation> copied_;
  std::vector<std::string> remarks_;
  std::atomic<std::size_t> analyzed_{0};
};

Copy::Copy(Pair& pair, const Plan& plan, CopyOptions options, CopyState state, CopyEvents events)
    : pair_(pair),
      plan_(plan),
      options_(options),
      state_(std::move(state)),
      events_(std::move(events)) {}

CopyReport Copy::Run() {
  auto sessions = pair_.OpenFresh();
  const std::int64_t source_major = pair_.Of(SideName::kSource).identity->major();
  const std::int64_t target_major = pair_.Of(SideName::kTarget).identity->major();
  auto relations = RelationsToCopy(*sessions.source, *sessions.target, plan_.relations,
                                   target_major < source_major);
  const auto references = ReferencesTo(relations, *sessions.target);
  const std::size_t jobs =
      std::clamp<std::size_t>(options_.jobs, 1, std::max<std::size_t>(relations.size(), 1));
  Work work(std::move(relations), references, state_, events_);
  CopyConnections& connections = Keep(
      std::make_unique<CopyConnections>(pair_.Of(SideName::kSource), pair_.Of(SideName::kTarget),
                                        jobs, sessions.source->ExportSnapshot()));
  sessions = {};  // otherwise they would be idle for the whole copy
  work.EmptyBegun(connections.writer());
  connections.Work([&](CopyWorker& worker) { work.CopyRows(worker); });
  sessions = pair_.OpenFresh();
  auto sequences = SetSequences(*sessions.source, connections.writer(), plan_);
  connections.Work([&](CopyWorker& worker) { work.Analyze(worker); });
  return {work.copied(), std::move(sequences), work.analyzed(), work.remarks()};
}

CopyConnections& Copy::Keep(std::unique_ptr<CopyConnections> connections) {
  const std::scoped_lock lock(mutex_);
  connections_ = std::move(connections);
  if (cancelled_) connections_->Cancel();
  return *connections_;
}

void Copy::Cancel() noexcept {
  const std::scoped_lock lock(mutex_);
  cancelled_ = true;
  if (connections_) connections_->Cancel();
}

}  // namespace gonogo
