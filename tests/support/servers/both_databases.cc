// Creates, drops and opens a database of the same name on both sides.
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {

BothDatabases::BothDatabases(std::string name, const ThrowAwayPair& pair,
                             const std::string& source_template)
    : name_(std::move(name)), pair_(pair) {
  const std::string create = "CREATE DATABASE \"" + name_ + "\"";
  Execute(pair_.source, "postgres", create + " TEMPLATE \"" + source_template + "\"");
  Execute(pair_.target, "postgres", create);
}

BothDatabases::~BothDatabases() {
  try {
    for (const Cluster* cluster : {&pair_.source, &pair_.target}) {
      Execute(*cluster, "postgres", "DROP DATABASE IF EXISTS \"" + name_ + "\" WITH (FORCE)");
    }
  } catch (const std::exception&) {
    // Ignored, because the servers are removed with the test program anyway.
  }
}

void BothDatabases::OnBoth(const std::string& sql) const {
  OnSource(sql);
  OnTarget(sql);
}

Pair BothDatabases::Open() const {
  return {OpenSide("source", ParseEndpoint(SourceUrl(), "source"), {}),
          OpenSide("target", ParseEndpoint(TargetUrl(), "target"), {})};
}

}  // namespace gonogo::testing_support
