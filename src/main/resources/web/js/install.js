// Where the browser offers to install the paper, "Continue in the app" asks; elsewhere it leads to the page that tells how.
addEventListener("beforeinstallprompt", (offer) => {
  offer.preventDefault();
  document.querySelectorAll(".install").forEach((place) => {
    place.hidden = false;
    place.querySelector("a, button").addEventListener("click", (event) => {
      event.preventDefault();
      offer.prompt();
    }, { once: true });
  });
});
