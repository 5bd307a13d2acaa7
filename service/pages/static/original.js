// The pictures of an original are sent once. Pages that come after find them here, for as long as the tab is open.
const PREFIX = "kehoach.original.";
const pane = document.getElementById("original");
const pages = pane.querySelector(".pages");
const key = PREFIX + pane.dataset.key;

try {
  if (pages.querySelector("img")) {
    for (const old of Object.keys(sessionStorage)) if (old.startsWith(PREFIX)) sessionStorage.removeItem(old);
    sessionStorage.setItem(key, pages.innerHTML);
  } else if (sessionStorage.getItem(key)) {
    const kept = new DOMParser().parseFromString(sessionStorage.getItem(key), "text/html");
    pages.replaceChildren(...document.adoptNode(kept.body).childNodes);
  }
} catch { /* storage is full or shut off: the text of the original stands there */ }
