// What a story's body may have, as org.broadsheet.base.html.StoryHtml has it. What is none of these stands in the text
// as a piece of HTML of its own, whole and not taken apart.
import { Schema } from "prosemirror-model";
import { bare, bareNodes } from "./bare.js";

const block = (tag, rules) => ({
  group: "block",
  content: "block+",
  defining: true,
  parseDOM: rules ?? [{ tag }],
  toDOM: () => [tag, 0],
});

const list = (tag) => ({
  group: "block list",
  content: "list_item+",
  parseDOM: [{ tag }],
  toDOM: () => [tag, 0],
});

const mark = (tag, rules) => ({ parseDOM: rules ?? [{ tag }], toDOM: () => [tag, 0] });

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: { group: "block", content: "inline*", parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
    heading: {
      group: "block",
      content: "inline*",
      defining: true,
      attrs: { level: { default: 2 } },
      parseDOM: [1, 2, 3, 4, 5, 6].map((rank) => ({ tag: "h" + rank, attrs: { level: rank < 3 ? 2 : 3 } })),
      toDOM: (node) => ["h" + node.attrs.level, 0],
    },
    blockquote: block("blockquote"),
    aside: block("aside"),
    bullet_list: list("ul"),
    ordered_list: list("ol"),
    list_item: { content: "paragraph list*", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
    figure: {
      group: "block",
      content: "inline*",
      isolating: true,
      attrs: { photograph: {} },
      parseDOM: [
        {
          tag: "figure[data-photograph]",
          getAttrs: (element) => ({ photograph: element.dataset.photograph }),
          contentElement: (element) => element.querySelector("figcaption") ?? document.createElement("figcaption"),
        },
      ],
      toDOM: (node) => ["figure", { "data-photograph": node.attrs.photograph }, ["figcaption", 0]],
    },
    preformatted: {
      group: "block",
      content: "text*",
      marks: "",
      code: true,
      defining: true,
      parseDOM: [{ tag: "pre", preserveWhitespace: "full" }],
      toDOM: () => ["pre", 0],
    },
    rule: { group: "block", parseDOM: [{ tag: "hr" }], toDOM: () => ["hr"] },
    html: {
      group: "block",
      atom: true,
      attrs: { html: {} },
      parseDOM: [{ tag: "table", getAttrs: (element) => ({ html: bare(element) }) }],
      toDOM: (node) => {
        const holder = document.createElement("div");
        holder.append(...bareNodes(node.attrs.html));
        return holder.firstElementChild ?? holder;
      },
    },
    hard_break: {
      inline: true,
      group: "inline",
      selectable: false,
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
    },
    text: { group: "inline" },
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: "a[href]", getAttrs: (element) => ({ href: element.getAttribute("href") }) }],
      toDOM: (link) => ["a", { href: link.attrs.href }, 0],
    },
    strong: mark("strong", [{ tag: "strong" }, { tag: "b" }]),
    em: mark("em", [{ tag: "em" }, { tag: "i" }, { tag: "cite" }]),
    code: mark("code", [{ tag: "code" }, { tag: "kbd" }, { tag: "samp" }]),
    sub: mark("sub"),
    sup: mark("sup"),
  },
});
