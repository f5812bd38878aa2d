// What `gonogo board` answers: the page, and what changed in it since an event.
//
// An event is the number of a change. The page has the number that it shows, and a browser that was
// away names the last one that it has seen: it gets each piece that changed since, as it is now. So
// nothing need be kept for browsers that are away, and a slow one skips what is out of date.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "fixtures/services/web_request.h"

namespace gonogo {

class Board {
 public:
  // `token` must be in each address. If the server listens beyond this host, an IP address is a
  // name of it, too.
  Board(std::string token, bool beyond_this_host);

  // Returns the number of the next event, which the page must have that is shown next.
  std::int64_t next() const { return last_ + 1; }

  // Shows the page from now on. If it is about something else than the last one, such as another
  // run, browsers load it again.
  void Show(std::string page, const std::string& about);

  // Shows a row that has changed since then.
  void ShowRow(const std::string& row);

  WebReply Reply(const WebRequest& request) const;

  // Returns an event that brings a browser from `seen` to now, or "" if it has seen all.
  std::string EventsAfter(std::int64_t& seen) const;

 private:
  struct Shown {
    std::string html;
    std::int64_t since = 0;  // the event that brought it
  };

  bool IsToken(std::string_view given) const;
  bool IsNameOfThisHost(std::string_view host) const;

  std::string token_;
  bool beyond_this_host_;
  std::shared_ptr<const std::string> page_;
  std::map<std::string, Shown> pieces_;
  std::string frame_;
  std::int64_t last_ = 0;   // event
  std::int64_t first_ = 1;  // since which the page is the same
};

}  // namespace gonogo
