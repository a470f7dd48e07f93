// Counts an opinion's characters as the server does: by code point, without the blanks at either end.
document.querySelectorAll(".opinion").forEach((form) => {
  const text = form.querySelector("textarea");
  const output = form.querySelector("output");
  const count = () => { output.value = `${[...text.value.trim()].length} / ${form.dataset.shortest}`; };
  text.addEventListener("input", count);
  count();
});
