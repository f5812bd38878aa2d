// Connection strings: libpq gets what was read, and people don't get the password.
#include "fixtures/connection/connection_string.h"

#include <string>

#include "tests/fuzz/refusal.h"
#include "tests/fuzz/targets/targets.h"

namespace gonogo::fuzz {
namespace {

constexpr std::size_t kShortestSecret = 8;

bool IsElsewhere(const std::string& password, const ConnectionString& read) {
  for (const auto& [name, value] : read.options) {
    if (name != "password" && value.find(password) != std::string::npos) return true;
  }
  return false;
}

void RequireUse(const ConnectionString& read) {
  const ConnectionString again = ParseConnectionString(read.ForLibpq(), "URL");
  Require(again.options == read.options, "libpq gets other options than were read");
  Require(DestinationOf(again) == DestinationOf(read), "written, it leads elsewhere");
  HostOf(read);
  read.ForSession("gonogo", std::chrono::seconds(10));
  const std::string password = read.Option("password");
  const bool is_secret = password.size() >= kShortestSecret && !IsElsewhere(password, read);
  Require(!is_secret || read.ForPeople().find(password) == std::string::npos,
          "people are shown the password");
}

}  // namespace

void FeedConnectionString(std::string_view input) {
  const std::string text(input);
  ConnectionString read;
  if (IsTaken([&] { read = ParseConnectionString(text, "URL"); })) RequireUse(read);
  const bool is_endpoint = IsTaken([&] { read = ParseEndpoint(text, "URL"); });
  Require(!is_endpoint || !DestinationOf(read).empty(), "an endpoint leads nowhere");
  GivenUrl(text);
}

}  // namespace gonogo::fuzz
