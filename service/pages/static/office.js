// What an office writes on every plan, kept in this browser if the clerk wants it, and forgotten by one button.
import { say, tell } from "./words.js";

const KEY = "kehoach.office";
const STANDING = /^(the_thuc|co_quan_chu_quan|co_quan_ban_hanh|ky_hieu|dia_danh|noi_nhan|chu_ky\.\d+\.\w+)$/;

function kept() {
  try {
    const office = JSON.parse(localStorage.getItem(KEY));
    return office && typeof office === "object" ? office : null;
  } catch {
    return null; // nothing readable there, or storage is shut off
  }
}

export function offerOffice(form) {
  const panel = document.getElementById("office");
  const [fill, keep, forget] = ["fill", "keep", "forget"].map((name) => document.querySelector(`[data-office=${name}]`));
  const show = () => {
    const office = kept();
    panel.hidden = !office;
    if (office) panel.querySelector("p").textContent = say("office_kept", { name: office.co_quan_ban_hanh || "…" });
    keep.parentElement.hidden = false;
  };
  fill.addEventListener("click", () => {
    const office = kept() ?? {};
    let filled = 0;
    for (const [name, value] of Object.entries(office)) {
      const field = form.elements.namedItem(name);
      if (field instanceof RadioNodeList) field.value = value;
      else if (field && !field.value.trim() && value) {
        field.value = value;
        filled += 1;
      }
    }
    tell(say("office_filled", { count: filled }));
    form.dispatchEvent(new Event("changed"));
  });
  keep.addEventListener("click", () => {
    const office = Object.fromEntries([...new FormData(form)].filter(([name, value]) => STANDING.test(name) && value.trim()));
    try {
      localStorage.setItem(KEY, JSON.stringify(office));
      tell(say("office_done"));
    } catch {
      tell(say("office_not"));
    }
    show();
  });
  forget.addEventListener("click", () => {
    localStorage.removeItem(KEY);
    tell(say("office_forgotten"));
    show();
    keep.focus();
  });
  show();
}
