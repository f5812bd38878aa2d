// Who runs this process, by its effective user id and the host's name.
#include "app/runbook/operator.h"

#include <pwd.h>
#include <unistd.h>

#include <array>

namespace gonogo {

Operator CurrentOperator() {
  const passwd* const user = getpwuid(geteuid());
  std::array<char, 256> host{};
  const bool has_host = gethostname(host.data(), host.size() - 1) == 0;
  return {.user = user == nullptr ? std::to_string(geteuid()) : user->pw_name,
          .host = has_host ? host.data() : "unknown"};
}

}  // namespace gonogo
