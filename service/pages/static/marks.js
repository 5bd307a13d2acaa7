// Ctrl+B, Ctrl+I and Ctrl+U put the tags around what is selected, or take them away.
const TAGS = { b: "b", i: "i", u: "u" };

export function markTexts(form) {
  form.addEventListener("keydown", (event) => {
    const field = event.target;
    const tag = TAGS[event.key.toLowerCase()];
    if (!tag || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !("marked" in field.dataset)) return;
    event.preventDefault();
    const [start, end] = [field.selectionStart, field.selectionEnd];
    const [open, close] = [`<${tag}>`, `</${tag}>`];
    const chosen = field.value.slice(start, end);
    const bare = chosen.startsWith(open) && chosen.endsWith(close);
    const text = bare ? chosen.slice(open.length, -close.length) : open + chosen + close;
    document.execCommand("insertText", false, text); // the only way that the browser's own undo knows about
    field.setSelectionRange(start, start + text.length);
  });
}
