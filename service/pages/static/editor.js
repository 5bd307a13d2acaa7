// The form with scripts: everything here works without them too, by loading a page.
import { offerOffice } from "./office.js";
import { showLive } from "./live.js";
import { takePastes } from "./paste.js";
import { guard, swapParts } from "./swap.js";

const form = document.getElementById("soan");
swapParts(form);
takePastes(form);
offerOffice(form);
showLive(form);
guard(form);
