// URLs that somebody gives on the command line.
#include "app/given_url.h"

#include <fmt/format.h>

#include <iostream>

namespace gonogo {

ConnectionString ParseGiven(const std::string& url, const std::string& name) {
  ConnectionString endpoint = ParseEndpoint(GivenUrl(url), name);
  WarnOfShortPassword(endpoint);
  return endpoint;
}

void WarnOfShortPassword(const ConnectionString& endpoint) {
  constexpr std::size_t kLongEnough = 8;
  const std::size_t size = endpoint.Option("password").size();
  if (size == 0 || size >= kLongEnough) return;
  std::cerr << fmt::format(
      "gonogo: warning: the password in {} has fewer than {} characters, so messages can't always "
      "hide it: use a longer one\n",
      endpoint.given_as, kLongEnough);
}

}  // namespace gonogo
