// No message of the JSON library or of the standard library is shown as it is.
#include "core/json/json_error.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <stdexcept>
#include <vector>

#include "core/json/json.h"

namespace gonogo {
namespace {

template <typename Act>
std::string WordsOfJson(Act act) {
  try {
    act();
  } catch (const std::exception& error) {
    return WhatIsWrong(error);
  }
  return "nothing is wrong";
}

TEST(JsonError, OfTheStandardLibraryIsToldInPlainWords) {
  const std::string words =
      "an answer doesn't fit what was asked: does a proxy or a pooler change answers? If not, please "
      "report it";
  EXPECT_EQ(WordsOfJson([] { static_cast<void>(std::vector<int>().at(1)); }), words);
}

TEST(JsonError, OfFilesIsToldInPlainWords) {
  namespace fs = std::filesystem;
  EXPECT_EQ(WordsOfJson([] { fs::create_directories("/proc/version/out"); }),
            "can't create directories /proc/version/out: Not a directory");
  EXPECT_EQ(WordsOfJson([] { fs::remove("/proc/version"); }),
            "can't remove /proc/version: Operation not permitted");
  EXPECT_EQ(WordsOfJson([] { static_cast<void>(fs::file_size("/proc/none")); }),
            "can't get file size /proc/none: No such file or directory");
  EXPECT_EQ(WordsOfJson([] { fs::directory_iterator("/proc/none"); }),
            "can't open directory /proc/none: No such file or directory");
}

TEST(JsonError, IsToldInPlainWords) {
  const Json record = {{"at", 5}};
  EXPECT_EQ(WordsOfJson([&] { record.at("note"); }), "the key \"note\" is missing");
  EXPECT_EQ(WordsOfJson([&] { record.at("at").get<std::string>(); }),
            "type must be string, but is number");
  EXPECT_EQ(WordsOfJson([] { ParseJson("{\"a\": \"b"); }),
            "not JSON at line 1, column 9: invalid string: missing closing quote");
  EXPECT_EQ(WordsOfJson([] { ParseJson(""); }),
            "not JSON at line 1, column 1: unexpected end of input");
  EXPECT_EQ(WordsOfJson([] { ParseJson("[1e999]"); }), "number overflow parsing '1e999'");
  EXPECT_EQ(WordsOfJson([] { throw std::runtime_error("[json] isn't here"); }),
            "[json] isn't here");
}

}  // namespace
}  // namespace gonogo
