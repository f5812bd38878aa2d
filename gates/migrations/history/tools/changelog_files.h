// Reads the changesets in Liquibase's changelogs: formatted SQL, XML, JSON and YAML.
#pragma once

#include <string>
#include <vector>

#include "gates/migrations/history/tool_files.h"

namespace gonogo {

struct ChangeSet {
  std::string id;
  std::string author;
  std::string logical_path;  // replaces the file's name in the history; empty: none
  bool is_for_postgres = true;
  bool is_conditional = false;  // contexts, labels or a precondition may leave it out
};

struct Changelog {
  std::vector<ChangeSet> changesets;
  std::string problem;  // why it can't be read; empty: it can
};

// Returns true if the SQL is a changelog: its first line says so.
bool IsFormattedSql(const std::string& text);

// Reads one file by its ending. A file that isn't a changelog has no changesets.
Changelog ReadChangelog(const FolderFile& file);

}  // namespace gonogo
