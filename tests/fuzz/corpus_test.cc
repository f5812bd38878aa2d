// Replays the inputs that are kept in corpus/: those that libFuzzer found a way for through the
// readers, and each that once did harm.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "fixtures/system/text_file.h"
#include "tests/fuzz/fuzz_targets.h"

namespace gonogo::fuzz {
namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = fs::path(GONOGO_SOURCE_DIR) / "tests/fuzz/corpus";

class Corpus : public testing::TestWithParam<FuzzTarget> {};

TEST_P(Corpus, IsTakenOrRefusedInWords) {
  int inputs = 0;
  for (const auto& entry : fs::directory_iterator(kCorpus / GetParam().name)) {
    SCOPED_TRACE(entry.path());
    EXPECT_NO_THROW(GetParam().feed(ReadTextFile(entry.path())));
    ++inputs;
  }
  EXPECT_GT(inputs, 4);
}

TEST_P(Corpus, IsSmall) {
  std::uintmax_t size = 0;
  for (const auto& entry : fs::directory_iterator(kCorpus / GetParam().name)) {
    size += entry.file_size();
  }
  EXPECT_LT(size, 100'000) << "minimize it: ci/fuzz --minimize " << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(Targets, Corpus,
                         testing::ValuesIn(FuzzTargets().begin(), FuzzTargets().end()),
                         [](const auto& target) { return std::string(target.param.name); });

TEST(Corpora, AreOfTargets) {
  for (const auto& entry : fs::directory_iterator(kCorpus)) {
    EXPECT_NO_THROW(FuzzTargetNamed(entry.path().filename().string())) << entry.path();
  }
}

}  // namespace
}  // namespace gonogo::fuzz
