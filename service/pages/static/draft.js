// What was typed outlives Back and reload: the rows that scripts have added are in no page that a browser keeps.
import { fields } from "./swap.js";

export function keepDraft(form) {
  const key = `kehoach.draft.${history.state?.draft ?? crypto.getRandomValues(new Uint32Array(2)).join("")}`;
  // Under the address of the form: the browser comes back by GET, and an upload's own address would ask for a file.
  history.replaceState({ ...history.state, draft: key.slice("kehoach.draft.".length) }, "", form.action);
  addEventListener("pagehide", () => {
    try {
      sessionStorage.setItem(key, fields(form, "edit"));
    } catch { /* storage is full or shut off: the browser's own memory of the fields remains */ }
  });
  return key;
}

// Puts the draft of this place in the history back, if the browser has come back to it.
export async function restoreDraft(form) {
  const key = keepDraft(form);
  const [{ type }] = performance.getEntriesByType("navigation");
  if (type !== "back_forward" && type !== "reload") return;
  let saved = null;
  try {
    saved = sessionStorage.getItem(key);
  } catch { /* shut off */ }
  if (!saved || saved === String(fields(form, "edit"))) return;
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(saved), headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  form.replaceChildren(...document.adoptNode(page.getElementById(form.id)).childNodes);
  const original = page.getElementById("original");
  if (!original || document.getElementById("original")) return;
  document.title = page.title;
  for (const what of [".form > h1", ".form > .lead"]) document.querySelector(what).replaceWith(document.adoptNode(page.querySelector(what)));
  document.getElementById("live").replaceWith(document.adoptNode(original));
  document.getElementById("main").classList.add("with-original");
  await import("./original.js");
}
