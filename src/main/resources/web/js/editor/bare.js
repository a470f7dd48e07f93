// An element as HTML with nothing but what a body may have. The server cleans it again; this is so that what is pasted
// looks at once as it will be kept, and runs nothing meanwhile.
const KEPT = new Set(
  ("p h2 h3 ul ol li blockquote aside figure figcaption pre hr br strong em code sub sup a " +
    "table caption thead tbody tfoot tr th td").split(" "),
);
const SAME = { b: "strong", i: "em", h1: "h2", h4: "h3", h5: "h3", h6: "h3" };
const DROPPED = new Set("script style template iframe object embed svg math noscript title head link meta form".split(" "));
const ATTRIBUTES = {
  a: ["href"],
  th: ["colspan", "rowspan", "scope"],
  td: ["colspan", "rowspan"],
  figure: ["data-photograph"],
};
const HARMLESS = /^(https?:|mailto:|tel:|\/(?!\/)|#)/i;

function rebuilt(node, into) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      into.append(child.data);
    } else if (child.nodeType === Node.ELEMENT_NODE && !DROPPED.has(child.localName)) {
      into.append(...copied(child));
    }
  }
}

function copied(element) {
  const name = SAME[element.localName] ?? element.localName;
  const inert = document.implementation.createHTMLDocument("");
  const made = inert.createElement(KEPT.has(name) ? name : "div");
  for (const attribute of ATTRIBUTES[name] ?? []) {
    const value = element.getAttribute(attribute);
    if (value && (attribute !== "href" || HARMLESS.test(value))) {
      made.setAttribute(attribute, value);
    }
  }
  rebuilt(element, made);
  return KEPT.has(name) ? [made] : [...made.childNodes];
}

const written = (nodes) =>
  nodes.map((node) => (node.nodeType === Node.TEXT_NODE ? new Option(node.data).innerHTML : node.outerHTML)).join("");

/** An element as such HTML. */
export const bare = (element) => written(copied(element));

/** A text as such elements, to be shown. */
export function bareNodes(html) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  return [...body.children].flatMap(copied);
}

export const bareHtml = (html) => written(bareNodes(html));
