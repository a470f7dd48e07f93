// Stories that the paper took back go from this device too, and whoever has one open is told. The list is asked for when
// something is kept here, when a reader comes back to a story's window, and every minute while they look at it.
const story = document.querySelector("article.story");
const kept = "caches" in window && (await caches.has("pages"));

async function withdrawn() {
  const answer = await fetch("/withdrawn.json", { credentials: "omit" }).catch(() => undefined);
  return answer?.ok ? answer.json() : [];
}

async function forget(paths) {
  if (!("caches" in window) || !(await caches.has("pages"))) return;
  const pages = await caches.open("pages");
  await Promise.all(paths.map((path) => pages.delete(path, { ignoreSearch: true, ignoreVary: true })));
}

async function tell() {
  // The browser itself may have kept the page for a while.
  await fetch(location.pathname, { cache: "reload" }).catch(() => undefined);
  const notice = document.createElement("p");
  const link = document.createElement("a");
  notice.className = "withdrawn-now";
  notice.setAttribute("role", "alert");
  link.href = location.pathname;
  link.textContent = story.dataset.withdrawn;
  notice.append(link);
  story.replaceChildren(notice);
}

async function ask() {
  if (document.hidden) return;
  const paths = await withdrawn();
  await forget(paths);
  if (story?.dataset.withdrawn && paths.includes(location.pathname)) await tell();
}

if (story) {
  document.addEventListener("visibilitychange", ask);
  setInterval(ask, 60_000);
}
if (kept) setTimeout(ask, 3_000);
