// A server on 127.0.0.1 that speaks PostgreSQL's protocol as far as it wants to.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "fixtures/connection/connection_string.h"

namespace gonogo::testing_support {

// What it does instead of an honest answer. Before that it accepts every statement.
enum class Misbehaviour {
  kNeverAnswersStartup,
  kNeverSpeaksTls,  // promises TLS, then says nothing
  kEndlessStartup,  // reports parameters forever
  kNeverAnswers,    // to a statement that has the word "misbehave"; the same for those that follow
  kStallsInRow,
  kEndlessRows,
  kEndlessWideRow,  // one row of nearly 1 GB
  kEndlessNotices,
  kEndlessNoticesAfterRow,
  kEndlessResults,  // of one statement after another
};

class FakePostgres {
 public:
  explicit FakePostgres(Misbehaviour misbehaviour);
  FakePostgres(const FakePostgres&) = delete;
  FakePostgres& operator=(const FakePostgres&) = delete;
  ~FakePostgres();

  std::string Url() const;
  ConnectionString Endpoint() const;

 private:
  void Listen();
  void Serve(int client);
  bool AcceptsSession(int client) const;
  void AnswerStatements(int client) const;
  void Misbehave(int client) const;

  Misbehaviour misbehaviour_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_{false};
  std::mutex mutex_;  // guards the next two
  std::vector<int> clients_;
  std::vector<std::thread> threads_;
  std::thread thread_;
};

}  // namespace gonogo::testing_support
