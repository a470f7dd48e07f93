// Between what the field of the form holds and a document. The field holds paragraphs parted by empty lines, and other
// blocks as HTML; org.broadsheet.desk.PlainBody reads it.
import { DOMParser as Reader, DOMSerializer } from "prosemirror-model";
import { schema } from "./schema.js";

const BLOCK = /^<(p|h[1-6]|blockquote|ul|ol|aside|figure|table|pre|hr|div|section|article|header|footer)\b[^>]*>/i;
const reader = Reader.fromSchema(schema);
const writer = DOMSerializer.fromSchema(schema);

const count = (text, pattern) => (text.match(pattern) ?? []).length;

function isWhole(part) {
  const name = BLOCK.exec(part)?.[1].toLowerCase();
  return (
    !name ||
    name === "hr" ||
    count(part, new RegExp(`<${name}\\b`, "gi")) <= count(part, new RegExp(`</${name}\\s*>`, "gi"))
  );
}

function parts(text) {
  const found = [];
  let open = "";
  const pieces = text.replace(/\r\n?/g, "\n").split(/(\n(?:[ \t]*\n)+)/);
  for (let at = 0; at < pieces.length; at += 2) {
    open = open ? open + pieces[at - 1] + pieces[at] : pieces[at].trim();
    if (open && isWhole(open)) {
      found.push(open);
      open = "";
    }
  }
  return open ? [...found, open] : found;
}

const elements = (html) => [...new DOMParser().parseFromString(html, "text/html").body.children];

function html(node) {
  if (node.type === schema.nodes.html) {
    return node.attrs.html;
  }
  const element = writer.serializeNode(node);
  for (const paragraph of element.querySelectorAll("li > p:first-child")) {
    paragraph.replaceWith(...paragraph.childNodes);
  }
  element.querySelectorAll("figcaption:empty").forEach((caption) => caption.remove());
  if (element.localName === "figure" && !element.textContent) {
    element.replaceChildren();
  }
  return element.outerHTML;
}

const alike = (text) => text.replace(/\s+/g, " ").replace(/ ?(<\/?(?:p|li|ul|ol|h[23]|blockquote|aside|figure|figcaption|br)\b[^>]*>) ?/g, "$1");

/** The nodes of one block, or the block as it is where they would not say the same. */
function nodes(element) {
  const holder = element.ownerDocument.createElement("div");
  holder.append(element);
  const original = element.outerHTML;
  const read = [];
  reader.parse(holder).forEach((node) => read.push(node));
  return read.length > 0 && alike(read.map(html).join("")) === alike(original)
    ? read
    : [schema.nodes.html.create({ html: original })];
}

export function read(text) {
  const blocks = parts(text).flatMap((part) => elements(BLOCK.test(part) ? part : `<p>${part}</p>`));
  const content = blocks.flatMap(nodes);
  return schema.nodes.doc.create(null, content.length > 0 ? content : [schema.nodes.paragraph.create()]);
}

export function write(doc) {
  const blocks = [];
  doc.forEach((node) => {
    if (node.type !== schema.nodes.paragraph || node.content.size > 0) {
      blocks.push(html(node));
    }
  });
  return blocks.join("\n\n");
}
