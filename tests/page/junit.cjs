// Reads JUnit files with two npm packages: junit.cjs NODE_MODULES GOLDEN. Exits with 1 if something is lost.
'use strict';
const fs = require('fs');
const path = require('path');

const [packages, golden] = process.argv.slice(2);
const { mergeToString } = require(path.join(packages, 'junit-report-merger'));
const failures = [];

function expect(is, what) {
  console.log((is ? 'ok      ' : 'FAILED  ') + what);
  if (!is) failures.push(what);
}

const xmlOf = (name) => fs.readFileSync(path.join(golden, name), 'utf8');

function testsOf(read) {
  const tests = [];
  for (const suite of Object.values(read.suites)) {
    for (const test of Object.values(suite.tests)) tests.push({ suite: suite.name, ...test });
  }
  return tests;
}

function countsOf(tests) {
  const counts = { tests: tests.length };
  for (const status of ['passed', 'failure', 'error', 'skipped']) {
    counts[status] = tests.filter((test) => test.status === status).length;
  }
  return JSON.stringify(counts);
}

(async () => {
  const parse = (await import(path.join(packages, 'xunit-viewer/src/cli/parse.js'))).default;

  const sample = testsOf(await parse(xmlOf('junit.xml')));
  expect(countsOf(sample) === '{"tests":9,"passed":4,"failure":1,"error":2,"skipped":2}',
    'xunit-viewer tells statuses apart: ' + countsOf(sample));
  const keys = sample.find((test) => test.name === 'public.keys');
  expect(keys && keys.classname === 'moving.verify.row_count' && keys.suite === keys.classname,
    'plan, phase and check are the class and the suite: ' + (keys && keys.classname));

  // The package trims messages, so the comparison does too.
  const wanted = JSON.parse(xmlOf('junit_hostile.json'));
  const merged = await mergeToString([xmlOf('junit.xml'), xmlOf('junit_hostile.xml')]);
  // junit-report-merger makes < of a text that reads &lt;, so those are asked only as gonogo wrote them.
  const survivors = wanted.filter((one) => !/&(lt|gt|amp|quot|apos|#\d+);/.test(one.name));
  for (const [how, xml, texts] of [['as written', xmlOf('junit_hostile.xml'), wanted],
    ['merged by junit-report-merger', merged, survivors]]) {
    const tests = testsOf(await parse(xml));
    const lost = texts.filter((one) => !tests.some((test) => test.name === one.name &&
      test.status === 'failure' && test.messages.includes(one.message.trim())));
    expect(lost.length === 0, `${how}: ${texts.length - lost.length} of ${texts.length} hostile texts read back equal`);
    for (const one of lost.slice(0, 5)) console.log('        ' + JSON.stringify(one));
  }
  const totals = /<testsuites[^>]*>/.exec(merged)[0];
  expect(totals.includes(`tests="${9 + wanted.length + 1}"`) && totals.includes(`failures="${1 + wanted.length}"`),
    'junit-report-merger adds up: ' + totals);
  process.exit(failures.length === 0 ? 0 : 1);
})();
