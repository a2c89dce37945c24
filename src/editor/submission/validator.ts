import { runInNewContext } from "node:vm";

/** What Perl and JavaScript read differently: POSIX classes, possessive and atomic groups, other anchors, comments and modes. */
const foreign = /\[\[:|\\[AZzQEGpPXh]|\(\?>|[*+?}]\+|\(\?#|\(\?[a-wyz]*x/;
const mostMilliseconds = 100;

/**
 * Whether a value has a match of an app's validator somewhere in it, as the server looks for one (ServiceUtils.doesValueMatchValidatorRegex).
 * Undefined where that cannot be told here: the server's expressions are Perl's, and one may take longer than anybody would wait.
 */
export function matchesValidator(value: string, validator: string): boolean | undefined {
  if (foreign.test(validator)) return undefined;
  const [, modes = "", source = ""] = /^(?:\(\?([ims]+)\))?(.*)$/s.exec(validator) ?? [];
  try {
    return runInNewContext(
      "new RegExp(source, modes).test(value)",
      { source, modes, value },
      { timeout: mostMilliseconds },
    );
  } catch {
    return undefined;
  }
}
