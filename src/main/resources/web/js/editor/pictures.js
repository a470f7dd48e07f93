// Choosing a photograph of the library without leaving the story.

async function shown(dialog, words) {
  const results = dialog.querySelector("[data-results]");
  results.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch("/desk/photographs?q=" + encodeURIComponent(words), { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = [...page.querySelectorAll("#pictures > li")];
    results.replaceChildren(
      ...found.map((item) => {
        const button = document.createElement("button");
        button.type = "button";
        button.dataset.photograph = item.dataset.photograph;
        const picture = document.importNode(item.querySelector("img"));
        button.dataset.src = picture.getAttribute("src");
        button.append(picture, item.querySelector(".desk-caption").textContent);
        return button;
      }),
    );
    if (found.length === 0) {
      results.textContent = dialog.dataset.none;
    }
  } catch {
    results.textContent = dialog.dataset.failed;
  } finally {
    results.removeAttribute("aria-busy");
  }
}

/** Gives a function that asks for a photograph and hands its number and the address of its picture on. */
export function chooser(dialog) {
  let then = () => {};
  const words = dialog.querySelector("input");
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    shown(dialog, words.value);
  });
  dialog.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-photograph]");
    if (chosen) {
      dialog.close();
      then({ photograph: chosen.dataset.photograph, src: chosen.dataset.src, alt: chosen.querySelector("img").alt });
    } else if (event.target.closest("[data-close]")) {
      dialog.close();
    }
  });
  return (next) => {
    then = next;
    dialog.showModal();
    words.focus();
    shown(dialog, words.value);
  };
}

/** The photograph above the story is chosen in the same way. */
export function above(choose, form) {
  const link = document.querySelector("[data-choose]");
  link?.addEventListener("click", (event) => {
    event.preventDefault();
    choose(({ photograph, src, alt }) => {
      form.elements.photograph.value = photograph;
      form.elements.photograph.dispatchEvent(new Event("input", { bubbles: true }));
      let shown = form.querySelector(".desk-shown");
      if (!shown) {
        shown = document.createElement("p");
        shown.className = "desk-shown";
        link.closest("fieldset").querySelector("legend").after(shown);
      }
      const picture = new Image();
      picture.src = src;
      picture.alt = alt;
      shown.replaceChildren(picture);
      link.focus();
    });
  });
}
