/** What stands in the form, kept while other views are shown. */

import { BLANK } from "./request.js";

let form = BLANK;

export const draft = () => form;

/** Keep a form, and return it. */
export const keepDraft = (next) => (form = next);
