// SHA256SUMS of a folder with evidence.
#include "app/sealing/folder_sums.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "core/text/digest.h"
#include "fixtures/system/process.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

std::string Refusal(const std::string& text) {
  try {
    ParseSums(text);
  } catch (const PlanError& error) {
    return error.what();
  }
  return "read";
}

TEST(FolderSums, NameEveryFileAndAreCheckedBySha256sum) {
  const Scratch scratch;
  std::filesystem::create_directories(scratch.Path("verify"));
  std::filesystem::create_directories(scratch.Path("signatures"));
  scratch.File("evidence.jsonl", "x");
  scratch.File("verify/a\\b\n.txt", "y");
  scratch.File("signatures/a.sig", "made later");
  const FileSums sums = SumsOf(scratch.Path(""));
  EXPECT_EQ(sums, (FileSums{{"evidence.jsonl", Sha256("x")}, {"verify/a\\b\n.txt", Sha256("y")}}));
  scratch.File("SHA256SUMS", SumsText(sums));
  EXPECT_EQ(SumsOf(scratch.Path("")), sums);
  EXPECT_EQ(ParseSums(SumsText(sums)), sums);
  const ProcessResult checked = RunCommand(
      {.words = {"sha256sum", "--check", "--strict", "SHA256SUMS"}}, {.folder = scratch.Path("")});
  EXPECT_EQ(checked.status, 0) << checked.output;
}

TEST(FolderSums, AreRefusedIfGonogoDidNotWriteThem) {
  const std::string digest = Sha256("x");
  EXPECT_EQ(Refusal(""), "read");
  EXPECT_EQ(Refusal(digest + "  ../a\n"), "SHA256SUMS:1: the name ../a leads out of the folder");
  EXPECT_EQ(Refusal(digest + "  /a\n"), "SHA256SUMS:1: the name /a leads out of the folder");
  EXPECT_EQ(Refusal(digest + "  a/./b\n"), "SHA256SUMS:1: the name a/./b leads out of the folder");
  EXPECT_EQ(Refusal(digest + "  a"), "SHA256SUMS: the last line is cut off");
  EXPECT_EQ(Refusal(digest + " *a\n"), "SHA256SUMS:1: it isn't a SHA-256, two blanks and a name");
  EXPECT_EQ(Refusal("AB" + digest.substr(2) + "  a\n"),
            "SHA256SUMS:1: it isn't a SHA-256, two blanks and a name");
  EXPECT_EQ(Refusal("\\" + digest + "  a\n"), "SHA256SUMS:1: gonogo would write it otherwise");
  const std::string line = digest + "  a\n";
  EXPECT_EQ(Refusal(line + line), "SHA256SUMS:2: a is named twice or out of order");
}

}  // namespace
}  // namespace gonogo::testing_support
