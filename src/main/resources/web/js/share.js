// The device's own share sheet where a finger would expect it; elsewhere the plain links, and one to copy.
const share = document.querySelector(".share");

if (share) {
  const link = { title: document.querySelector("h1").textContent, url: document.querySelector("link[rel=canonical]")?.href ?? location.href };
  const summary = share.querySelector("summary");

  if (navigator.share && matchMedia("(pointer: coarse)").matches) {
    summary.addEventListener("click", (event) => {
      event.preventDefault();
      navigator.share(link).catch((refused) => { if (refused.name !== "AbortError") share.open = true; });
    });
  }
  if (navigator.clipboard) {
    const copy = document.createElement("button");
    copy.type = "button";
    copy.textContent = share.dataset.copy;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(link.url);
      copy.textContent = share.dataset.copied;
      setTimeout(() => { copy.textContent = share.dataset.copy; }, 3000);
    });
    const item = document.createElement("li");
    item.setAttribute("aria-live", "polite");
    item.append(copy);
    share.querySelector("ul").prepend(item);
  }
  document.addEventListener("click", (event) => { if (!share.contains(event.target)) share.open = false; });
  share.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    share.open = false;
    summary.focus();
  });
}
