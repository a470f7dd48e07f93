// Setting, changing and removing a link.
import { schema } from "./schema.js";

const { marks } = schema;

/** The whole link around the cursor, or what is selected. */
function linked(state) {
  const { from, to, $from, empty } = state.selection;
  if (!empty) {
    return { from, to, href: $from.marksAcross(state.selection.$to)?.find((one) => one.type === marks.link)?.attrs.href };
  }
  const mark = marks.link.isInSet($from.marks());
  let [start, end] = [from, to];
  const block = $from.start();
  $from.parent.forEach((child, offset) => {
    const at = block + offset;
    if (mark?.isInSet(child.marks) && at <= from && from <= at + child.nodeSize) {
      [start, end] = [at, at + child.nodeSize];
    }
  });
  return { from: start, to: end, href: mark?.attrs.href };
}

/** Brings the dialog to life; gives the command that opens it. */
export function linking(dialog, view) {
  const address = dialog.querySelector("input");
  let place = null;
  dialog.addEventListener("close", () => {
    const href = address.value.trim();
    if (place && dialog.returnValue === "set" && href) {
      const mark = marks.link.create({ href: /^[a-z]+:|^[/#]/i.test(href) ? href : "https://" + href });
      const transaction = view.state.tr;
      if (place.from === place.to) {
        transaction.insertText(href, place.from);
      }
      const to = place.from === place.to ? place.from + href.length : place.to;
      view.dispatch(transaction.removeMark(place.from, to, marks.link).addMark(place.from, to, mark));
    } else if (place && dialog.returnValue === "remove") {
      view.dispatch(view.state.tr.removeMark(place.from, place.to, marks.link));
    }
    place = null;
    view.focus();
  });
  return (state) => {
    place = linked(state);
    address.value = place.href ?? "";
    dialog.returnValue = "";
    dialog.showModal();
    return true;
  };
}
