(function () {
  'use strict';
  var table = document.querySelector('.cases');
  if (!table) return;
  var words = document.getElementById('words');
  var shown = document.getElementById('shown');
  var slow = document.getElementById('slow');
  var rows = [];
  Array.prototype.forEach.call(table.tBodies, function (body) {
    Array.prototype.forEach.call(body.rows, function (row) {
      if (row.classList.contains('group')) return;
      rows.push({ row: row, body: body, text: null });
    });
  });
  var at = -1;

  function number(text) {
    var all = 0;
    text.replace(/([\d.]+) (ms|s|min|h)/g, function (_, n, unit) {
      all += n * { ms: 1, s: 1000, min: 60000, h: 3600000 }[unit];
    });
    return all;
  }

  // A word is KEY:TEXT or TEXT, and ! before it turns it around. Quotes keep blanks together.
  function parse(text) {
    return (text.match(/!?(?:[spgt]:)?(?:"[^"]*"?|\S+)/g) || []).map(function (word) {
      var not = word[0] === '!';
      if (not) word = word.slice(1);
      var key = /^[spgt]:/.test(word) ? word[0] : '';
      var what = (key ? word.slice(2) : word).replace(/"/g, '').toLowerCase();
      return { not: not, key: key, what: what };
    }).filter(function (word) { return word.what; });
  }

  function fits(one, word) {
    var cells = one.row.cells, data = one.body.dataset, found;
    if (word.key === 's') {
      found = cells[0].textContent.toLowerCase().replace(' ', '').indexOf(word.what.replace(/[ _-]/g, '')) === 0;
    } else if (word.key === 'p') {
      found = data.p === word.what;
    } else if (word.key === 'g') {
      found = data.g.toLowerCase() === word.what || data.k.toLowerCase() === word.what;
    } else if (word.key === 't') {
      found = cells.length > 1 && cells[1].textContent.toLowerCase().indexOf(word.what) >= 0;
    } else {
      if (one.text === null) one.text = (data.g + '.' + one.row.textContent).toLowerCase();
      found = one.text.indexOf(word.what) >= 0;
    }
    return found !== word.not;
  }

  function filter(stays) {
    var all = parse(words.value), count = 0, visible = new Map();
    rows.forEach(function (one) {
      var is = all.every(function (word) { return fits(one, word); });
      one.row.hidden = !is;
      if (is) { count++; visible.set(one.body, true); }
    });
    Array.prototype.forEach.call(table.tBodies, function (body) { body.hidden = !visible.get(body); });
    shown.textContent = all.length ? count + ' of ' + rows.length + ' cases' : rows.length + ' cases';
    if (!stays) move(-1, true);
  }

  function remember() {
    var hash = words.value ? '#f=' + encodeURIComponent(words.value) : '#cases';
    try { history.replaceState(null, '', hash); } catch (ignored) { location.hash = hash; }
  }

  function restore() {
    if (location.hash.indexOf('#f=') !== 0) return false;
    try { words.value = decodeURIComponent(location.hash.slice(3)); } catch (ignored) { return false; }
    filter();
    document.getElementById('cases').scrollIntoView();
    return true;
  }

  function move(to, quietly) {
    if (at >= 0) rows[at].row.classList.remove('at');
    at = to;
    if (at < 0 || quietly) return;
    rows[at].row.classList.add('at');
    rows[at].row.scrollIntoView({ block: 'nearest' });
  }

  function step(by) {
    for (var next = at + by; next >= 0 && next < rows.length; next += by) {
      if (!rows[next].row.hidden) return move(next);
    }
  }

  function order() {
    var on = slow.getAttribute('aria-pressed') !== 'true';
    slow.setAttribute('aria-pressed', on);
    var cost = new Map();
    rows.forEach(function (one, place) {
      if (one.place === undefined) one.place = place;
      one.cost = one.row.cells[2] ? number(one.row.cells[2].textContent) : 0;
      cost.set(one.body, Math.max(cost.get(one.body) || 0, one.cost));
    });
    rows.sort(function (a, b) {
      if (!on) return a.place - b.place;
      return cost.get(b.body) - cost.get(a.body) || (a.body === b.body ? b.cost - a.cost : a.place - b.place);
    });
    rows.forEach(function (one) { table.appendChild(one.body); one.body.appendChild(one.row); });
    move(-1, true);
  }

  // gonogo board has changed rows.
  document.addEventListener('pieces', function () {
    rows.forEach(function (one) { one.text = null; });
    if (words.value) filter(true);
  });
  words.addEventListener('input', function () { filter(); remember(); });
  slow.addEventListener('click', order);
  window.addEventListener('hashchange', restore);
  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('[data-filter]');
    if (!link) return;
    event.preventDefault();
    words.value = link.dataset.filter;
    filter();
    remember();
    document.getElementById('cases').scrollIntoView();
  });
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      words.value = '';
      words.blur();
      filter();
      remember();
    } else if (event.target === words) {
      if (event.key === 'Enter') { words.blur(); step(1); }
    } else if (event.key === '/') {
      event.preventDefault();
      words.focus();
      words.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'j') {
      step(1);
    } else if (event.key === 'k') {
      step(-1);
    }
  });
  document.getElementById('filter').hidden = false;
  filter();
  restore();
})();
