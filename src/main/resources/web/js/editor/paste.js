// What word processors put on the clipboard, as the HTML they mean.
const MARKER = /^\s*(?:[\d]+|[a-z]|[ivx]+)[.)]/i;

const ofList = (element) => element.localName === "p" && /mso-list:\s*l\d+/i.test(element.getAttribute("data-style") ?? "");
const level = (element) => Number(/level(\d)/i.exec(element.getAttribute("data-style"))?.[1] ?? 1);

/** Word writes the items of a list as paragraphs, each with its marker typed before it. */
function listed(body) {
  let lists = [];
  for (const element of [...body.querySelectorAll("p")]) {
    if (!ofList(element)) {
      lists = [];
      continue;
    }
    if (element.previousElementSibling && !["UL", "OL"].includes(element.previousElementSibling.tagName)) {
      lists = [];
    }
    const depth = level(element);
    const marker = [...element.querySelectorAll("span")].find((span) => /mso-list:\s*ignore/i.test(span.getAttribute("data-style") ?? ""));
    const kind = MARKER.test(marker?.textContent ?? "") ? "ol" : "ul";
    marker?.remove();
    lists.length = Math.min(lists.length, depth);
    while (lists.length < depth) {
      const list = body.ownerDocument.createElement(kind);
      const under = lists.at(-1)?.lastElementChild;
      if (under) {
        under.append(list);
      } else if (lists.length > 0) {
        lists.at(-1).append(list);
      } else {
        element.before(list);
      }
      lists.push(list);
    }
    const item = body.ownerDocument.createElement("li");
    item.append(...element.childNodes);
    lists.at(-1).append(item);
    element.remove();
  }
}

const styled = (element, pattern) => pattern.test(element.getAttribute("data-style") ?? "");

/** Bold and slanted are said by styles there, and so is that something is not; styles themselves do not come along. */
function meant(body) {
  for (const element of body.querySelectorAll("b, strong, i, em")) {
    const plain = ["B", "STRONG"].includes(element.tagName)
      ? /(^|;)\s*font-weight:\s*(normal|400)/i
      : /(^|;)\s*font-style:\s*normal/i;
    if (styled(element, plain)) {
      element.replaceWith(...element.childNodes);
    }
  }
  const means = [
    ["strong", /(^|;)\s*font-weight:\s*(bold|[6-9]00)/i],
    ["em", /(^|;)\s*font-style:\s*italic/i],
    ["sup", /vertical-align:\s*super/i],
    ["sub", /vertical-align:\s*sub\b/i],
  ];
  for (const element of body.querySelectorAll("span[data-style]")) {
    for (const [name, pattern] of means) {
      if (styled(element, pattern)) {
        const made = body.ownerDocument.createElement(name);
        made.append(...element.childNodes);
        element.append(made);
      }
    }
  }
}

/** A browser would complain of each style and handler that the paper's policy does not let it apply or run. */
const quiet = (html) =>
  html
    .replace(/<style\b[^]*?<\/style\s*>/gi, "")
    .replace(/(<[a-z][^<>]*?\s)style(?=\s*=)/gi, "$1data-style")
    .replace(/(<[a-z][^<>]*?\s)on(?=[a-z]+\s*=)/gi, "$1data-on");

export function cleaned(html) {
  const body = new DOMParser().parseFromString(quiet(html), "text/html").body;
  const comments = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const dropped = [];
  while (comments.nextNode()) {
    dropped.push(comments.currentNode);
  }
  dropped.forEach((comment) => comment.remove());
  body.querySelectorAll("style, script, meta, link, title, o\\:p, [hidden]").forEach((element) => {
    element.localName === "o:p" ? element.replaceWith(...element.childNodes) : element.remove();
  });
  listed(body);
  meant(body);
  // a title at the top of a word processor's text is a paragraph to look at, and an empty one is nothing
  body.querySelectorAll("p, span").forEach((element) => {
    if (!element.textContent.trim() && !element.querySelector("br, img")) {
      element.remove();
    }
  });
  return body.innerHTML;
}
