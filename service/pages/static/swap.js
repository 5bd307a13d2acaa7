// Buttons that change the form: the server does the work as ever, and only the part it changed is exchanged.
import { moveRows } from "./rows.js";
import { say, tell } from "./words.js";

const ACTS = /^(add|after|remove|up|down|into|out|column|uncolumn|paste|place|drop):/;
let working = false;
let sent = false;
let changed = false;

export function fields(form, act) {
  const body = new URLSearchParams(new FormData(form));
  body.set("do", act);
  return body;
}

// The id of what an action exchanges: the list that holds the entry, or its table.
function partOf(act) {
  const [verb, path] = act.split(":");
  if (verb === "into" || verb === "out") return path.startsWith("phu_luc") ? "part-phu_luc" : "part-noi_dung";
  if (verb === "place" || verb === "drop") return "part-form";
  if (verb.endsWith("column") || verb === "paste") return path;
  const list = verb === "add" ? path : path.slice(0, path.lastIndexOf("."));
  return /\.(nhiem_vu|hang)$/.test(list) ? list.slice(0, list.lastIndexOf(".")) : `part-${list}`;
}

// What was moved can be moved on: the same button at its new place, or the other one where there is no further.
function again(part, what) {
  const [, verb, holder, index] = /^(up|down):(.+)\.(\d+)$/.exec(what) ?? [];
  if (!verb) return null;
  const entry = `${holder}.${Number(index) + (verb === "up" ? -1 : 1)}`;
  return part.querySelector(`[value="${verb}:${entry}"]`) ?? part.querySelector(`[value="${verb === "up" ? "down" : "up"}:${entry}"]`);
}

export async function act(form, what) {
  if (working || moveRows(form, what)) return;
  working = true;
  const slow = setTimeout(() => tell(say("working")), 700);
  const part = document.getElementById(partOf(what));
  part.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields(form, what), headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = document.adoptNode(page.getElementById(part.id));
    const focus = again(fresh, what) ?? page.querySelector("[autofocus]") ?? fresh.querySelector("[autofocus]");
    part.replaceWith(fresh);
    (focus?.isConnected ? focus : document.getElementById(focus?.id) ?? fresh).focus();
    tell("");
    if (what.startsWith("remove:")) offerBack(form, part, fresh);
    form.dispatchEvent(new Event("changed"));
  } catch {
    tell(say("failed"));
  } finally {
    clearTimeout(slow);
    part.removeAttribute("aria-busy");
    working = false;
  }
}

// A removal can be taken back until something else in that part is changed.
function offerBack(form, part, fresh) {
  fresh.addEventListener("input", () => tell(""), { once: true });
  tell(say("removed"), say("undo"), () => {
    if (!fresh.isConnected) return;
    fresh.replaceWith(part);
    tell(say("undone"));
    part.querySelector("input:not([type=hidden]), textarea")?.focus();
    form.dispatchEvent(new Event("changed"));
  });
}

export function swapParts(form) {
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button?.name === "do" && ACTS.test(button.value)) {
      event.preventDefault();
      act(form, button.value);
      return;
    }
    if (button?.value === "docx") return void tell(say("making"));
    if (sent) return event.preventDefault(); // pressed twice
    sent = true;
    tell(say("making"));
  });
  // A page that comes back by the Back button can be sent again.
  addEventListener("pageshow", () => { sent = false; tell(""); });
}

// Nobody leaves what they typed by a slip.
export function guard(form) {
  changed = "unsaved" in form.dataset;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("changed", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
}
