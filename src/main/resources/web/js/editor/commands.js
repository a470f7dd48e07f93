// What buttons, keys and typed marks do to the text.
import { chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { schema } from "./schema.js";

const { nodes, marks } = schema;

function has(state, type) {
  const { from, $from, to, empty } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
}

function within(state, type, attrs = {}) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type === type && Object.entries(attrs).every(([name, value]) => node.attrs[name] === value)) {
      return true;
    }
  }
  return false;
}

const insert = (make) => (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(make()).scrollIntoView());
  return true;
};

const breakLine = chainCommands(exitCode, insert(() => nodes.hard_break.create()));

/** In or out again, whichever it is not. */
const toggle = (type) => (state, dispatch, view) =>
  within(state, type) ? lift(state, dispatch) : wrapIn(type)(state, dispatch, view);

const listing = (type) => (state, dispatch, view) =>
  within(state, type) ? liftListItem(nodes.list_item)(state, dispatch) : wrapInList(type)(state, dispatch, view);

const heading = (level) => (state, dispatch, view) =>
  within(state, nodes.heading, { level })
    ? setBlockType(nodes.paragraph)(state, dispatch, view)
    : setBlockType(nodes.heading, { level })(state, dispatch, view);

/** By the names of the buttons. */
export function commands(open) {
  return {
    strong: toggleMark(marks.strong),
    em: toggleMark(marks.em),
    link: (state) => open.link(state),
    h2: heading(2),
    h3: heading(3),
    quote: toggle(nodes.blockquote),
    bullets: listing(nodes.bullet_list),
    numbers: listing(nodes.ordered_list),
    box: toggle(nodes.aside),
    rule: insert(() => nodes.rule.create()),
    picture: () => open.picture(),
    undo,
    redo,
    find: () => open.find(),
  };
}

/** Whether what a button does is so where the cursor stands. */
export const pressed = {
  strong: (state) => has(state, marks.strong),
  em: (state) => has(state, marks.em),
  link: (state) => has(state, marks.link),
  h2: (state) => within(state, nodes.heading, { level: 2 }),
  h3: (state) => within(state, nodes.heading, { level: 3 }),
  quote: (state) => within(state, nodes.blockquote),
  bullets: (state) => within(state, nodes.bullet_list),
  numbers: (state) => within(state, nodes.ordered_list),
  box: (state) => within(state, nodes.aside),
};

export const keys = (does) => ({
  "Mod-b": does.strong,
  "Mod-i": does.em,
  "Mod-k": does.link,
  "Mod-Alt-2": does.h2,
  "Mod-Alt-3": does.h3,
  "Mod-Alt-0": setBlockType(nodes.paragraph),
  "Mod-Shift-7": does.numbers,
  "Mod-Shift-8": does.bullets,
  "Mod-Shift-9": does.quote,
  "Mod-]": sinkListItem(nodes.list_item),
  "Mod-[": liftListItem(nodes.list_item),
  "Mod-Alt-f": does.find,
  "Mod-z": undo,
  "Mod-y": redo,
  "Shift-Mod-z": redo,
  "Shift-Enter": breakLine,
  Enter: splitListItem(nodes.list_item),
});

export const typed = inputRules({
  rules: [
    textblockTypeInputRule(/^(#{2,3})\s$/, nodes.heading, (match) => ({ level: match[1].length })),
    wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
    wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
    wrappingInputRule(/^1\.\s$/, nodes.ordered_list),
  ],
});
