// A database on both sides of a pair, to fill and to compare.
#pragma once

#include <string>

#include "fixtures/pair.h"
#include "tests/support/pair_environment.h"

namespace gonogo::testing_support {

// Made with this object, and gone with it.
class BothDatabases {
 public:
  explicit BothDatabases(std::string name, const ThrowAwayPair& pair = TestPair());
  BothDatabases(const BothDatabases&) = delete;
  BothDatabases& operator=(const BothDatabases&) = delete;
  ~BothDatabases();

  void OnSource(const std::string& sql) const { Execute(pair_.source, name_, sql); }
  void OnTarget(const std::string& sql) const { Execute(pair_.target, name_, sql); }
  void OnBoth(const std::string& sql) const;

  std::string SourceUrl() const { return UrlOf(pair_.source, name_); }
  std::string TargetUrl() const { return UrlOf(pair_.target, name_); }

  // With snapshots of now.
  Pair Open() const;

 private:
  std::string name_;
  const ThrowAwayPair& pair_;
};

}  // namespace gonogo::testing_support
