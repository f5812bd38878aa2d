// A copy of an undamaged database, which one damage is planted in.
#pragma once

#include <optional>
#include <string>

#include "core/plan/plan.h"
#include "core/record/trial.h"
#include "fixtures/connection/connection_string.h"
#include "fixtures/session/writing_session.h"

namespace gonogo {

// Returns the endpoint of another database on the same server.
ConnectionString Beside(ConnectionString endpoint, const std::string& database);

struct NotPlanted {
  std::string why;  // the server's message, or that the damage's query answers as before
  // The database has nothing that could be damaged so: no row with such a value, or a constraint
  // forbids it.
  bool is_impossible = false;
};

class DamagedCopy {
 public:
  // Copies the database of `original`, to which nobody may be connected, under that name on the
  // same server. `server`: a session in another database of it, which must outlive this object. A
  // database of that name is dropped before. Throws DatabaseError.
  DamagedCopy(WritingSession& server, const ConnectionString& original, const std::string& name,
              const Limits& limits);
  DamagedCopy(const DamagedCopy&) = delete;
  DamagedCopy& operator=(const DamagedCopy&) = delete;
  // Drops the copy, unless it is kept.
  ~DamagedCopy();

  const ConnectionString& endpoint() const { return endpoint_; }

  // Plants the damage. Returns why it isn't planted, which leaves the copy as it was; nothing if
  // it is.
  std::optional<NotPlanted> Plant(const Damage& damage);

  // Takes back what reaches beyond the copy. Throws DatabaseError.
  void Undo(const Damage& damage);

  void Keep() { is_kept_ = true; }

 private:
  WritingSession& server_;
  ConnectionString endpoint_;
  std::string name_;
  Limits limits_;
  bool is_kept_ = false;
};

}  // namespace gonogo
