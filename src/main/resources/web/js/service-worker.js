// Keeps the offline page, and the public pages that were opened lately, for reading without a connection. What is not for
// everyone is kept nowhere: neither what a reader may read nor the masthead of somebody signed in.
const CORE = ["/offline", "{{paper.css}}", "{{paper.js}}", "{{fonts/newsreader.woff2}}", "{{fonts/public-sans.woff2}}"];
const RELEASE = "core-{{release}}";
const PAGES_KEPT = 40;
const FILES_KEPT = 120;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(RELEASE).then((core) => core.addAll(CORE.map(forEveryone))).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const kept = [RELEASE, "pages", "files"];
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => !kept.includes(name)).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (/^\/(static|pictures)\//.test(url.pathname)) event.respondWith(file(request));
});

async function page(request) {
  const pages = await caches.open("pages");
  try {
    const answer = await fetch(request);
    if (answer.ok && isPublic(answer)) await keep(pages, request, answer.clone(), PAGES_KEPT);
    // Withdrawn or made private since: the copy goes too.
    else if (answer.status < 500) await pages.delete(request);
    return answer;
  } catch (unreachable) {
    return (await pages.match(request)) ?? (await caches.match("/offline")) ?? Response.error();
  }
}

// Their addresses name their content: a copy is never out of date.
async function file(request) {
  const copy = await caches.match(request);
  if (copy) return copy;
  const answer = await fetch(request);
  if (answer.ok) await keep(await caches.open("files"), request, answer.clone(), FILES_KEPT);
  return answer;
}

// Without cookies: nobody's own copy.
function forEveryone(path) {
  return new Request(path, { credentials: "omit" });
}

function isPublic(answer) {
  const rules = answer.headers.get("cache-control") ?? "no-store";
  return answer.type === "basic" && !answer.redirected && /\bpublic\b/.test(rules) && !/no-store|private/.test(rules);
}

async function keep(cache, request, answer, most) {
  await cache.delete(request);
  await cache.put(request, answer);
  const all = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - most)).map((old) => cache.delete(old)));
}
