// Who is connected to two databases, and what the servers have set for them, which damage is
// planted in.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/selftest/damaged_copy.h"
#include "core/record/trial.h"
#include "core/values/side.h"
#include "fixtures/system/repeated.h"
#include "fixtures/throwaway/cluster_sql.h"
#include "fixtures/throwaway/throwaway_pair.h"

namespace gonogo {

class DamagedSessions {
 public:
  // The session of an application on the target is connected as long as there is no damage. Its
  // role and the databases must exist. Throws std::exception with the server's message.
  DamagedSessions(const ThrowAwayPair& pair, std::string database, std::string application);

  // Plants the damage, whose session stays connected. Returns why it isn't planted, which leaves
  // all as it was.
  std::optional<NotPlanted> Plant(const Damage& damage);

  // Ends the damage's session, and takes back what it did. Throws as the constructor does.
  void Undo(const Damage& damage);

 private:
  const Cluster& On(SideName side) const;
  std::string UrlOn(SideName side, const std::string& role) const;
  void RunOn(SideName side, const std::string& statements) const;
  void Write(const Damage& damage) const noexcept;
  std::string Look(const Damage& damage) const;
  void Connect();

  const ThrowAwayPair& pair_;
  std::string database_;
  std::string application_;
  std::unique_ptr<OpenTransaction> of_application_;
  std::unique_ptr<OpenTransaction> of_damage_;
  std::unique_ptr<Repeated> writer_;
};

}  // namespace gonogo
