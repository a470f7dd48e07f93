// Reads Lighthouse's reports (lighthouse.mjs FOLDER, which holds run-PAGE-N.json) and prints bench/results/lighthouse.md.
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { join } from "node:path";

const folder = process.argv[2];
const runs = readdirSync(folder).filter((name) => /^run-\w+-\d+\.json$/.test(name)).sort()
  .map((name) => ({ page: name.split("-")[1], report: JSON.parse(readFileSync(join(folder, name), "utf8")) }));
const seconds = (ms) => (ms / 1000).toFixed(2);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const value = (report, audit) => report.audits[audit].numericValue;
const SCORES = ["performance", "accessibility", "best-practices", "seo"];
const LCP = "largest-contentful-paint";

const row = ({ page, report }) => [
  page,
  ...SCORES.map((each) => Math.round(report.categories[each].score * 100)),
  seconds(value(report, "first-contentful-paint")),
  seconds(value(report, LCP)),
  seconds(report.audits.metrics.details.items[0].observedLargestContentfulPaint),
  Math.round(value(report, "total-blocking-time")),
  value(report, "cumulative-layout-shift").toFixed(3),
  Math.round(value(report, "total-byte-weight") / 1024),
  Math.round(report.environment.benchmarkIndex),
];
const pages = [...new Set(runs.map((run) => run.page))];
const medians = pages.map((page) => {
  const lcp = median(runs.filter((run) => run.page === page).map((run) => value(run.report, LCP)));
  return `${page} ${seconds(lcp)} s (${lcp <= 1200 ? "within" : "over"} the budget)`;
});

console.log(`# Lighthouse, mobile

Made by \`bench/lighthouse.sh\` on ${new Date().toISOString().slice(0, 10)} with Lighthouse ${runs[0].report.lighthouseVersion} and Chromium, over the sample paper on the same
machine: ${availableParallelism()} processors, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}. Budgets: 100 in all four, LCP at most 1.2 s, CLS 0.

| page | performance | accessibility | best practices | SEO | FCP, s | LCP, s | LCP seen, s | TBT, ms | CLS | KiB | speed of the machine |
|---|---|---|---|---|---|---|---|---|---|---|---|
${runs.map((run) => `| ${row(run).join(" | ")} |`).join("\n")}

Median LCP: ${medians.join(", ")}.

- FCP, LCP and TBT are Lighthouse's simulation of a slow telephone (150 ms a round trip, 1.6 Mbit/s, a processor four times
  slower) from what it saw; "LCP seen" is what it saw here, without any of that. "Speed of the machine" is its own index of
  the processor in that run: where it falls, somebody else was working, and TBT and LCP rise with it.
- CLS does not depend on the machine. The paper's own fonts (70 KB) are fetched after the page and drawn from the next page
  on (docs/rationale/0034); beside the page they made LCP 1.67 and 1.80 s.
- HTTP/1.1 without encryption on loopback is what is measured. HTTP/2 behind a proxy, real distance, real telephones and what
  readers see in the field cannot be measured here.`);
