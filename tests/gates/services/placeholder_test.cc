// Which values of a launch environment only stand for one.
#include "gates/services/placeholder.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

TEST(IsPlaceholder, KnowsWhatTemplatesHave) {
  for (const std::string& value :
       std::vector<std::string>{std::string(64, '0'),
                                "changeme",
                                "CHANGE_ME",
                                "please-change-me",
                                "\"changeme\"",
                                "TODO",
                                "todo: ask operations",
                                "xxx",
                                "XXXXXXXX",
                                "${A}",
                                "$(cat key)",
                                "$SECRET",
                                "%SECRET%",
                                "{{ secret }}",
                                "<password>",
                                "<your key here>",
                                "your-api-key",
                                "...",
                                "********",
                                "null",
                                "0x0000000000000000000000000000000000000000",
                                "00000000-0000-0000-0000-000000000000",
                                "postgresql://app:${PASSWORD}@db/app",
                                "postgresql://app:changeme@db/app",
                                "https://your-domain/",
                                "placeholder",
                                "insert-your-key-here",
                                "YOUR API KEY",
                                "replace-with-a-secret",
                                "Bearer <token>",
                                R"({"key": "${PRIVATE_KEY}"})",
                                "replace_me"}) {
    EXPECT_TRUE(IsPlaceholder(value)) << value;
  }
}

TEST(IsPlaceholder, LeavesValuesAlone) {
  for (const char* const value :
       {"",
        "0",
        "00",
        "true",
        "production",
        "a'b",
        "'",
        "none",
        "xx",
        "1000000",
        "example.com",
        "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
        "$2b$10$N9qo8uLOickgx2",
        "App <app@example.com>",
        "https://yourself.example/",
        "made-up-jwt-secret",
        "a<b",
        "100%",
        "postgresql://app:pa$word@db/app?sslmode=require",
        "mastodon",
        R"({"msg": "${msg}", "at": "{{time}}"})",
        "<b>Thank you</b>",
        "Your order has shipped",
        "https://shop.example/your-account",
        "todo-app",
        "aXxxx9-xxx",
        "todos-service"}) {
    EXPECT_FALSE(IsPlaceholder(value)) << value;
  }
}

}  // namespace
}  // namespace gonogo
