// The functions of the table of targets, each in a file of its own.
#pragma once

#include <string_view>

namespace gonogo::fuzz {

void FeedConnectionString(std::string_view input);
void FeedEnvFile(std::string_view input);
void FeedEvidence(std::string_view input);
void FeedFleet(std::string_view input);
void FeedHistoryFiles(std::string_view input);
void FeedLedger(std::string_view input);
void FeedMigrationFiles(std::string_view input);
void FeedPlan(std::string_view input);
void FeedQueryFile(std::string_view input);
void FeedRecords(std::string_view input);
void FeedSignatures(std::string_view input);
void FeedSql(std::string_view input);

}  // namespace gonogo::fuzz
