// Tests that secrets are masked where they stand, and that short ones leave other text alone.
#include "core/text/secrets.h"

#include <gtest/gtest.h>

#include "core/text/percent.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

std::string WithoutPassword(const std::string& password, const std::string& text) {
  Secrets secrets;
  secrets.AddPassword(password);
  return secrets.Mask(text);
}

TEST(Secrets, AreMaskedInEveryFormOfAPassword) {
  EXPECT_EQ(WithoutPassword("p@ss/word", "p@ss/word p%40ss%2Fword"), "*** ***");
  EXPECT_EQ(WithoutPassword("p%40ss%2Fword", "p@ss/word p%40ss%2Fword"), "*** ***");
  EXPECT_EQ(WithoutPassword("it's\\so", "'it\\'s\\\\so'"), "'***'");
  EXPECT_EQ(WithoutPassword("say \"please\"", "{\"p\": \"say \\\"please\\\"\"}"),
            "{\"p\": \"***\"}");
}

// A letter or two of base64 tell nothing by themselves, and depend on what stands beside them.
TEST(Secrets, AreMaskedInBase64AndHexadecimalDigits) {
  const std::string password = "hunter22?>";
  EXPECT_EQ(WithoutPassword(password, "Basic aHVudGVyMjI/Pg== done"), "Basic ***g== done");
  EXPECT_EQ(WithoutPassword(password, "Basic dXNlcjpodW50ZXIyMj8+ done"), "Basic dXNlcjp*** done");
  EXPECT_EQ(WithoutPassword(password, "Basic bWU6aHVudGVyMjI_Pg done"), "Basic bWU6***g done");
  EXPECT_EQ(WithoutPassword(password, "\\x68756e74657232323f3e"), "\\x***");
  EXPECT_EQ(WithoutPassword(password, "68756E74657232323F3E."), "***.");
}

TEST(Secrets, AreMaskedInSqlLiterals) {
  EXPECT_EQ(WithoutPassword("it's so", "PASSWORD 'it''s so'"), "PASSWORD '***'");
}

TEST(Secrets, AreMaskedLineByLine) {
  const std::string key = "-----BEGIN KEY-----\nMIIEvQIBADAN\r\nab\n";
  EXPECT_EQ(WithoutPassword(key, "x MIIEvQIBADAN y\nab\n"), "x *** y\nab\n");
  EXPECT_EQ(WithoutPassword(key, key), "***");
}

TEST(Secrets, ThatAreShortDoNotRiddleText) {
  EXPECT_EQ(WithoutPassword("a", "a table has a row"), "a table has a row");
  EXPECT_EQ(WithoutPassword("1", "1 row of 10"), "1 row of 10");
  EXPECT_EQ(WithoutPassword("row", "1 row of rows, password row."), "1 *** of rows, password ***.");
  EXPECT_EQ(WithoutPassword("customer", "customers: password=customer"), "customers: password=***");
  EXPECT_EQ(WithoutPassword("table12", "table123, table12"), "table123, ***");
  EXPECT_EQ(WithoutPassword("hunter22", "xhunter22y"), "x***y");
  EXPECT_EQ(WithoutPassword("", "nothing"), "nothing");
}

TEST(Secrets, DoNotIncludeShortValues) {
  Secrets secrets;
  secrets.AddValue("5432");
  secrets.AddValue("longer-value");
  EXPECT_EQ(secrets.Mask("port 5432, longer-value"), "port 5432, ***");
}

TEST(Secrets, MayContainEachOther) {
  Secrets secrets;
  secrets.AddPassword("hunter2");
  secrets.AddPassword("hunter22");
  EXPECT_EQ(secrets.Mask("hunter22 hunter2"), "*** ***");
}

TEST(Credentials, AreMaskedInEveryFormOfAConnectionString) {
  EXPECT_EQ(WithoutCredentials("at postgres://u:a@h/d and redis://:1@r/0"),
            "at postgres://***@h/d and redis://***@r/0");
  EXPECT_EQ(WithoutCredentials("host=h password=a user=u"), "host=h password=*** user=u");
  EXPECT_EQ(WithoutCredentials("password = 'it\\'s 1' port=1"), "password = *** port=1");
  EXPECT_EQ(WithoutCredentials("PGPASSWORD=1 psql; ?password=x&a=b"),
            "PGPASSWORD=*** psql; ?password=***&a=b");
  EXPECT_EQ(WithoutCredentials("sslpassword='open"), "sslpassword=***");
  EXPECT_EQ(WithoutCredentials("the password is wrong"), "the password is wrong");
  EXPECT_EQ(WithoutCredentials("password="), "password=");
}

TEST(PercentEncoding, IsUndoneByDecoding) {
  EXPECT_EQ(PercentEncoded("a/ü~"), "a%2F%C3%BC~");
  EXPECT_EQ(PercentDecoded("a%2f%C3%BC%~%4"), "a/ü%~%4");
}

}  // namespace
}  // namespace gonogo
