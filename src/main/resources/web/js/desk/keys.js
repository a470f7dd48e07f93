// One key for each action on the item that is in focus, and nowhere else, so that no key acts by surprise.
const list = document.querySelector("[data-keys]");
if (list) {
  document.querySelector("[data-keys-hint]").hidden = false;
  const items = [...list.children];
  const go = (item) => item?.querySelector("a")?.focus();
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const item = event.target.closest("li");
    const key = event.key.toLowerCase();
    if (key === "j") {
      go(items[items.indexOf(item) + 1]);
    } else if (key === "k") {
      go(items[items.indexOf(item) - 1]);
    } else {
      item?.querySelector(`button[data-key="${CSS.escape(key)}"]`)?.click();
    }
  });
}
