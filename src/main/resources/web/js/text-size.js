// Changes the text at once; the form behind it keeps the choice in a cookie, so the next page comes right from the server.
const root = document.documentElement;
const form = document.querySelector(".text-size");

const show = (size) => {
  root.dataset.text = size;
  form?.querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", button.value === size));
};

// A page from the browser's own cache may be older than the choice.
const kept = /(?:^|; )text=(small|medium|large)/.exec(document.cookie)?.[1];
if (kept && kept !== root.dataset.text) show(kept);

form?.addEventListener("submit", (event) => {
  const size = event.submitter?.value;
  if (!size) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  show(size);
  fetch(form.action, { method: "POST", body: fields, redirect: "manual" }).catch(() => form.submit());
});
