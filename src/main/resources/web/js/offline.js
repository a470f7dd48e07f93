// Registers the service worker, and on its offline page lists what this device can still show.
navigator.serviceWorker?.register("/service-worker.js").catch(() => {});

const recent = document.querySelector(".recent");
if (recent && "caches" in window) {
  const cache = await caches.open("pages");
  const list = recent.querySelector("ul");
  for (const request of (await cache.keys()).reverse()) {
    const path = new URL(request.url).pathname;
    if (!/\/\d{4}\/\d\d\/\d\d\//.test(path)) continue;
    const page = new DOMParser().parseFromString(await (await cache.match(request)).text(), "text/html");
    const link = document.createElement("a");
    link.href = path;
    link.textContent = page.querySelector("h1")?.textContent ?? page.title;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  recent.hidden = list.children.length === 0;
}
