/** One line of the report that the suite inside the editor writes and the runner outside reads. */
export type ReportLine =
  | { readonly kind: "passed"; readonly file: string; readonly name: string }
  | {
      readonly kind: "failed";
      readonly file: string;
      readonly name: string;
      readonly message: string;
      readonly stack: string;
    }
  | { readonly kind: "end" };

/** Environment variable with the path of the report, one JSON object a line. */
export const reportVariable = "ROLLCALL_SUITE_REPORT";
