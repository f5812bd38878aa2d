// A database on each side of a pair, for tests to fill and compare.
#pragma once

#include <string>

#include "fixtures/pair.h"
#include "tests/support/servers/pair_environment.h"

namespace gonogo::testing_support {

// The constructor creates the databases, the destructor drops them. The source is a copy of the
// database `source_template`.
class BothDatabases {
 public:
  explicit BothDatabases(std::string name, const ThrowAwayPair& pair = TestPair(),
                         const std::string& source_template = "template1");
  BothDatabases(const BothDatabases&) = delete;
  BothDatabases& operator=(const BothDatabases&) = delete;
  ~BothDatabases();

  void OnSource(const std::string& sql) const { Execute(pair_.source, name_, sql); }
  void OnTarget(const std::string& sql) const { Execute(pair_.target, name_, sql); }
  void OnBoth(const std::string& sql) const;

  std::string SourceUrl() const { return UrlOf(pair_.source, name_); }
  std::string TargetUrl() const { return UrlOf(pair_.target, name_); }

  // Opens new sessions, whose snapshots are taken now.
  Pair Open() const;

 private:
  std::string name_;
  const ThrowAwayPair& pair_;
};

}  // namespace gonogo::testing_support
