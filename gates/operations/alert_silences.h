// The silences of an Alertmanager, and which alerts they cover.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/text/utc.h"
#include "fixtures/services/http_client.h"

namespace gonogo {

using AlertLabels = std::map<std::string, std::string>;

struct SilenceMatcher {
  std::string label;
  std::string value;
  bool is_regex = false;
  bool is_equal = true;  // else it wants labels that don't match
};

struct Silence {
  enum class State { kPending, kActive, kExpired };
  State state = State::kActive;
  UtcTime from;
  UtcTime until;
  std::vector<SilenceMatcher> matchers;  // an alert must match all
};

// Whether a silence covers an alert of which only some labels may be known.
struct Cover {
  enum class Is { kNo, kYes, kUnknown };
  Is is = Is::kYes;
  std::string why{};  // it isn't known
};

// Reads labels as Alertmanager writes them: {alertname="PostgresDown", instance="target:9187"}.
// Throws PlanError.
AlertLabels ParseAlertLabels(const std::string& text);

// Reads the answer of /api/v2/silences. Throws DatabaseError if it isn't one.
std::vector<Silence> SilencesIn(const HttpAnswer& answer);

// A label that isn't in `known` may have any value: then it isn't known, unless another matcher
// excludes the alert.
Cover CoverOf(const Silence& silence, const AlertLabels& known);

}  // namespace gonogo
