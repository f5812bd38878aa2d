// Versions, file names and checksums as Flyway reads and computes them.
#pragma once

#include <string>
#include <vector>

namespace gonogo {

// Returns the version in the form in which equal versions are equal texts: 1.2 of 1_2, 01.2, 1.2.0.
std::string FlywayVersion(const std::string& version);
// Returns true if the version, in that form, isn't newer than the other.
bool IsNotNewer(const std::string& version, const std::string& other);

// What a file name says: V1_2__add_mail.sql.
struct FlywayName {
  char prefix = 0;          // V, R, B, U; 0: not a migration
  std::string version;      // in the form above; empty: repeatable
  std::string description;  // with blanks for underscores
};
// Reads the name of a file, without folders.
FlywayName ReadFlywayName(const std::string& file);

// Returns the checksums that Flyway may have computed for the text: of UTF-8, and of the encodings
// of one byte per character that a configuration may have named.
std::vector<std::string> FlywayChecksums(std::string text);

}  // namespace gonogo
