// How pieces that are more than text look while one writes.
import { bareHtml, bareNodes } from "./bare.js";

const pictures = new Map();

/** Where the picture of a photograph is, so that it need not be asked for. */
export function known(photograph, src) {
  pictures.set(photograph, src);
}

async function source(photograph) {
  if (!pictures.has(photograph)) {
    const answer = await fetch("/desk/photographs/" + photograph);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    pictures.set(photograph, page.querySelector(".desk-shown img")?.getAttribute("src") ?? "");
  }
  return pictures.get(photograph);
}

/** A photograph with its caption under it, which is typed like any text. */
export function figure(node) {
  const dom = document.createElement("figure");
  const picture = document.createElement("img");
  picture.alt = "";
  picture.contentEditable = "false";
  const contentDOM = document.createElement("figcaption");
  dom.append(picture, contentDOM);
  source(node.attrs.photograph).then(
    (src) => {
      if (src) {
        picture.src = src;
      }
    },
    () => {},
  );
  return { dom, contentDOM, ignoreMutation: (change) => change.target === picture };
}

/** A table or another piece of HTML: shown as it will look, written as HTML. */
export function html(labels) {
  return (node, view, position) => {
    const dom = document.createElement("div");
    dom.className = "desk-raw";
    const show = (text) => {
      dom.querySelector("div").replaceChildren(...bareNodes(text));
    };
    const edit = document.createElement("button");
    edit.type = "button";
    edit.className = "quiet";
    edit.textContent = labels.html;
    const area = document.createElement("textarea");
    area.rows = 8;
    area.hidden = true;
    area.setAttribute("aria-label", labels.html);
    dom.append(document.createElement("div"), edit, area);
    show(node.attrs.html);
    edit.addEventListener("click", () => {
      area.hidden = !area.hidden;
      if (!area.hidden) {
        area.value = node.attrs.html;
        area.focus();
      }
    });
    area.addEventListener("change", () => {
      view.dispatch(view.state.tr.setNodeMarkup(position(), null, { html: bareHtml(area.value) }));
    });
    return {
      dom,
      update(next) {
        if (next.type !== node.type) {
          return false;
        }
        node = next;
        show(node.attrs.html);
        return true;
      },
      stopEvent: (event) => event.target === area || event.target === edit,
      ignoreMutation: () => true,
    };
  };
}
