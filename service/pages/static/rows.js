// Rows of a task table come, go and move here, without asking the server, however many there are. The page brings an
// empty row of each kind along, and everything is numbered as the server numbers it: both ways send the same form.
import { say, tell } from "./words.js";

const ACTION = /^(add|after|remove|up|down):(.+\.nhiem_vu)(?:\.(\d+))?(?::(nhiem_vu|nhom))?$/;
const FIRST = "[name$='.noi_dung'], [name$='.nhom']";

// Gives a row its place: its names, and the words that end in “row 3”.
function place(row, list, to) {
  const was = say("row", { number: Number(row.id.slice(list.length + 1)) + 1 });
  const is = say("row", { number: to + 1 });
  const old = new RegExp(`${row.id.replaceAll(".", "\\.")}(?![0-9])`, "g");
  row.id = `${list}.${to}`;
  for (const element of row.querySelectorAll("[id], [name], [aria-label]")) {
    for (const key of ["id", "name", "aria-describedby", ...(element.localName === "button" ? ["value"] : [])]) {
      const text = element.getAttribute(key);
      if (text) element.setAttribute(key, text.replace(old, row.id));
    }
    for (const key of ["aria-label", "title"]) {
      const text = element.getAttribute(key);
      if (text?.endsWith(was)) element.setAttribute(key, text.slice(0, -was.length) + is);
    }
  }
}

// Numbers the rows from `start` on that are not in their place; tasks are counted without the rows of groups. Links to
// what is to be mended or looked at follow the rows.
function renumber(body, list, start = 0) {
  const rows = [...body.rows];
  const moved = new Map();
  let count = rows.slice(0, start).filter((row) => row.querySelector(".c-stt")).length;
  rows.slice(start).forEach((row, index) => {
    const to = start + index;
    if (row.id !== `${list}.${to}`) {
      moved.set(row.id, to);
      place(row, list, to);
    }
    const running = row.querySelector(".c-stt input");
    if (running) running.placeholder = String((count += 1));
    row.querySelector("[value^='up:']").hidden = to === 0;
    row.querySelector("[value^='down:']").hidden = to === rows.length - 1;
  });
  for (const link of document.querySelectorAll(`a[href^="#${list}."]`)) {
    const [, row, rest] = link.hash.slice(list.length + 1).match(/^(\.\d+)(.*)$/) ?? [];
    if (moved.has(list + row)) link.setAttribute("href", `#${list}.${moved.get(list + row)}${rest}`);
  }
}

// Does what a button asks for if it is about rows of a task table; whether it was.
export function moveRows(form, what) {
  const [, verb, list, index, kind] = ACTION.exec(what) ?? [];
  const table = list && document.getElementById(list.replace(/\.nhiem_vu$/, ""));
  const body = table?.querySelector("tbody");
  if (!body || (verb === "add") !== (index === undefined)) return false;
  const at = index === undefined ? body.rows.length : Number(index);
  const row = body.rows[at];
  const start = Math.max(0, at - 1);
  let shown = row;
  tell("");
  if (verb === "add" || verb === "after") {
    shown = table.querySelector(`template.${kind}`).content.firstElementChild.cloneNode(true);
    body.insertBefore(shown, row?.nextElementSibling ?? null);
  } else if (verb === "remove") {
    row.remove();
    shown = body.rows[Math.min(at, body.rows.length - 1)];
  } else if (verb === "up") {
    row.previousElementSibling?.before(row);
  } else {
    row.nextElementSibling?.after(row);
  }
  renumber(body, list, start);
  const other = { up: "down", down: "up" }[verb];
  const again = other && (row.querySelector(`[value^='${verb}:']:not([hidden])`) ?? row.querySelector(`[value^='${other}:']`));
  (again ?? shown?.querySelector(FIRST) ?? table).focus();
  if (verb === "remove") offerBack(form, body, list, row, at);
  form.dispatchEvent(new Event("changed"));
  return true;
}

// A removed row can be put back until its table is changed.
function offerBack(form, body, list, row, at) {
  const before = [...body.rows];
  body.addEventListener("input", () => tell(""), { once: true });
  tell(say("removed"), say("undo"), () => {
    if (!body.isConnected || before.some((one, index) => body.rows[index] !== one)) return;
    body.insertBefore(row, body.rows[at] ?? null);
    renumber(body, list, Math.max(0, at - 1));
    tell(say("undone"));
    row.querySelector(FIRST).focus();
    form.dispatchEvent(new Event("changed"));
  });
}
