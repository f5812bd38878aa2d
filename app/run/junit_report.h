// GoogleTest's report, kept in memory until it can be written safely: GoogleTest aborts the process
// if it can't open its file, and doesn't notice a full disk.
#pragma once

#include <string>

namespace gonogo {

class JunitReport {
 public:
  // Throws std::system_error if there is no memory or no file descriptor for the report.
  JunitReport();
  JunitReport(const JunitReport&) = delete;
  JunitReport& operator=(const JunitReport&) = delete;
  ~JunitReport();

  // Returns the file for GoogleTest to write to.
  std::string path() const;

  // Closes the descriptor that is kept for GoogleTest, which then can open the file even if this
  // process has used up all others.
  void LetGoogleTestOpen();

  // Returns the report. Throws std::runtime_error if GoogleTest wrote none.
  std::string Text() const;

 private:
  int memory_;
  int spare_;
};

}  // namespace gonogo
