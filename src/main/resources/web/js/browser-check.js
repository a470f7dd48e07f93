// A browser that calls itself new but cannot nest style rules is shown the notice that the server keeps for old ones.
if (!CSS.supports("selector(&)") && !document.querySelector(".browser-notice")) {
  fetch("/browsers").then((answer) => answer.text()).then((page) => {
    const notice = new DOMParser().parseFromString(page, "text/html").querySelector("template.old")?.content.firstElementChild;
    if (notice) document.querySelector(".skip").after(document.adoptNode(notice));
  }).catch(() => {});
}
