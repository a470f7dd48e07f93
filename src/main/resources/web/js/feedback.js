// Counts an opinion's characters as the server does (Opinion.length): by code point, nothing at either end, white space
// of any length as one, invisible characters as none.
const length = (text) => [...text.replace(/[\p{Cf}\p{Cc}]/gu, (c) => (/\s/u.test(c) ? c : "")).replace(/\s+/gu, " ").trim()].length;
document.querySelectorAll(".opinion").forEach((form) => {
  const text = form.querySelector("textarea");
  const output = form.querySelector("output");
  const count = () => { output.value = `${length(text.value)} / ${form.dataset.shortest}`; };
  text.addEventListener("input", count);
  count();
});
