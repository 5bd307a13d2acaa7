// The sentences that scripts say, in the language of the page: the page brings them along.
const words = JSON.parse(document.getElementById("soan").dataset.words);

export function say(name, values = {}) {
  return words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

// What happened, for eyes and for screen readers, with at most one button.
export function tell(text, label, act) {
  const place = document.getElementById("told");
  place.replaceChildren(text);
  if (label) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = label;
    button.addEventListener("click", act);
    place.append(" ", button);
  }
}
