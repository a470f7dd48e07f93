// The text of a story, written as it will look. The form keeps its plain field, which this fills; where scripts do not
// run, that field is what one writes in.
import { baseKeymap } from "prosemirror-commands";
import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { EditorState, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { read, write } from "./body.js";
import { commands, keys, typed } from "./commands.js";
import { find, findBar } from "./find.js";
import { linking } from "./link.js";
import { cleaned } from "./paste.js";
import { above, chooser } from "./pictures.js";
import { schema } from "./schema.js";
import { toolbar } from "./toolbar.js";
import { figure, html, known } from "./views.js";

const { nodes } = schema;
const area = document.querySelector("textarea[data-editor]");
if (area) {
  edit(area);
}

function edit(field) {
  const form = field.form;
  const label = document.querySelector(`label[for="${field.id}"]`);
  label.id = field.id + "-label";
  label.removeAttribute("for");
  document.getElementById(field.id + "-hint").hidden = true;
  const written = document.activeElement === field;
  field.classList.add("desk-behind");
  field.tabIndex = -1;
  field.setAttribute("aria-hidden", "true");
  const holder = document.createElement("div");
  holder.className = "desk-editor";
  field.before(holder);
  const open = {};
  const does = commands(open);
  let buttons = () => {};
  let own = false;
  const state = (text) =>
    EditorState.create({
      doc: read(text),
      plugins: [typed, keymap(keys(does)), keymap(baseKeymap), history(), dropCursor(), gapCursor(), find],
    });
  const view = new EditorView(holder, {
    state: state(field.value),
    attributes: {
      id: field.id + "-text",
      role: "textbox",
      "aria-multiline": "true",
      "aria-labelledby": label.id,
      class: "desk-copy",
      spellcheck: "true",
      lang: form.elements.language.value,
    },
    nodeViews: { figure, html: html(field.dataset) },
    transformPastedHTML: cleaned,
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      buttons(view.state);
      if (transaction.docChanged) {
        field.value = write(view.state.doc);
        own = true;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        own = false;
      }
    },
  });
  label.addEventListener("click", () => view.focus());
  const choose = chooser(document.querySelector("[data-pictures]"));
  open.link = linking(document.querySelector("[data-link]"), view);
  open.find = findBar(document.querySelector("[data-find-bar]"), view);
  open.picture = () => {
    choose(({ photograph, src }) => {
      known(photograph, src);
      const made = nodes.figure.create({ photograph });
      const transaction = view.state.tr.replaceSelectionWith(made);
      const at = transaction.mapping.map(view.state.selection.from, -1);
      transaction.doc.nodesBetween(Math.max(0, at - 2), Math.min(transaction.doc.content.size, at + 4), (node, position) => {
        if (node.type === nodes.figure && node.attrs.photograph === photograph) {
          transaction.setSelection(TextSelection.near(transaction.doc.resolve(position + 1)));
        }
      });
      view.dispatch(transaction.scrollIntoView());
      view.focus();
    });
    return true;
  };
  buttons = toolbar(document.querySelector("[data-tools]"), view, does);
  buttons(view.state);
  above(choose, form);
  // what the browser had kept, or a program, was put into the field
  const reread = () => own || view.updateState(state(field.value));
  form.addEventListener("desk:brought", reread);
  field.addEventListener("input", reread);
  if (written) {
    view.focus();
  }
}
