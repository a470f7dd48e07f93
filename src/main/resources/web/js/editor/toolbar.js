// The buttons above the text.
import { pressed } from "./commands.js";

/** One stop for the Tab key; the arrows go from button to button. */
export function toolbar(bar, view, does) {
  const buttons = [...bar.querySelectorAll("[data-tool]")];
  const stop = (button) => buttons.forEach((one) => (one.tabIndex = one === button ? 0 : -1));
  stop(buttons[0]);
  bar.hidden = false;
  bar.addEventListener("mousedown", (event) => event.preventDefault());
  bar.addEventListener("click", (event) => {
    const tool = event.target.closest("[data-tool]")?.dataset.tool;
    if (tool) {
      does[tool](view.state, view.dispatch, view);
      if (!["link", "picture", "find"].includes(tool)) {
        view.focus();
      }
    }
  });
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const next = buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length);
      stop(next);
      next.focus();
      event.preventDefault();
    }
  });
  return (state) => {
    for (const button of buttons) {
      const is = pressed[button.dataset.tool];
      if (is) {
        button.setAttribute("aria-pressed", String(is(state)));
      }
    }
  };
}
