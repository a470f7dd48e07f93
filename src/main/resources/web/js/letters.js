// The paper's own letters are 70 KB, which a slow connection needs for the story and its photograph first. They are fetched
// when all that is there, and drawn from the next page on: the server finds the note in a cookie and names them, and they
// come from the browser's cache before the first paint. Until then the reader's own fonts stand on the same lines.
const LETTERS = ["1em Newsreader", '1em "Public Sans"'];
const QUIET = 2500;
const HALF_A_YEAR = 15552000;

const fetchLetters = () => {
  Promise.all(LETTERS.map((face) => document.fonts.load(face)))
    .then((loaded) => {
      const secure = location.protocol === "https:" ? "; Secure" : "";
      if (loaded.every((faces) => faces.length > 0)) {
        document.cookie = `letters=own; Path=/; Max-Age=${HALF_A_YEAR}; SameSite=Lax${secure}`;
      }
    })
    .catch(() => {});
};

const wanted = document.documentElement.dataset.letters !== "own" && !navigator.connection?.saveData;
const later = () => setTimeout(fetchLetters, QUIET);
if (wanted && document.readyState === "complete") later();
else if (wanted) addEventListener("load", later);
