// A table pasted from Excel or Word into a cell of the task table becomes rows; everything else is pasted as ever.
import { act } from "./swap.js";

const BREAK = "\ue000";

// The text of a cell: its lines and paragraphs as lines; line ends in the source of the table are mere blanks.
function text(cell) {
  for (const br of cell.querySelectorAll("br")) br.replaceWith(BREAK);
  const paragraphs = [...cell.querySelectorAll("p, li, div")].filter((p) => !p.querySelector("p, li, div"));
  const parts = (paragraphs.length ? paragraphs : [cell]).map((part) => part.textContent.replace(/[\s\u00a0]+/g, " "));
  return parts.join(BREAK).split(BREAK).map((line) => line.trim()).filter(Boolean).join("\n");
}

// The rows of a copied table; a cell over several rows is filled down, over several columns leaves blanks.
function rowsOf(table) {
  const rows = [...table.rows].map(() => []);
  [...table.rows].forEach((row, r) => {
    let c = 0;
    for (const cell of row.cells) {
      while (rows[r][c] !== undefined) c += 1;
      const value = text(cell);
      for (let down = 0; down < Math.min(cell.rowSpan, rows.length - r); down += 1) {
        for (let across = 0; across < Math.min(cell.colSpan, 63); across += 1) rows[r + down][c + across] = across ? "" : value;
      }
      c += cell.colSpan;
    }
  });
  return rows;
}

const quoted = (cell) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export function copied(html, plain) {
  const table = html && new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (table && table.querySelectorAll("td, th").length > 1) {
    return rowsOf(table).map((row) => Array.from(row, (cell) => quoted(cell ?? "")).join("\t")).join("\n");
  }
  return plain.includes("\t") ? plain : "";
}

export function takePastes(form) {
  form.addEventListener("paste", (event) => {
    const table = event.target.closest?.(".tasks");
    if (!table || event.target.name?.startsWith("paste.") || !event.target.closest("table")) return;
    const data = event.clipboardData;
    const rows = copied(data.getData("text/html"), data.getData("text/plain"));
    if (!rows) return;
    event.preventDefault();
    table.querySelector("textarea[name^='paste.']").value = rows;
    const cell = event.target.name.slice(table.id.length + 1);
    act(form, cell.startsWith("nhiem_vu.") ? `paste:${table.id}:${cell}` : `paste:${table.id}`);
  });
}
