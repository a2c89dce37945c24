import * as tls from "node:tls";

const contexts = new Map<string, tls.SecureContext>();

/**
 * Certificate authorities that are trusted: those of Node (with NODE_EXTRA_CA_CERTS), of the operating system where this Node can
 * read them, and an extra one in PEM. Built once for each extra authority, because reading the system's store is slow.
 */
export function trustedAuthorities(extraCa = ""): tls.SecureContext {
  const known = contexts.get(extraCa);
  if (known !== undefined) return known;
  const context = tls.createSecureContext({ ca: [...standardAuthorities(), ...(extraCa ? [extraCa] : [])] });
  contexts.set(extraCa, context);
  return context;
}

function standardAuthorities(): readonly string[] {
  if (typeof tls.getCACertificates !== "function") return tls.rootCertificates;
  return [...new Set([...tls.getCACertificates("default"), ...tls.getCACertificates("system")])];
}
