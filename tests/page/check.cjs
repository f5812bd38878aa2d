// Opens pages in Chromium: check.cjs PAGES SCREENSHOTS. Exits with 1 if something is wrong.
'use strict';
const fs = require('fs');
const http = require('http');
const path = require('path');
const { promisify } = require('util');
const execFile = promisify(require('child_process').execFile);
const { chromium } = require('playwright-core');

const [pages, screenshots] = process.argv.slice(2);
const failures = [];

function expect(is, what) {
  console.log((is ? 'ok      ' : 'FAILED  ') + what);
  if (!is) failures.push(what);
}

async function open(browser, name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.wrong = [];
  page.on('console', (message) => page.wrong.push(message.text()));
  page.on('pageerror', (error) => page.wrong.push(String(error)));
  page.on('request', (request) => {
    if (!request.isNavigationRequest() && !request.url().startsWith('data:')) page.wrong.push('request of ' + request.url());
  });
  await page.goto('file://' + path.join(pages, name + '.html'));
  return page;
}

async function isInFirstScreen(page, selector) {
  const box = await page.locator(selector).first().boundingBox();
  return box !== null && box.y + box.height <= page.viewportSize().height;
}

const visible = (page) => page.locator('.cases tbody:not([hidden]) tr:not(.group):not([hidden])').count();

async function firstScreen(browser) {
  const page = await open(browser, 'nogo');
  expect(await isInFirstScreen(page, 'h1 .verdict'), 'the verdict is in the first screen');
  expect(await isInFirstScreen(page, '#failed-1 h3'), 'the first blocker is in the first screen');
  expect((await page.title()).startsWith('NO-GO'), 'the title has the verdict');
  expect(page.wrong.length === 0, 'no message and no request: ' + page.wrong.join('; '));
}

async function filter(browser) {
  const page = await open(browser, 'nogo');
  const all = await visible(page);
  await page.keyboard.press('/');
  await page.keyboard.type('s:fail');
  const failed = await visible(page);
  expect(failed > 0 && failed < all, `s:fail shows ${failed} of ${all} cases`);
  expect(!(await page.locator('.cases tr.p').first().isVisible()), 'and hides the others');
  expect(page.url().includes('#f=s%3Afail'), 'the filter is in the address');
  await page.keyboard.type(' g:columns t:orders');
  expect((await visible(page)) === 1, 'words narrow the filter');
  await page.keyboard.press('Enter');
  expect((await page.locator('.cases tr.at').count()) === 1, 'Enter goes to the first case');
  await page.keyboard.press('Escape');
  expect((await visible(page)) === all, 'Escape shows all');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const second = await page.locator('.cases tr.at').getAttribute('id');
  await page.keyboard.press('k');
  const first = await page.locator('.cases tr.at').getAttribute('id');
  expect(first !== second && first !== null, 'j and k walk');
  await page.locator('#slow').click();
  const slowest = await page.locator('.cases tbody tr:not(.group) td:nth-child(3)').first().textContent();
  expect(slowest.includes('min'), 'the slowest case comes first: ' + slowest);
  await page.locator('.counts a').nth(2).click();
  expect((await visible(page)) === 1, 'a count is a filter');
  const link = await open(browser, 'nogo');
  await link.goto(link.url() + '#f=' + encodeURIComponent('!s:pass'));
  expect((await visible(link)) > 0 && (await visible(link)) < all, 'a link keeps a filter');
  expect(page.wrong.concat(link.wrong).length === 0, 'no message: ' + page.wrong.join('; '));
}

async function accessible(browser) {
  const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  for (const colorScheme of ['light', 'dark']) {
    for (const name of ['nogo', 'go', 'broken']) {
      const page = await open(browser, name, { colorScheme, bypassCSP: true });
      await page.evaluate(axe);
      const found = await page.evaluate(() => axe.run());
      const serious = found.violations.filter((one) => ['serious', 'critical'].includes(one.impact));
      expect(serious.length === 0, `axe-core, ${name}, ${colorScheme}: ` +
        serious.map((one) => one.id + ' ' + one.nodes[0].target).join('; '));
      if (name !== 'broken') await page.screenshot({ path: path.join(screenshots, `report-${name}-${colorScheme}.png`) });
    }
  }
  const narrow = await open(browser, 'nogo', { viewport: { width: 400, height: 800 } });
  const width = await narrow.evaluate(() => document.documentElement.scrollWidth);
  expect(width <= 400, `nothing is wider than a telephone: ${width} px`);
}

async function printed(browser) {
  const page = await open(browser, 'go');
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  const count = (pdf.match(/\/Type\s*\/Page[^s]/g) || []).length;
  expect(count > 0 && count <= 2, `a GO has ${count} pages`);
}

// Jenkins serves files with this policy: neither style nor script.
async function underJenkins(browser) {
  const policy = "sandbox; default-src 'none'; img-src 'self'; style-src 'self';";
  const server = http.createServer((request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Content-Type', 'text/html');
    response.end(fs.readFileSync(path.join(pages, path.basename(request.url))));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  const address = `http://127.0.0.1:${server.address().port}/`;
  await page.goto(address + 'nogo.html');
  expect(await isInFirstScreen(page, 'h1 .verdict'), 'under the policy of Jenkins the verdict comes first');
  const linesOf = async (name, count) => {
    const shown = await execFile('lynx', ['-dump', '-nolist', '-width=80', address + name]);
    return shown.stdout.split('\n').slice(0, count).join('\n');
  };
  const nogo = await linesOf('nogo.html', 30);
  expect(/^ *NO-GO shop/m.test(nogo) && nogo.includes('FAIL public.orders.created_at'),
    'and a text browser shows the verdict and the first blocker in its first 30 lines');
  const broken = await linesOf('broken.html', 7);
  expect(/^ *NO VERDICT shop/m.test(broken) && broken.includes('No verdict: the run broke off'),
    'and of a run that broke off first that there is no verdict');
  const text = await page.locator('body').innerText();
  expect(text.indexOf('Blockers') < text.indexOf('All cases'), 'and the sections are in their order');
  expect(!(await page.locator('#filter').isVisible()), 'and nothing is offered that needs a script');
  server.close();
}

async function times(browser) {
  for (const name of ['2000', '10000']) {
    const page = await open(browser, name);
    const loaded = await page.evaluate(() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd);
    const size = fs.statSync(path.join(pages, name + '.html')).size;
    console.log(`        ${name} cases: ${size} bytes, loaded in ${Math.round(loaded)} ms`);
  }
}

(async () => {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  for (const test of [firstScreen, filter, accessible, printed, underJenkins, times]) await test(browser);
  await browser.close();
  process.exit(failures.length === 0 ? 0 : 1);
})();
