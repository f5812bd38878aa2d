// Replaces parts of the page as `gonogo board` sends them.
(function () {
  'use strict';
  var line = document.getElementById('live');
  var heard = Date.now();
  var lost = false;
  var source = new EventSource(location.pathname.replace(/\/$/, '') + '/events?after=' + document.body.dataset.at);

  function say(isLost) {
    if (isLost === lost && line.dataset.said) return;
    lost = isLost;
    line.dataset.said = 'yes';
    line.className = lost ? 'lost' : '';
    line.textContent = lost ?
      'Not connected to gonogo board: this page is as of ' + new Date(heard).toLocaleTimeString() + ', and may be out of date.' :
      'Live: this page follows the migration.';
  }

  function hear() { heard = Date.now(); say(false); }

  // A row keeps its place and its marks, a list keeps open what was open.
  function put(name, html) {
    var holder = document.createElement('template');
    holder.innerHTML = html;
    var fresh = holder.content.firstElementChild;
    var old = name[0] === '#' ? document.getElementById(fresh.id) : document.querySelector(name);
    if (!old) return;
    if (old.tagName === 'TR') {
      old.className = fresh.className + (old.classList.contains('at') ? ' at' : '');
      old.replaceChildren.apply(old, Array.prototype.slice.call(fresh.childNodes));
      return;
    }
    var open = old.querySelectorAll('li[id] details[open]');
    Array.prototype.forEach.call(open, function (one) {
      var item = fresh.querySelector('#' + one.closest('li').id + ' details');
      if (item) item.open = true;
    });
    old.replaceWith(fresh);
  }

  source.onopen = hear;
  source.onerror = function () { say(true); };
  source.addEventListener('alive', hear);
  source.addEventListener('again', function () { source.close(); location.reload(); });
  source.addEventListener('pieces', function (event) {
    hear();
    var pieces = JSON.parse(event.data);
    Object.keys(pieces).forEach(function (name) { put(name, pieces[name]); });
    document.dispatchEvent(new CustomEvent('pieces'));
  });
  setInterval(function () { if (Date.now() - heard > 15000) say(true); }, 1000);
})();
