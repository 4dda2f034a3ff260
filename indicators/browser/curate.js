// Curate: the text of an article becomes figures. The browser holds the text and every decision; the server only reads.
//
// One desk lives as long as the tab: Streamlit may draw its element anew, the reader may go to another page or choose the
// other language, and what was decided stays. A copy in the tab's own storage outlives a reload and a lost server.

import { Desk } from "./curate_desk.js";

let desk = null;

export default function ({ data, parentElement }) {
  desk ??= new Desk();
  desk.mount(parentElement, data);
  return () => desk.unmount(parentElement);
}
