// Extracts the official holiday tables of the npm package `chinese-days` (MIT) into data/calendar/<year>.json.
//
//   npm pack chinese-days@1.5.7 && tar xzf chinese-days-1.5.7.tgz
//   node scripts/make-calendar.mjs package
//
// The tables are facts published by 国务院办公厅; the address of each notice is taken from the package's own comments.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = resolve(process.argv[2] ?? 'node_modules/chinese-days');
const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'data', 'calendar');
const { name, version, license } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
const notices = noticesByYear(readFileSync(join(source, 'src', 'holidays', 'generate.ts'), 'utf8'));

mkdirSync(target, { recursive: true });
const years = readdirSync(join(source, 'dist', 'years')).flatMap(file => /^(\d{4})\.json$/.exec(file)?.[1] ?? []).map(Number);
for (const year of years.sort()) {
  const { holidays, workdays } = JSON.parse(readFileSync(join(source, 'dist', 'years', `${year}.json`), 'utf8'));
  const head = {
    year,
    isOfficial: true,
    title: `国务院办公厅关于${year}年部分节假日安排的通知`,
    notices: notices.get(year) ?? [],
    source: `npm ${name} ${version} (${license})`,
  };
  const lines = JSON.stringify(head, null, 2).slice(0, -2);
  writeFileSync(join(target, `${year}.json`), `${lines},\n${days('daysOff', holidays)},\n${days('daysWorked', workdays)}\n}\n`);
}
console.log(`${years.length} years, ${years[0]}–${years.at(-1)}, written to ${target}`);

/** One line a day, so that a changed day is one changed line. */
function days(property, table) {
  const rows = Object.entries(table).sort().map(([date, text]) => `    { "date": "${date}", "name": "${text.split(',')[1]}" }`);
  return `  "${property}": [\n${rows.join(',\n')}\n  ]`;
}

/** A year's comment block in the package starts with the year alone on a line and ends at `arrangement.y(<year>)` (over one or two lines). */
function noticesByYear(text) {
  const found = new Map();
  for (const [, year, block] of text.matchAll(/\* (20\d\d)\s*\n([\s\S]*?)arrangement\s*\.y\(\1\)/g)) {
    found.set(Number(year), [...block.matchAll(/https?:\/\/[^\s）)]+/g)].map(([address]) => address));
  }
  return found;
}
