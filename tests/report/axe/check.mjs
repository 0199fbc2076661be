// node tests/report/axe/check.mjs PAGE.html...
// Accessibility in a real browser: axe's rules on each page in four settings, and no sideways scrolling of the page at 360 px.
// Exit status: 0 nothing found, 1 something found, 64 usage, 69 something is not installed.
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const stop = (status, text) => { console.error(text); process.exit(status); };
const require = createRequire(import.meta.url);  // unlike import, it heeds NODE_PATH
const need = (name) => {
    try { return require(name); } catch { return stop(69, `The module ${name} is missing: npm install --prefix FOLDER playwright-core axe-core, then NODE_PATH=FOLDER/node_modules.`); }
};

const pages = process.argv.slice(2);
if (!pages.length) stop(64, 'usage: node check.mjs PAGE.html...');
for (const page of pages) if (!existsSync(page)) stop(64, `${page}: no such file`);
const { chromium } = need('playwright-core');
const axe = need('axe-core');
const browser_path = process.env.CHROMIUM ??
    process.env.PATH.split(delimiter).flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name))).find(existsSync);
if (!browser_path) stop(69, 'No chromium in PATH: apt-get install chromium, or set CHROMIUM.');

const desk = { width: 1280, height: 900 };
const settings = {
    light: { viewport: desk, colorScheme: 'light' },
    dark: { viewport: desk, colorScheme: 'dark' },
    phone: { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
    print: { viewport: { width: 680, height: 960 }, colorScheme: 'light', media: 'print' },  // A4 less its margins
};
// Off unless asked for: the size of what is touched (WCAG 2.2).
const options = { rules: { 'target-size': { enabled: true } } };
// What an svg clips axe takes for lying over the text beside it, and leaves the contrast undecided: pictures are out of sight for that rule.
const without_pictures = () => { for (const part of document.querySelectorAll('svg > *')) part.style.display = 'none'; };
// A box that scrolls by itself (a wide table) is no fault; the page must not.
const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

let found = 0;
const tell = (page, setting, rule, node, advice) => {
    ++found;
    console.log(`${page} [${setting}] ${rule}\n    ${node}\n    ${advice.replaceAll('\n', '\n    ')}`);
};
const browser = await chromium.launch({ executablePath: browser_path });
try {
    for (const page of pages)
        for (const [name, { viewport, colorScheme, media = 'screen' }] of Object.entries(settings)) {
            const before = found;
            const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
            const tab = await context.newPage();
            await tab.emulateMedia({ media, colorScheme });
            await tab.goto(pathToFileURL(resolve(page)).href);
            await tab.evaluate(axe.source);  // the page's CSP refuses a script element
            const result = await tab.evaluate((how) => axe.run(document, how), options);
            const excess = await tab.evaluate(sideways);
            await tab.evaluate(without_pictures);
            const contrast = await tab.evaluate(() => axe.run(document, { runOnly: ['color-contrast'] }));
            const violations = [...result.violations.filter(({ id }) => id !== 'color-contrast'), ...contrast.violations];
            const incomplete = [...result.incomplete.filter(({ id }) => id !== 'color-contrast'), ...contrast.incomplete];
            for (const { id, nodes } of violations)
                for (const node of nodes) tell(page, name, id, `${node.target.join(' ')}  ${node.html.slice(0, 160)}`, node.failureSummary ?? '');
            if (excess > 0) tell(page, name, 'reflow', 'html', `The page is ${excess} px wider than its window.`);
            const unsure = incomplete.map(({ id, nodes }) => `${id} ${nodes.length}`).join(', ');
            console.log(`${page} [${name}] ${found - before} found, ${result.passes.length} rules passed${unsure ? `; undecided: ${unsure}` : ''}`);
            await context.close();
        }
} finally {
    await browser.close();
}
process.exitCode = found ? 1 : 0;
