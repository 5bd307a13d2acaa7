// The file is looked at before it is sent: none chosen, or too large, is said at once. Sending it says so.
const form = document.getElementById("upload");
const file = form.querySelector("input[type=file]");
const error = document.getElementById("file--error");
const told = document.getElementById("told");
let sent = false;

function wrong(text) {
  error.textContent = text;
  error.hidden = !text;
  file.closest(".field").classList.toggle("wrong", Boolean(text));
  file.toggleAttribute("aria-invalid", Boolean(text));
  if (text) {
    file.setAttribute("aria-invalid", "true");
    if (!document.title.startsWith(form.dataset.wrong)) document.title = `${form.dataset.wrong} ${document.title}`;
    file.focus();
  }
}

form.addEventListener("submit", (event) => {
  const chosen = file.files[0];
  const text = !chosen ? form.dataset.none : chosen.size > Number(form.dataset.limit) ? form.dataset.big : "";
  wrong(text);
  if (text || sent) return event.preventDefault();
  sent = true;
  told.textContent = form.dataset.working;
});
file.addEventListener("change", () => wrong(""));
addEventListener("pageshow", () => { sent = false; told.textContent = ""; });
