// Find and replace within the text, its finds marked where they stand.
import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

const key = new PluginKey("find");
const NOTHING = { words: "", finds: [], at: -1 };

function finds(doc, words) {
  const wanted = words.toLocaleLowerCase();
  const found = [];
  if (wanted) {
    doc.descendants((node, position) => {
      if (node.isTextblock) {
        const text = node.textBetween(0, node.content.size, undefined, "\ufffc").toLocaleLowerCase();
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
          found.push({ from: position + 1 + at, to: position + 1 + at + wanted.length });
        }
      }
    });
  }
  return found;
}

export const find = new Plugin({
  key,
  state: {
    init: () => NOTHING,
    apply(transaction, before) {
      const asked = transaction.getMeta(key);
      if (asked === undefined && !transaction.docChanged) {
        return before;
      }
      const words = asked?.words ?? before.words;
      const all = finds(transaction.doc, words);
      return { words, finds: all, at: Math.min(asked?.at ?? before.at, all.length - 1) };
    },
  },
  props: {
    decorations(state) {
      const { finds: all, at } = key.getState(state);
      return DecorationSet.create(
        state.doc,
        all.map(({ from, to }, index) => Decoration.inline(from, to, { class: index === at ? "found found-here" : "found" })),
      );
    },
  },
});

function go(view, words, step) {
  const { from } = view.state.selection;
  const now = key.getState(view.state);
  const all = now.words === words ? now.finds : finds(view.state.doc, words);
  const after = all.findIndex((one) => one.from >= from);
  const start = now.words === words && now.at >= 0 ? now.at + step : Math.max(after, 0);
  const at = all.length === 0 ? -1 : (start + all.length) % all.length;
  const transaction = view.state.tr.setMeta(key, { words, at });
  if (at >= 0) {
    transaction.setSelection(TextSelection.create(transaction.doc, all[at].from, all[at].to)).scrollIntoView();
  }
  view.dispatch(transaction);
  return { at, of: all.length };
}

function replace(view, words, by) {
  const { finds: all, at, words: known } = key.getState(view.state);
  if (known === words && all[at]) {
    const { from, to } = all[at];
    view.dispatch(view.state.tr.insertText(by, from, to).setMeta(key, { words, at: at - 1 }));
  }
  return go(view, words, 1);
}

function replaceAll(view, words, by) {
  const all = finds(view.state.doc, words);
  const transaction = view.state.tr;
  for (const { from, to } of all.toReversed()) {
    transaction.insertText(by, from, to);
  }
  view.dispatch(transaction.setMeta(key, { words: "", at: -1 }));
  return all.length;
}

/** Brings the bar to life; gives the command that opens it. */
export function findBar(bar, view) {
  const [words, by] = [bar.querySelector("[name=find]"), bar.querySelector("[name=replace]")];
  const said = bar.querySelector("[data-said]");
  const say = ({ at, of }) => {
    said.textContent = of === 0 ? bar.dataset.none : bar.dataset.where.replace("%at", at + 1).replace("%of", of);
  };
  const close = () => {
    bar.hidden = true;
    view.dispatch(view.state.tr.setMeta(key, NOTHING));
    view.focus();
  };
  const deeds = {
    next: () => say(go(view, words.value, 1)),
    before: () => say(go(view, words.value, -1)),
    replace: () => say(replace(view, words.value, by.value)),
    all: () => {
      said.textContent = bar.dataset.replaced.replace("%of", replaceAll(view, words.value, by.value));
    },
    close,
  };
  bar.addEventListener("click", (event) => deeds[event.target.dataset.find]?.());
  bar.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
    } else if (event.key === "Enter" && event.target.tagName === "INPUT") {
      event.preventDefault();
      (event.target === by ? deeds.replace : event.shiftKey ? deeds.before : deeds.next)();
    }
  });
  words.addEventListener("input", () => view.dispatch(view.state.tr.setMeta(key, { words: words.value, at: -1 })));
  return () => {
    bar.hidden = false;
    words.focus();
    words.select();
    return true;
  };
}
