// Opens sessions as any client does, without gonogo's token.
#include "app/selftest/damaged_sessions.h"

#include <fmt/format.h>

#include "core/error.h"
#include "fixtures/session/writing_session.h"

namespace gonogo {
namespace {

constexpr std::chrono::milliseconds kBetweenWrites{200};

}  // namespace

DamagedSessions::DamagedSessions(const ThrowAwayPair& pair, std::string database,
                                 std::string application)
    : pair_(pair), database_(std::move(database)), application_(std::move(application)) {
  Connect();
}

const Cluster& DamagedSessions::On(SideName side) const {
  return side == SideName::kSource ? pair_.source : pair_.target;
}

// All roles have the password of the cluster.
std::string DamagedSessions::UrlOn(SideName side, const std::string& role) const {
  const Cluster& cluster = On(side);
  return fmt::format("postgresql://{}:{}@127.0.0.1:{}/{}", role, cluster.password, cluster.port,
                     database_);
}

void DamagedSessions::Connect() {
  of_application_ = std::make_unique<OpenTransaction>(UrlOn(SideName::kTarget, application_),
                                                      "SET application_name = 'shop'; COMMIT");
}

// The source's transactions are read-only by default.
void DamagedSessions::RunOn(SideName side, const std::string& statements) const {
  Execute(On(side), database_, "BEGIN READ WRITE;" + statements + "; COMMIT");
}

void DamagedSessions::Write(const Damage& damage) const noexcept {
  try {
    RunOn(damage.side, damage.plant);
  } catch (const std::exception&) {
    // The first write has succeeded; gates say whether they see one of the others.
  }
}

std::string DamagedSessions::Look(const Damage& damage) const {
  WritingSession session(ParseEndpoint(UrlOf(On(damage.side), database_), ToString(damage.side)),
                         ToString(damage.side), {});
  const Rows rows = session.QueryOnce(damage.looks, {});
  return rows.empty() ? "" : rows.values.front().front().value_or("");
}

std::optional<NotPlanted> DamagedSessions::Plant(const Damage& damage) {
  try {
    const std::string before = Look(damage);
    if (damage.medium == Medium::kSession) {
      of_damage_ = std::make_unique<OpenTransaction>(UrlOn(damage.side, damage.role), damage.plant);
    } else {
      RunOn(damage.side, damage.plant);
      if (damage.medium == Medium::kWriter) {
        writer_ = std::make_unique<Repeated>(kBetweenWrites, [this, damage] { Write(damage); });
      }
    }
    if (Look(damage) != before) return std::nullopt;
    Undo(damage);
    return NotPlanted{.why = "its query answers as before"};
  } catch (const std::runtime_error& error) {  // the server has taken back what was done
    return NotPlanted{.why = error.what()};
  }
}

void DamagedSessions::Undo(const Damage& damage) {
  writer_.reset();
  of_damage_.reset();
  if (!damage.undo.empty()) RunOn(damage.side, damage.undo);
  Connect();
}

}  // namespace gonogo
