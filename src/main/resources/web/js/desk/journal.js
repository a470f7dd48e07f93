// Keeps what is typed and not saved in this browser, and offers it again: after a closed tab, a dead battery, a session
// that ran out, a server that stopped.
const form = document.querySelector("form[data-journal]");
if (form) {
  const key = "desk-story-" + form.dataset.journal;
  const fields = () => [...form.elements].filter((field) => field.name && field.type !== "hidden" && field.type !== "file" && field.tagName !== "BUTTON");
  const now = () => Object.fromEntries(fields().map((field) => [field.name, field.value]));
  const served = JSON.stringify(now());
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(key) || "null");
    } catch {
      return null;
    }
  };
  const write = () => {
    const typed = JSON.stringify(now());
    try {
      if (typed === served) {
        localStorage.removeItem(key);
      } else {
        localStorage.setItem(key, JSON.stringify({ typed: now(), over: form.elements.over.value, form: form.elements.form?.value, at: Date.now() }));
      }
    } catch {
      // a browser that keeps nothing: the form still saves
    }
  };
  const forget = () => {
    try {
      localStorage.removeItem(key);
    } catch {
      // nothing was kept
    }
  };
  const count = form.querySelector("[data-count]");
  const counted = () => {
    const words = (form.elements.body.value.replace(/<[^>]*>/g, " ").match(/\S+/g) || []).length;
    count.textContent = form.dataset.words.replace("%words", words).replace("%minutes", Math.max(1, Math.round(words / 230)));
  };
  const offer = (kept) => {
    const bar = document.createElement("div");
    bar.className = "desk-unsaved";
    bar.setAttribute("role", "status");
    const text = document.createElement("p");
    text.textContent = form.dataset.unsaved.replace("%time", new Date(kept.at).toLocaleString(document.documentElement.lang));
    const bring = document.createElement("button");
    bring.type = "button";
    bring.className = "act";
    bring.textContent = form.dataset.bring;
    bring.addEventListener("click", () => {
      for (const field of fields()) {
        if (field.name in kept.typed) {
          field.value = kept.typed[field.name];
        }
      }
      form.elements.over.value = kept.over;
      if (form.elements.form && kept.form) {
        form.elements.form.value = kept.form;
      }
      form.dispatchEvent(new Event("desk:brought"));
      counted();
      bar.remove();
      form.elements.headline.focus();
    });
    const drop = document.createElement("button");
    drop.type = "button";
    drop.className = "quiet";
    drop.textContent = form.dataset.drop;
    drop.addEventListener("click", () => {
      forget();
      bar.remove();
    });
    bar.append(text, bring, drop);
    form.before(bar);
  };
  if (form.dataset.kept) {
    // said once: a tab that is opened again must not take what is typed from now on for saved
    forget();
    const here = new URL(location.href);
    if (here.searchParams.get("from") === "new") {
      try {
        localStorage.removeItem("desk-story-new");
      } catch {
        // nothing was kept
      }
    }
    here.search = "";
    history.replaceState(null, "", here);
  }
  const kept = read();
  if (kept && JSON.stringify({ ...now(), ...kept.typed }) !== served) {
    offer(kept);
  }
  let waiting = 0;
  form.addEventListener("input", () => {
    counted();
    clearTimeout(waiting);
    waiting = setTimeout(write, 300);
  });
  addEventListener("pagehide", write);
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button[value=save]"));
    }
  });
  counted();
}
