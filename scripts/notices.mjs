// Writes THIRD-PARTY-NOTICES.md from facts: the lock files, the licence that each restored package states about itself,
// and the font packages' own licence lines. Run it after a restore and `npm ci`, and commit the result:
//
//   node scripts/notices.mjs
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const nugetFolder = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages');

// Packages whose description has no licence expression: read in their licence file, address or repository.
const statedElsewhere = {
  CommandLineParser: 'MIT',
  'Microsoft.DotNet.PlatformAbstractions': 'MIT',
  'Mono.Cecil': 'MIT',
  'NetArchTest.Rules': 'MIT',
};

// Packages that name no author: read in the head of their source files.
const copyrightElsewhere = { 'pdfjs-dist': 'Copyright 2024 Mozilla Foundation' };

// As the font files' own name tables say.
const fonts = [
  ['Noto Serif SC', 'npm `@expo-google-fonts/noto-serif-sc` 0.4.3', 'OFL-1.1', '(c) 2017-2024 Adobe'],
  ['Noto Sans SC', 'npm `@expo-google-fonts/noto-sans-sc` 0.4.3', 'OFL-1.1', '(c) 2014-2021 Adobe, with Reserved Font Name "Source"'],
  ['LXGW WenKai 霞鹜文楷', 'Debian `fonts-lxgw-wenkai`', 'OFL-1.1', 'Copyright 2021-2023 LXGW; Copyright 2020 The Klee Project Authors'],
  ['FandolFang', 'Debian `texlive-lang-chinese`', 'GPL-3.0 with font exception', 'Copyright © 2012-2013, the Fandol team'],
];

const product = nugetPackages('src');
const testOnly = new Map([...nugetPackages('tests'), ...nugetPackages('tools')].filter(([key]) => !product.has(key)));
const npm = npmPackages();
const all = [...product.values(), ...testOnly.values(), ...npm];

writeFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), `# Third-party notices

Kaohe.Workflows is under the MIT licence (LICENSE). It uses the packages and fonts below; each stays under its own licence. None of them is
part of this repository: set-up fetches them. A copy of the built product contains packages of the first and the third table; this file and
docs/licences belong to it.

Made by \`node scripts/notices.mjs\` from the lock files and from what each package states about itself.

## .NET packages of the product and its build

${table(product.values())}

## .NET packages of tests and tools only

${table(testOnly.values())}

## npm packages

${table(npm)}

pdfjs-dist brings parts of others, each with its licence beside it: character maps by Adobe (BSD-3-Clause, \`cmaps/LICENSE\`), stand-ins for the standard
fonts (Foxit, BSD-3-Clause; Liberation, OFL-1.1; \`standard_fonts/LICENSE_*\`) and OpenJPEG (BSD-2-Clause, \`wasm/LICENSE_OPENJPEG\`).

## Fonts

Fetched by \`scripts/setup-fonts.sh\` into \`fonts/\`, which also holds their licence texts. Generated PDF files embed subsets of them, which the
OFL (section 5 does not reach documents) and Fandol's font exception allow.

| font | from | licence | copyright |
|---|---|---|---|
${fonts.map(row => `| ${row.join(' | ')} |`).join('\n')}

## Notices that licences ask for

${apacheNotices()}

## Licence texts

The copyright lines that belong to each text stand in the tables above.

${licenceTexts()}
`.replace(/\n{3,}/g, '\n\n'));
console.log(`THIRD-PARTY-NOTICES.md: ${product.size} packages of the product, ${testOnly.size} of tests and tools, ${npm.length} of npm, ${fonts.length} fonts`);

/** Every package of the lock files under a folder, by "name version". */
function nugetPackages(folder) {
  const found = new Map();
  if (!existsSync(join(root, folder))) return found;
  for (const project of readdirSync(join(root, folder))) {
    const lock = join(root, folder, project, 'packages.lock.json');
    if (!existsSync(lock)) continue;
    for (const framework of Object.values(JSON.parse(readFileSync(lock, 'utf8')).dependencies)) {
      for (const [name, { type, resolved }] of Object.entries(framework)) {
        if (type !== 'Project') found.set(`${name} ${resolved}`, nugetPackage(name, resolved));
      }
    }
  }
  return new Map([...found].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
}

function nugetPackage(name, version) {
  const file = join(nugetFolder, name.toLowerCase(), version.toLowerCase(), `${name.toLowerCase()}.nuspec`);
  if (!existsSync(file)) throw new Error(`${name} ${version} is not restored: run dotnet restore first`);
  const nuspec = readFileSync(file, 'utf8');
  const text = element => new RegExp(`<${element}\\b[^>]*>([^<]*)</${element}>`).exec(nuspec)?.[1].trim();
  const expression = /<license\s+type="expression"\s*>([^<]*)</.exec(nuspec)?.[1].trim();
  const licence = expression ?? statedElsewhere[name];
  if (!licence) throw new Error(`${name} ${version} states no licence expression: add it to statedElsewhere`);
  return { name, version, licence, copyright: copyrightLine(text('copyright'), text('authors')) };
}

function npmPackages() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  // .npmrc leaves optional packages out: what of pdf.js Node would need and a browser does not.
  return Object.entries(lock.packages).filter(([path, { optional }]) => path && !optional).map(([path, { version, license }]) => {
    const folder = join(root, path);
    const { author, name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const stated = ownWords(folder)?.match(/^.*Copyright.*\d{4}.*$/m)?.[0].trim();
    return { name, version, licence: license, copyright: stated ?? copyrightElsewhere[name] ?? copyrightLine(undefined, author?.name ?? author) };
  });
}

/** A package's own words about itself: its notice where it has one, else its licence. */
function ownWords(folder) {
  const files = readdirSync(folder);
  const file = files.find(entry => /^notice/i.test(entry)) ?? files.find(entry => /^licen[cs]e/i.test(entry));
  return file && readFileSync(join(folder, file), 'utf8');
}

function copyrightLine(copyright, authors) {
  const line = unescape(copyright ?? '').replace(/\s+/g, ' ');
  return /copyright|©|\(c\)/i.test(line) ? line : `Copyright ${line || unescape(authors)}`;
}

function unescape(text) {
  return text.replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, code) => String.fromCodePoint(parseInt(code, hex ? 16 : 10)))
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');
}

function table(packages) {
  const rows = [...packages].map(({ name, version, licence, copyright }) => `| ${name} | ${version} | ${licence} | ${copyright.replaceAll('|', '\\|')} |`);
  return ['| package | version | licence | copyright |', '|---|---|---|---|', ...rows].join('\n');
}

/** Apache-2.0, section 4(d): the NOTICE file of a package is passed on. */
function apacheNotices() {
  const noticeOf = name => join(root, 'node_modules', name, 'NOTICE');
  return npm.filter(({ name }) => existsSync(noticeOf(name)))
    .map(({ name }) => `### ${name}\n\n${readFileSync(noticeOf(name), 'utf8').trim()}`).join('\n\n');
}

/** Where the text of each licence in use stands. Of a choice ("A OR B") the first is taken. */
function licenceTexts() {
  const chosen = ({ licence }) => licence.split(' OR ')[0];
  return [...new Set(all.map(chosen))].sort().map(id => {
    if (!existsSync(join(root, 'docs', 'licences', `${id}.txt`))) throw new Error(`docs/licences/${id}.txt is missing`);
    return `- [${id}](docs/licences/${id}.txt)`;
  }).join('\n');
}
