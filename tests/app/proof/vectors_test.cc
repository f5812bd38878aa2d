// The vectors of tests/evidence: what others took for good, gonogo evidence verify refuses, in
// words of its own.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>

#include "app/proof/verification.h"
#include "core/json/json_error.h"
#include "tests/app/proof/good_evidence.h"
#include "tests/app/proof/spoiled_bundle.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFamilies = 12;
constexpr std::size_t kFewestVectors = 60;

const std::string& GoodBundle() {
  static const std::string folder = InProject("tests/evidence/good");
  return folder;
}

// By path, so that failures come in the same order everywhere.
std::set<fs::path> Vectors() {
  std::set<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(InProject("tests/evidence/vectors"))) {
    if (entry.is_regular_file()) files.insert(entry.path());
  }
  return files;
}

std::vector<Signer> SignersOf(const Json& vector) {
  std::vector<Signer> signers;
  const Json keys = vector.value("keys", Json{"release"});
  for (const std::string key : keys) signers.push_back({key, TestKey(key).public_key()});
  const std::string options = vector.value("allowed_with", "");
  if (options.empty()) return signers;
  return ParseAllowedSigners(
      "release " + options + " " + SshText(TestKey("release").public_key()) + "\n", "signers");
}

std::string TextOf(const Checklist& list) {
  std::string text = list.Result() + "\n";
  for (const Point& point : list.points) text += point.text + "\n";
  return text;
}

// Flips a bit of a file, and cuts one, so many times, at random but the same places in every run.
void ExpectDamageIsFound(int rounds, unsigned seed) {
  const SpoiledBundle bundle(GoodBundle());
  const VerifyRequest request{.signers = SignersOf(Json::object()), .now = kVerifiedAt};
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(bundle.folder())) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::mt19937 random(seed);
  const auto write = [](const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
  };
  for (int round = 0; round < 2 * rounds; ++round) {
    const fs::path& file = files[random() % files.size()];
    const std::string good = ReadFile(file.string());
    std::string damaged = good;
    const std::size_t at = random() % good.size();
    if (round % 2 == 0)
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << random() % 8));
    else
      damaged.resize(at);
    write(file, damaged);
    const Checklist list = VerifyEvidence(bundle.folder(), request).list;
    EXPECT_EQ(list.ExitStatus(), 1) << file << " at " << at << "\n" << TextOf(list);
    write(file, good);
  }
  EXPECT_EQ(VerifyEvidence(bundle.folder(), request).list.ExitStatus(), 0);
}

// The bundle follows from the program, but is kept as files, so that a change of what gonogo
// writes, by which older bundles wouldn't be verified any more, is seen in review.
TEST(EvidenceVectors, StartFromWhatGonogoWrites) {
  SpoiledBundle made("");
  const Evidence evidence = GoodEvidence();
  std::string lines = ToText(ToJson(evidence.run)) + "\n";
  for (const CaseResult& one : evidence.cases) lines += ToText(ToJson(one, evidence.run)) + "\n";
  made.Do({{"write", "evidence.jsonl"}, {"text", lines}});
  made.Do({{"remake", {"chain", "verdict", "sums"}}});
  made.Do({{"sign", "release"}});
  const char* const regenerate = std::getenv("GONOGO_REGENERATE");
  if (regenerate != nullptr && std::string(regenerate) == "1") {
    fs::remove_all(GoodBundle());
    fs::copy(made.folder(), GoodBundle(), fs::copy_options::recursive);
  }
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(made.folder())) {
    if (!entry.is_regular_file()) continue;
    ++files;
    const std::string name = entry.path().lexically_relative(made.folder()).string();
    ASSERT_TRUE(fs::exists(GoodBundle() + "/" + name)) << name << ": GONOGO_REGENERATE=1 writes it";
    EXPECT_EQ(ReadFile(GoodBundle() + "/" + name), ReadFile(entry.path().string()))
        << name << " differs; GONOGO_REGENERATE=1 overwrites it";
  }
  EXPECT_EQ(files, 6U);
}

TEST(EvidenceVectors, TheBundleThatNobodySpoiledIsVerified) {
  const SpoiledBundle bundle(GoodBundle());
  const VerifyRequest request{.signers = SignersOf(Json::object()),
                              .policy = ParsePolicy("go,production,age<24h"),
                              .now = kVerifiedAt};
  const Checklist list = VerifyEvidence(bundle.folder(), request).list;
  EXPECT_EQ(list.ExitStatus(), 0) << TextOf(list);
}

TEST(EvidenceVectors, AreRefusedEachInItsOwnWords) {
  for (const fs::path& file : Vectors()) {
    SCOPED_TRACE(file.lexically_relative(InProject("tests/evidence/vectors")).string());
    try {
      const Json vector = ParseRecord(ReadFile(file.string()));
      ASSERT_FALSE(vector.at("what").get<std::string>().empty());
      SpoiledBundle bundle(GoodBundle());
      for (const Json& step : vector.at("steps")) bundle.Do(step);
      const Checklist list =
          VerifyEvidence(bundle.folder(), {.signers = SignersOf(vector),
                                           .policy = ParsePolicy(vector.value("require", "signed")),
                                           .now = vector.value("now", kVerifiedAt)})
              .list;
      EXPECT_NE(list.ExitStatus(), 0);
      EXPECT_EQ(list.ExitStatus(), vector.at("exit_status").get<int>()) << TextOf(list);
      const std::string words = vector.at("words");
      EXPECT_NE(TextOf(list).find(words), std::string::npos) << words << "\n" << TextOf(list);
    } catch (const std::exception& error) {
      ADD_FAILURE() << WhatIsWrong(error);
    }
  }
}

TEST(EvidenceVectors, RandomDamageIsFound) { ExpectDamageIsFound(40, 1); }

TEST(SlowEvidenceVectors, RandomDamageIsFound) { ExpectDamageIsFound(1000, 22); }

TEST(EvidenceVectors, CoverEveryFamily) {
  std::set<std::string> families;
  for (const fs::path& file : Vectors()) {
    const std::string family = file.parent_path().filename();
    EXPECT_EQ(ParseJson(ReadFile(file.string())).at("family"), family) << file;
    families.insert(family);
  }
  EXPECT_EQ(families.size(), kFamilies);
  EXPECT_GE(Vectors().size(), kFewestVectors);
}

}  // namespace
}  // namespace gonogo::testing_support
