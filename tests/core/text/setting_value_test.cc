// Tests that spellings of one value are equal, and other values aren't.
#include "core/text/setting_value.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

struct Pair {
  const char* name;
  const char* one;
  const char* other;
};

bool Same(const Pair& pair) {
  return SettingMeaning(pair.name, pair.one) == SettingMeaning(pair.name, pair.other);
}

TEST(SettingMeaning, IsOneForAllSpellings) {
  for (const Pair& pair :
       std::initializer_list<Pair>{{"lc_time", "en_US.utf8", "en_US.UTF-8"},
                                   {"lc_monetary", "de_DE.iso88591@euro", "de_DE.ISO-8859-1@euro"},
                                   {"lc_numeric", "de_DE.latin1", "de_DE.ISO8859-1"},
                                   {"lc_numeric", "C", "POSIX"},
                                   {"lc_time", "C.utf8", "C.UTF-8"},
                                   {"lc_time", "C", "C.UTF-8"},
                                   {"lc_ctype", "C.utf8", "C.UTF-8"},
                                   {"TimeZone", "UTC", "Etc/UTC"},
                                   {"TimeZone", "GMT", "etc/utc"},
                                   {"TimeZone", "Zulu", "UCT"},
                                   {"timezone", "US/Eastern", "America/New_York"},
                                   {"TimeZone", "Asia/Calcutta", "Asia/Kolkata"},
                                   {"client_encoding", "UTF8", "unicode"},
                                   {"client_encoding", "utf-8", "UTF8"},
                                   {"client_encoding", "LATIN1", "iso-8859-1"},
                                   {"DateStyle", "ISO, MDY", "iso,us"},
                                   {"DateStyle", "MDY, ISO", "ISO, MDY"},
                                   {"search_path", "\"$user\", public", "\"$user\",public"},
                                   {"search_path", "app,\"public\"", "APP, public"},
                                   {"row_security", "on", "true"},
                                   {"statement_timeout", "5min", "300s"},
                                   {"lock_timeout", "5s", "5000"},
                                   {"work_mem", "64MB", "65536kB"}}) {
    EXPECT_TRUE(Same(pair)) << pair.name << ": " << pair.one << " and " << pair.other;
  }
}

TEST(SettingMeaning, DiffersForOtherValues) {
  for (const Pair& pair :
       std::initializer_list<Pair>{{"lc_time", "en_US.utf8", "en_GB.utf8"},
                                   {"lc_monetary", "de_DE.utf8", "de_DE.utf8@euro"},
                                   {"lc_monetary", "de_DE.utf8", "de_DE.iso88591"},
                                   {"lc_monetary", "C.utf8", "en_US.utf8"},
                                   {"lc_ctype", "C", "C.UTF-8"},
                                   {"lc_collate", "C", "C.utf8"},
                                   {"TimeZone", "UTC", "Europe/London"},
                                   {"app.country", "no", "off"},
                                   {"app.limit", "60s", "1min"},
                                   {"TimeZone", "Etc/GMT+1", "Etc/GMT"},
                                   {"TimeZone", "US/Eastern", "US/Central"},
                                   {"client_encoding", "LATIN1", "LATIN9"},
                                   {"DateStyle", "ISO, MDY", "ISO, DMY"},
                                   {"search_path", "a, b", "b, a"},
                                   {"search_path", "\"App\"", "App"},
                                   {"search_path", "\"a,b\"", "a,b"},
                                   {"row_security", "on", "off"},
                                   {"statement_timeout", "5s", "5min"},
                                   {"work_mem", "64MB", "64kB"},
                                   {"work_mem", "64", "64kB"},
                                   {"statement_timeout", "0", "5"}}) {
    EXPECT_FALSE(Same(pair)) << pair.name << ": " << pair.one << " and " << pair.other;
  }
}

}  // namespace
}  // namespace gonogo
