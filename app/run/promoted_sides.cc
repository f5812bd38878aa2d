// A standby that is promoted keeps its sessions and their snapshots, but gets nothing more from its
// primary.
#include "app/run/promoted_sides.h"

#include <fmt/format.h>

#include "core/error.h"
#include "fixtures/system/interrupt.h"

namespace gonogo {
namespace {

// Returns "" if the side is still a standby.
std::string PromotionOf(const Side& side, const Pair& pair) {
  try {
    if (ReadIdentity(*pair.OpenFresh(side)).in_recovery) return "";
    return side.name +
           ": the standby was promoted during the run, and follows its primary no more: run the "
           "checks again on the server that is meant";
  } catch (const DatabaseError& error) {
    return fmt::format("can't tell whether the standby was promoted during the run: {}",
                       error.what());
  }
}

}  // namespace

std::vector<std::string> PromotedSides(const std::vector<Server>& at_start, const Pair& pair) {
  std::vector<std::string> promoted;
  for (const Server& server : at_start) {
    if (!server.in_recovery || WasInterrupted()) continue;
    const SideName name =
        server.side == ToString(SideName::kSource) ? SideName::kSource : SideName::kTarget;
    std::string promotion = PromotionOf(pair.Of(name), pair);
    if (!promotion.empty()) promoted.push_back(std::move(promotion));
  }
  return promoted;
}

}  // namespace gonogo
