// What a review passes over in a file: lines for psql, data, and placeholders.
#pragma once

#include <string>
#include <vector>

#include "gates/migrations/review/rules/violation.h"
#include "gates/parser/psql_text.h"
#include "gates/parser/sql_script.h"

namespace gonogo {

// Blanks the parts that dbmate, goose, sql-migrate and MyBatis run only to go back. Keeps such a
// part unless the same tool's part to go forward comes before it.
std::string WithoutDownParts(const std::string& text);

// Returns a violation for each command of psql that runs what isn't in the file. `files` are the
// files that are reviewed themselves.
std::vector<Violation> RunningCommands(const PsqlText& text, const std::vector<std::string>& files);

// Returns a violation for each command of psql whose unknown variables may be SQL in the script:
// :name, but not :'name' and :"name". Also for \if inside a statement.
std::vector<Violation> UnknownParts(const PsqlText& text, const SqlScript& script);

// Returns notes about all that the file has besides statements.
std::vector<std::string> PassedOver(const std::string& file, const PsqlText& text,
                                    const SqlScript& script);

// Returns the text with each placeholder as the file has it: ${schema} for __schema_.
std::string WithPlaceholders(std::string text, const SqlStatement& statement);

// Returns true if nothing but a placeholder stands for the statement.
bool IsOnlyPlaceholder(const SqlStatement& statement);

// Returns the words of the text that would lose data if they were a statement: DROP TABLE.
std::vector<std::string> LosingWords(const std::string& text);

}  // namespace gonogo
