#include "app/shard/attempt.h"

#include <fmt/format.h>

#include <regex>
#include <system_error>

#include "core/error.h"
#include "core/json/json.h"
#include "core/json/json_error.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "fixtures/system/durable_file.h"
#include "fixtures/system/text_file.h"

namespace gonogo {
namespace fs = std::filesystem;
namespace {

constexpr int kFormat = 1;
constexpr const char* kUnderWay = ".tmp";

Json ToJson(const Done& done) {
  Json json = {{"format", kFormat},      {"set", done.set},     {"shard", done.shard},
               {"run", done.run},        {"units", done.units}, {"evidence", done.evidence},
               {"marks", Json::object()}};
  for (const auto& [side, mark] : done.marks) json["marks"][side] = gonogo::ToJson(mark);
  return json;
}

Done DoneIn(const Json& json) {
  if (json.at("format") != kFormat) throw PlanError(fmt::format("the format isn't {}", kFormat));
  Done done{.set = json.at("set"),
            .shard = json.at("shard"),
            .run = json.at("run"),
            .units = json.at("units"),
            .evidence = json.at("evidence"),
            .marks = {}};
  for (const auto& [side, mark] : json.at("marks").items()) done.marks[side] = FrozenMarkIn(mark);
  return done;
}

std::string NameOf(std::int64_t shard, std::int64_t attempt) {
  return fmt::format("shard-{}.attempt-{}", shard, attempt);
}

}  // namespace

Attempt::Attempt(const fs::path& set_folder, std::int64_t shard) {
  for (std::int64_t attempt = 1;; ++attempt) {
    const fs::path finished = set_folder / NameOf(shard, attempt);
    folder_ = finished.string() + kUnderWay;
    // Another host may do the same now: only one of them creates the folder.
    std::error_code failed;
    if (!fs::exists(finished) && fs::create_directory(folder_, failed)) return;
    if (failed) {
      throw std::runtime_error(
          fmt::format("can't write {}: {}", folder_.string(), failed.message()));
    }
  }
}

void Attempt::Finish(Done done, const std::string& lines) {
  done.evidence = Sha256(ReadTextFile(folder_ / lines));
  fs::path finished = folder_;
  finished.replace_extension();
  RenameDurably(folder_, finished);
  folder_ = finished;
  WriteTextFile(folder_ / kDoneFile, ToText(ToJson(done), 1) + "\n");
}

std::optional<AttemptName> ParseAttemptName(const std::string& name) {
  static const std::regex pattern(R"(shard-(\d{1,9})\.attempt-(\d{1,9})(\.tmp)?)");
  std::smatch parts;
  if (!std::regex_match(name, parts, pattern)) return std::nullopt;
  return AttemptName{.shard = *ParseInteger(parts[1].str()),
                     .attempt = *ParseInteger(parts[2].str()),
                     .is_finished = !parts[3].matched};
}

std::optional<Done> ReadDone(const fs::path& attempt) {
  const fs::path file = attempt / kDoneFile;
  if (!fs::exists(file)) return std::nullopt;
  try {
    return DoneIn(ParseRecord(ReadTextFile(file)));
  } catch (const std::exception& error) {
    throw PlanError(fmt::format("{}: {}", file.string(), WhatIsWrong(error)));
  }
}

}  // namespace gonogo
