// A story that was given: says that it stood on a screen, once and only then, and from whom it is.
const about = document.querySelector('.reading-line a[href^="/gift/from?"]');

if (about) {
  const story = new URL(about.href).searchParams.get("story");
  const seen = () => {
    if (document.visibilityState !== "visible") return;
    document.removeEventListener("visibilitychange", seen);
    fetch("/gift/opened", { method: "POST", body: new URLSearchParams({ story }), keepalive: true }).catch(() => {});
    greet().catch(() => {});
  };
  const greet = async () => {
    const answer = await fetch(`/gift/greeting?story=${story}`);
    if (!answer.ok) return;
    const { said, note } = await answer.json();
    about.previousSibling.textContent = `${said} `;
    if (!note) return;
    const words = document.createElement("q");
    words.className = "words";
    words.textContent = note;
    about.after(words);
  };
  document.addEventListener("visibilitychange", seen);
  seen();
}

// The link of a gift, to copy with one press.
for (const place of navigator.clipboard ? document.querySelectorAll(".gift-link") : []) {
  const field = place.querySelector("input");
  const copy = document.createElement("button");
  copy.type = "button";
  copy.className = "act";
  copy.textContent = place.dataset.copy;
  const said = document.createElement("span");
  said.className = "unseen";
  said.setAttribute("role", "status");
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    said.textContent = copy.textContent = place.dataset.copied;
    setTimeout(() => { copy.textContent = place.dataset.copy; said.textContent = ""; }, 3000);
  });
  field.addEventListener("focus", () => field.select());
  place.append(copy, said);
}
