// A small HTTP server of a test, on a port of 127.0.0.1 that was free.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace gonogo::testing_support {

struct HttpReply {
  int status = 200;
  std::string body;
  std::string location;  // of a redirect
  std::chrono::milliseconds delay{0};
};

// Answers one request after another until this object is gone.
class HttpServer {
 public:
  // `answer` is asked by another thread, never twice at once.
  using Answer = std::function<HttpReply(const std::string& path, const std::string& body)>;
  explicit HttpServer(Answer answer, bool tls = false);
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  ~HttpServer();

  int port() const;

 private:
  struct Listener;
  std::unique_ptr<Listener> listener_;
};

}  // namespace gonogo::testing_support
