#include "gates/records/in_rehearsal.h"

namespace gonogo {

bool IsInRehearsal(const Inspection& in) {
  in.pair.Source();  // throws if a side can't be reached
  in.pair.Target();
  return in.pair.Of(SideName::kSource).identity->throw_away &&
         in.pair.Of(SideName::kTarget).identity->throw_away && in.migration.is_given;
}

}  // namespace gonogo
