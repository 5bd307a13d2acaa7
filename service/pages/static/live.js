// The document beside the form, a moment after each pause in typing.
import { fields } from "./swap.js";
import { say } from "./words.js";

const PAUSE = 900;

export function showLive(form) {
  const pane = document.getElementById("live");
  if (!pane) return;
  const wide = matchMedia("(min-width: 75rem)");
  const pages = pane.querySelector(".pages");
  const status = pane.querySelector("[role=status]");
  let waiting, running, shown;

  async function refresh() {
    const body = fields(form, "live");
    if (!wide.matches || String(body) === shown) return;
    running?.abort();
    running = new AbortController();
    const slow = setTimeout(() => { status.textContent = say("working"); }, 1000);
    pane.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(pane.dataset.from, { method: "POST", body, signal: running.signal, headers: { Accept: "text/html" } });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      pages.replaceChildren(...fresh.body.childNodes);
      shown = String(body);
      status.textContent = "";
    } catch (error) {
      if (error.name !== "AbortError") status.textContent = say("failed");
    } finally {
      clearTimeout(slow);
      pane.removeAttribute("aria-busy");
    }
  }

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, PAUSE);
  };
  const fit = () => {
    pane.hidden = !wide.matches;
    document.getElementById("main").classList.toggle("beside", wide.matches);
    if (wide.matches) refresh();
  };
  form.addEventListener("input", soon);
  form.addEventListener("changed", soon);
  wide.addEventListener("change", fit);
  fit();
}
