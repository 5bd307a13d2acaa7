// The form with scripts: everything here works without them too, by loading a page.
import { restoreDraft } from "./draft.js";
import { showLive } from "./live.js";
import { markTexts } from "./marks.js";
import { offerOffice } from "./office.js";
import { takePastes } from "./paste.js";
import { guard, swapParts } from "./swap.js";

const form = document.getElementById("soan");
swapParts(form);
await restoreDraft(form).catch(() => {}); // the server does not answer: the page as the browser kept it
takePastes(form);
markTexts(form);
offerOffice(form);
showLive(form);
guard(form);
// A remark is about what was read: what a person has typed instead needs none.
form.addEventListener("input", ({ target }) => document.getElementById(`${target.id}--noted`)?.remove());
