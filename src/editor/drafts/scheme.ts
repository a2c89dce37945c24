/** Scheme of the texts that are being written for a command. */
export const draftScheme = "rollcall-draft";
