// An entry is "ID; OID OID KIND SCHEMA NAME OWNER". A name may contain blanks, but an owner at the
// end is ignored: the name of an object outside of schemas begins behind " - ".
#include "stages/dump/restorable_entries.h"

#include <algorithm>
#include <regex>

#include "core/text/text.h"

namespace gonogo {
namespace {

struct Entry {
  std::string kind;
  std::string rest;  // name and owner
};

// Returns an entry of an object outside of schemas; its kind is empty if the line has none.
Entry EntryOf(const std::string& line) {
  static const std::regex pattern(R"(^\d+; \d+ \d+ ([A-Z ]+) - (.*)$)");
  std::smatch match;
  if (!std::regex_match(line, match, pattern)) return {};
  return {match[1], std::string(Trim(match[2].str()))};
}

bool MayBeOf(const std::string& name, const std::string& rest) {
  return rest == name || rest.starts_with(name + " ");
}

class Judge {
 public:
  explicit Judge(const DumpTarget& target) : target_(target) {
    if (target.provider == nullptr) return;
    for (const std::string& schema : target.provider->schemas) {
      if (target.schemas.contains(schema)) provided_.insert(schema);
    }
  }

  // Returns why the target doesn't get the entry, or "" if it does.
  std::string Reason(const Entry& entry) const {
    constexpr const char* kHasIt = "the target has it";
    constexpr const char* kMayNot = "the target's role may not";
    std::string name;
    if (entry.kind == "SCHEMA" && IsIn(provided_, entry.rest, name)) {
      return "schema " + name + ": " + kHasIt;
    }
    if (entry.kind == "EVENT TRIGGER") {
      if (IsIn(target_.event_triggers, entry.rest, name)) {
        return "event trigger " + name + ": " + kHasIt;
      }
      if (!MayCreateEventTriggers()) return "event trigger " + entry.rest + ": " + kMayNot;
    }
    if (entry.kind == "COMMENT") return ReasonForComment(entry.rest, kMayNot);
    const bool of_schema = entry.kind == "ACL" && entry.rest.starts_with("SCHEMA ");
    if (of_schema && IsIn(provided_, entry.rest.substr(7), name)) {
      return "privileges on schema " + name + ": " + kMayNot;
    }
    return "";
  }

 private:
  // A name of the source that has blanks isn't the shorter one with which it begins.
  bool IsIn(const std::set<std::string>& names, const std::string& rest, std::string& name) const {
    for (const std::string& candidate : names) {
      const bool is_longer_one =
          std::ranges::any_of(target_.source_names, [&](const std::string& other) {
            return other.starts_with(candidate + " ") && MayBeOf(other, rest);
          });
      if (is_longer_one || !MayBeOf(candidate, rest)) continue;
      name = candidate;
      return true;
    }
    return false;
  }

  bool MayCreateEventTriggers() const {
    return target_.is_superuser ||
           (target_.provider != nullptr && target_.provider->may_create_event_triggers);
  }

  // Where users aren't superusers, an extension belongs to the server's own role.
  std::string ReasonForComment(const std::string& rest, const std::string& may_not) const {
    if (target_.is_superuser) return "";
    std::string name;
    const bool of_event_trigger = rest.starts_with("EVENT TRIGGER ");
    const bool of_schema = rest.starts_with("SCHEMA ") && IsIn(provided_, rest.substr(7), name);
    const bool is_denied = rest.starts_with("EXTENSION ") || of_schema ||
                           (of_event_trigger && !MayCreateEventTriggers());
    return is_denied ? "COMMENT ON " + rest + ": " + may_not : "";
  }

  const DumpTarget& target_;
  std::set<std::string> provided_;  // schemas of the provider
};

}  // namespace

RestorableEntries EntriesFor(const DumpTarget& target, const std::vector<std::string>& list) {
  const Judge judge(target);
  RestorableEntries entries;
  for (const std::string& line : list) {
    const std::string reason = judge.Reason(EntryOf(line));
    if (reason.empty()) {
      entries.lines.push_back(line);
    } else {
      entries.left_out.push_back(reason);
    }
  }
  return entries;
}

}  // namespace gonogo
