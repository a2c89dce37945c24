import { cpus } from "node:os";
import { styleText } from "node:util";
import { filterBench } from "./filter.ts";
import { planBench } from "./plan.ts";

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`);
console.log("Medians of one run; a ratio says how many times as long as the first row of its group.\n");

console.log(styleText("bold", "Planning"));
for (const { name, median_ms, ratio } of planBench()) {
  console.log(
    `  ${name.padEnd(48)} ${median_ms.toFixed(0).padStart(8)} ms ${ratio.toFixed(2).padStart(8)} ×`,
  );
}

console.log(styleText("bold", "\nFilters"));
for (const { name, median_ms, per_second, ratio, matches } of await filterBench()) {
  const counted = matches === undefined ? "" : `   ${matches.toLocaleString("en")} matches`;
  const speed = `${Math.round(per_second).toLocaleString("en").padStart(12)} /s`;
  console.log(
    `  ${name.padEnd(48)} ${median_ms.toFixed(1).padStart(8)} ms ${ratio.toFixed(2).padStart(8)} × ${speed}${counted}`,
  );
}
