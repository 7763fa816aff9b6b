// Megabytes of HTML a second from a page's text to its article with Readability.js on linkedom, over
// the pages of a folder (*.html, *.html.gz); files are read and decompressed before the clock starts.
//
//   node speed.mjs FOLDER [ROUNDS]
//
// Prints one line: "readability.js 7.4 MB/s (90 pages, 20.1 MB, best of 5 rounds, 88 with an article)".
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const [folder, rounds = "5"] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node speed.mjs FOLDER [ROUNDS]");
  process.exit(2);
}

const pages = readdirSync(folder)
  .filter((name) => /\.html(\.gz)?$/.test(name))
  .sort()
  .map((name) => {
    const bytes = readFileSync(join(folder, name));
    return name.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  });
const megabytes = pages.reduce((sum, page) => sum + page.length, 0) / 1e6;

// The article of one page as text; Readability changes the document, so each call parses anew.
function extract(page) {
  const { document } = parseHTML(page.toString("utf8"));
  return new Readability(document).parse()?.textContent ?? "";
}

// Processor time of this process: other work on the machine counts less.
function seconds(work) {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1e6;
}

let best = Infinity;
let articles = 0;
for (let round = 0; round < Number(rounds); ++round) {
  articles = 0;
  const took = seconds(() => {
    for (const page of pages) {
      try {
        articles += extract(page).trim() ? 1 : 0;
      } catch {
        // A page the library fails on counts as one without an article.
      }
    }
  });
  best = Math.min(best, took);
}
console.log(
  `readability.js ${(megabytes / best).toFixed(2)} MB/s (${pages.length} pages, ${megabytes.toFixed(1)} MB, ` +
    `best of ${rounds} rounds, ${articles} with an article)`,
);
