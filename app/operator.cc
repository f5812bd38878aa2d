// Who runs this process, by its effective user id and the host's name.
#include "app/operator.h"

#include <pwd.h>
#include <unistd.h>

#include <array>

namespace gonogo {

Operator CurrentOperator() {
  const passwd* const user = getpwuid(geteuid());
  return {.user = user == nullptr ? std::to_string(geteuid()) : user->pw_name, .host = HostName()};
}

std::string HostName() {
  std::array<char, 256> host{};
  return gethostname(host.data(), host.size() - 1) == 0 ? host.data() : "unknown";
}

}  // namespace gonogo
