// Opens `gonogo board` in Chromium while a run writes: board.cjs GONOGO CASES SECONDS FOLDER. Exits
// with 1 if something is wrong.
'use strict';
const { spawn } = require('child_process');
const http = require('http');
const path = require('path');
const readline = require('readline');
const { chromium } = require('playwright-core');

const [gonogo, cases, seconds, folder] = process.argv.slice(2);
const failures = [];

function expect(is, what) {
  console.log((is ? 'ok      ' : 'FAILED  ') + what);
  if (!is) failures.push(what);
}

const ended = (program) => new Promise((resolve) => program.on('exit', resolve));

async function startBoard() {
  const program = spawn(gonogo, ['board', folder, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = readline.createInterface({ input: program.stdout });
  const line = await new Promise((resolve) => lines.once('line', resolve));
  return { program, ...JSON.parse(line) };
}

function get(url, headers) {
  return new Promise((resolve, reject) => http.get(url, { headers }, (reply) => {
    reply.resume();
    resolve(reply.statusCode);
  }).on('error', reject));
}

async function refusals(board) {
  expect((await get(board.url, {})) === 200, 'the address with its token is answered');
  expect((await get(board.url, { Host: 'evil.example' })) === 403, 'another Host is refused');
  const last = board.token.endsWith('0') ? '1' : '0';
  expect((await get(board.url.slice(0, -1) + last, {})) === 403, 'another token is refused');
}

async function open(browser, url) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  page.wrong = [];
  page.on('console', (message) => page.wrong.push(message.text()));
  page.on('pageerror', (error) => page.wrong.push(String(error)));
  // Notes when each case is first shown with a result.
  await page.addInitScript(() => {
    const noted = JSON.parse(sessionStorage.getItem('noted') || '{}');
    const note = () => document.querySelectorAll('.cases tr[id]:not(.group)').forEach((row) => {
      if (row.cells[0].textContent !== 'NOT RUN') noted[row.id] = noted[row.id] || Date.now();
    });
    addEventListener('DOMContentLoaded', () => {
      note();
      document.addEventListener('pieces', note);
    });
    addEventListener('pagehide', () => sessionStorage.setItem('noted', JSON.stringify(noted)));
    window.noted = noted;
  });
  await page.goto(url);
  return page;
}

// The run goes on while the page is reloaded, filtered, and once more opened.
async function aRun(browser, board) {
  const page = await open(browser, board.url);
  expect((await page.title()).startsWith('NOTHING YET'), 'before a run: ' + await page.title());
  const script = path.join(__dirname, 'large_evidence.py');
  const run = spawn('python3', [script, cases, folder + '/runs/1', seconds], { stdio: ['ignore', 'pipe', 'inherit'] });
  const written = {};
  readline.createInterface({ input: run.stdout }).on('line', (line) => {
    const [name, at] = line.split(' ');
    written[name] = Number(at);
  });
  await page.waitForFunction(() => document.title.startsWith('RUNNING'));
  await page.waitForFunction(() => document.getElementById('live').textContent.startsWith('Live'));
  expect(true, 'the page says that it is live');
  await page.waitForFunction(() => Object.keys(window.noted).length > 20);
  await page.reload();
  await page.keyboard.press('/');
  await page.keyboard.type('s:fail');
  await page.keyboard.press('Enter');
  await ended(run);
  await page.waitForFunction(() => document.title.startsWith('NO-GO'));
  await page.waitForFunction((all) => Object.keys(window.noted).length === all, Number(cases));
  const failed = await page.locator('.cases tbody:not([hidden]) tr:not(.group):not([hidden])').count();
  expect(failed === Math.ceil(cases / 40), `the filter stays: ${failed} cases`);
  const noted = await page.evaluate(() => window.noted);
  const delays = Object.keys(written).map((name) => noted[name] - written[name]).sort((a, b) => a - b);
  console.log(`        ${delays.length} cases: shown after ${delays[delays.length >> 1]} ms, the last after ${delays[delays.length - 1]} ms`);
  expect(delays.length === Number(cases), 'every case is shown');
  expect(page.wrong.length === 0, 'no message: ' + page.wrong.join('; '));
  return page;
}

async function end(page, board) {
  const began = Date.now();
  board.program.kill('SIGINT');
  const status = await ended(board.program);
  console.log(`        ended after ${Date.now() - began} ms with an open browser`);
  expect(status === 130, 'it ends with 130: ' + status);
  await page.waitForFunction(() => document.getElementById('live').className === 'lost');
  expect((await page.locator('#live').innerText()).startsWith('Not connected'), 'the page says that it is out of date');
}

(async () => {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  const board = await startBoard();
  await refusals(board);
  await end(await aRun(browser, board), board);
  await browser.close();
  process.exit(failures.length === 0 ? 0 : 1);
})();
