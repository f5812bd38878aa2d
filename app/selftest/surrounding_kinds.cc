// Reads the kinds of damage that there are beside the databases.
#include "app/selftest/surrounding_kinds.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "app/selftest/surrounding_texts.h"
#include "core/json/located_json.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr const char* kFile = "surroundings_damage.json";

// The keys that name a side.
struct OnSide {
  const char* key;
  Medium medium;
  const char* object;  // for people
};

constexpr std::array kOnSides = {OnSide{"server", Medium::kServer, "the server of the {}"},
                                 OnSide{"session", Medium::kSession, "a session on the {}"},
                                 OnSide{"writer", Medium::kWriter, "a session on the {}"}};

Damage DamageFrom(const Json& line) {
  Damage damage{.kind = line.at("kind"),
                .object = "the files",
                .plant = line.value("plant", line.value("files", "")),
                .looks = line.value("looks", ""),
                .gate = line.value("gate", ""),
                .finding = line.value("finding", ""),
                .also = {},
                .undo = line.value("undo", ""),
                .medium = Medium::kFiles,
                .role = line.value("as", "gonogo")};
  for (const std::string& gate : Split(line.value("also", ""), ',')) {
    if (!Trim(gate).empty()) damage.also.emplace(Trim(gate));
  }
  for (const auto& [key, medium, object] : kOnSides) {
    if (!line.contains(key)) continue;
    const std::string side = line.at(key);
    damage.medium = medium;
    damage.side = side == "source" ? SideName::kSource : SideName::kTarget;
    damage.object = fmt::format(fmt::runtime(object), side);
  }
  return damage;
}

}  // namespace

std::vector<DamageKind> SurroundingKinds() {
  const LocatedJson lines = ParseLocated(SurroundingTexts().at(kFile), kFile);
  std::vector<DamageKind> kinds;
  for (const Json& line : lines.value) {
    Damage damage = DamageFrom(line);
    kinds.push_back({damage.kind, {std::move(damage)}});
  }
  return kinds;
}

}  // namespace gonogo
